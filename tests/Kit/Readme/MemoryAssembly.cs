using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;

namespace ToyGuard.Kit.Tests.Readme;

/// <summary>An assembly that was just built, loaded beside the tests, over the very kit that they use.</summary>
internal sealed class MemoryAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context = new("first toy", isCollectible: true);
    private readonly Assembly _assembly;

    public MemoryAssembly(string path)
    {
        using MemoryStream bytes = new(File.ReadAllBytes(path));
        _assembly = _context.LoadFromStream(bytes);
    }

    /// <summary>Its one toy.</summary>
    public IToy NewToy()
    {
        Type type = _assembly.GetExportedTypes().Single(static exported => typeof(IToy).IsAssignableFrom(exported));
        return (IToy)Activator.CreateInstance(type)!;
    }

    public void Dispose()
    {
        _context.Unload();
    }
}
