using System.IO;

using Mono.Cecil;

using ToyGuard.NanoCheck.Projects;
using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Layers;

/// <summary>What the compiler made, read by its instructions.</summary>
public static class Assemblies
{
    /// <summary>A project's assembly for the device.</summary>
    public static AssemblyDefinition Read(NanoCompilation compilation)
    {
        Assert.IsTrue(compilation.IsEmitted, compilation.Project.Name + " does not compile: " + string.Join('\n', compilation.Diagnostics));
        return AssemblyDefinition.ReadAssembly(new MemoryStream(compilation.Image));
    }

    /// <summary>A source of Samples/Assemblies, compiled for the device.</summary>
    public static AssemblyDefinition Sample(string name)
    {
        using SampleTree sample = new(("Sample.nfproj", Nano.SampleProject(Repository.Here.Full("tests/Tidy/Samples/Assemblies/" + name))));
        return Read(Nano.Compiler.Compile(sample.Tree.Full("Sample.nfproj"), isDebug: false));
    }

    /// <summary>A desktop assembly that stands beside these tests.</summary>
    public static AssemblyDefinition Desktop(string name)
    {
        return AssemblyDefinition.ReadAssembly(Path.Combine(System.AppContext.BaseDirectory, name + ".dll"));
    }
}
