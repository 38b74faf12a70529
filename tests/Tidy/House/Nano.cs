using System.Collections.Generic;
using System.IO;

using ToyGuard.NanoCheck.Api;
using ToyGuard.NanoCheck.Gates;
using ToyGuard.NanoCheck.Projects;

namespace ToyGuard.Tidy.House;

/// <summary>The gates as all tests here share them: each project is compiled once.</summary>
public static class Nano
{
    /// <summary>The folder of the listings, beside the tests.</summary>
    public static string Listings { get; } = Path.Combine(System.AppContext.BaseDirectory, "NanoApi");

    /// <summary>The reference assemblies.</summary>
    public static ReferenceAssemblies References { get; } = new(Listings);

    /// <summary>The compiler over them.</summary>
    public static NanoCompiler Compiler { get; } = new(References);

    /// <summary>Both gates.</summary>
    public static NanoGate Gate { get; } = new(Compiler);

    /// <summary>Every .nfproj of the repository, by full path.</summary>
    public static IEnumerable<string> Projects
    {
        get
        {
            foreach (string file in Repository.Here.EndingIn(".nfproj"))
            {
                yield return Repository.Here.Full(file);
            }
        }
    }

    /// <summary>The .nfproj of one folder of firmware/.</summary>
    public static NanoCompilation Firmware(string folder, bool isDebug = false)
    {
        return Compiler.Compile(Repository.Here.Full("firmware/" + folder + "/ToyGuard." + folder + ".nfproj"), isDebug);
    }

    /// <summary>A .nfproj of its own for one source, referring to everything that there is a listing for.</summary>
    public static string SampleProject(string sourcePath, string moreSettings = "")
    {
        string references = "";

        foreach (string name in References.Names)
        {
            references += "<Reference Include=\"" + name + "\" />";
        }

        return "<Project><PropertyGroup><OutputType>Library</OutputType><AssemblyName>Sample</AssemblyName><LangVersion>10.0</LangVersion>"
            + "<Nullable>enable</Nullable>" + moreSettings + "</PropertyGroup><ItemGroup Label=\"Sources\"><Compile Include=\"" + sourcePath
            + "\" /></ItemGroup><ItemGroup>" + references + "</ItemGroup></Project>";
    }
}
