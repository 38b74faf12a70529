using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;

namespace ToyGuard.Fuzz.Loop;

/// <summary>The place where the assemblies under test are woven ones. What runs inside runs in a second copy of this assembly, which knows only those.</summary>
/// <remarks>So one process has both: the tests and the command line see the assemblies as they were built, and the loop sees the woven ones.</remarks>
internal sealed class Inside : AssemblyLoadContext
{
    private static readonly HashSet<string> s_underTest = new() { "ToyGuard.Core", "ToyGuard.Core.Seal", "ToyGuard.Wire", "ToyGuard.Guard", "ToyGuard.Planted" };
    private static readonly Assembly s_here = typeof(Inside).Assembly;
    private static readonly Inside s_inside = new();

    private readonly Weaver _weaver = new();

    private Inside()
        : base("woven")
    {
    }

    /// <summary>Words that stand in the code of a namespace under test. Only inside.</summary>
    public static IEnumerable<byte[]> Words(string inNamespace)
    {
        // The context that loaded this copy belongs to the first one, so it is asked for by what it can do.
        object context = GetLoadContext(s_here)!;
        object weaver = context.GetType().GetField(nameof(_weaver), BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(context)!;

        return (IEnumerable<byte[]>)weaver.GetType().GetMethod(nameof(Weaver.Words))!.Invoke(weaver, new object[] { inNamespace })!;
    }

    /// <summary>Does <paramref name="body"/>, a static lambda of this assembly, inside. Only what the runtime's own library defines may go in and come out.</summary>
    public static TResult Run<TArgument, TResult>(Func<TArgument, TResult> body, TArgument argument)
    {
        return (TResult)Invoke(body, argument)!;
    }

    /// <summary>The same with a test's body, whose failed asserts come out as they are.</summary>
    public static void Run(Action body)
    {
        Invoke(body);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == s_here.GetName().Name)
        {
            return LoadFromAssemblyPath(s_here.Location);
        }

        if (!s_underTest.Contains(assemblyName.Name!))
        {
            return null;
        }

        string folder = Path.GetDirectoryName(s_here.Location)!;
        using MemoryStream woven = _weaver.Weave(Path.Combine(folder, assemblyName.Name + ".dll"));

        return LoadFromStream(woven);
    }

    private static object? Invoke(Delegate body, params object?[] arguments)
    {
        Assembly second = s_inside.LoadFromAssemblyName(s_here.GetName());
        MethodBase method = second.ManifestModule.ResolveMethod(body.Method.MetadataToken)!;
        object? holder = method.IsStatic ? null : Activator.CreateInstance(method.DeclaringType!, nonPublic: true);

        try
        {
            return method.Invoke(holder, arguments);
        }
        catch (TargetInvocationException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }
}
