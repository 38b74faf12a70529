using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;

using Mono.Cecil;

using ToyGuard.Fakes;

namespace ToyGuard.Tidy.Mutants;

/// <summary>Runs the tests of an assembly that carry a requirement, against another build of what they test.</summary>
public static class TestRun
{
    /// <summary>The first test that fails when <paramref name="image"/> stands for <paramref name="assembly"/>, or null where all pass.</summary>
    /// <param name="tests">The path of the test assembly.</param>
    /// <param name="assembly">The name of the assembly that is replaced.</param>
    /// <param name="image">Its replacement.</param>
    /// <param name="first">A word in the names of the classes to run first: those likely to see it.</param>
    /// <param name="patience">How long all of them may take; a replacement that never ends has failed by then.</param>
    public static string? FirstFailure(string tests, string assembly, byte[] image, string first, TimeSpan patience)
    {
        Context context = new(Path.GetDirectoryName(tests)!, assembly, image);
        string? failure = null;
        string running = "";

        // A mutant may go round for ever: the thread is left behind, and not coming back counts as seen.
        Thread thread = new(() => failure = Run(context, tests, first, name => running = name)) { IsBackground = true };
        thread.Start();

        if (!thread.Join(patience))
        {
            return running + " does not come back";
        }

        context.Unload();
        return failure;
    }

    private static string? Run(Context context, string tests, string first, Action<string> tell)
    {
        using MemoryStream image = new(File.ReadAllBytes(tests));
        IEnumerable<Type> classes = context.LoadFromStream(image).GetTypes()
            .Where(t => t.IsDefined(typeof(TestClassAttribute), false))
            .OrderBy(t => t.Name.Contains(first, StringComparison.Ordinal) ? 0 : 1).ThenBy(t => t.FullName, StringComparer.Ordinal);

        foreach (Type type in classes)
        {
            foreach (MethodInfo method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(m => m.IsDefined(typeof(TestMethodAttribute), false)))
            {
                if (!method.IsDefined(typeof(ReqAttribute), false) && !type.IsDefined(typeof(ReqAttribute), false))
                {
                    continue;
                }

                tell(type.Name + "." + method.Name);

                if (Fails(type, method))
                {
                    return type.Name + "." + method.Name;
                }
            }
        }

        return null;
    }

    private static bool Fails(Type type, MethodInfo method)
    {
        List<object?[]> rows = method.GetCustomAttributes<DataRowAttribute>().Select(r => r.Data ?? Array.Empty<object?>()).ToList();

        if (rows.Count == 0)
        {
            rows.Add(Array.Empty<object?>());
        }

        foreach (object?[] row in rows)
        {
            try
            {
                method.Invoke(Activator.CreateInstance(type), row);
            }
            catch (TargetInvocationException)
            {
                return true;
            }
        }

        return false;
    }

    // What is replaced, and what of Core refers to it, belong to this context; everything else is shared.
    private sealed class Context : AssemblyLoadContext
    {
        private const string OfCore = "ToyGuard.Core.";

        private readonly string _folder;
        private readonly string _assembly;
        private readonly byte[] _image;

        public Context(string folder, string assembly, byte[] image)
            : base(isCollectible: true)
        {
            _folder = folder;
            _assembly = assembly;
            _image = image;
        }

        protected override Assembly? Load(AssemblyName name)
        {
            if (name.Name == _assembly)
            {
                return LoadFromStream(new MemoryStream(_image));
            }

            string file = Path.Combine(_folder, name.Name + ".dll");
            return name.Name!.StartsWith(OfCore, StringComparison.Ordinal) && File.Exists(file) && RefersToIt(file)
                ? LoadFromStream(new MemoryStream(File.ReadAllBytes(file)))
                : null;
        }

        private bool RefersToIt(string file)
        {
            using ModuleDefinition module = ModuleDefinition.ReadModule(file);
            return module.AssemblyReferences.Any(reference => reference.Name == _assembly);
        }
    }
}
