using System;
using System.Collections.Generic;
using System.IO;
using System.Xml.Linq;

namespace ToyGuard.NanoCheck.Projects;

/// <summary>What a .nfproj says, read as it stands: its sources, its references and how it is compiled.</summary>
/// <remarks>Conditions and wildcards on sources and references are not understood and make reading fail: list every file.</remarks>
public sealed class NanoProject
{
    private NanoProject(string path)
    {
        Path = path;
    }

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <summary>The file's name without its extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The full path of the folder it stands in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The name of the assembly it makes: NFUnitTest for every test project.</summary>
    public string AssemblyName { get; private set; } = "";

    /// <summary>True where it makes a program.</summary>
    public bool IsProgram { get; private set; }

    /// <summary>The language version as written, as in 10.0.</summary>
    public string LanguageVersion { get; private set; } = "";

    /// <summary>True where it turns nullable references on.</summary>
    public bool IsNullable { get; private set; }

    /// <summary>True where it asks for overflow checks, which the device does not make.</summary>
    public bool IsChecked { get; private set; }

    /// <summary>True where its sources are chosen from other projects, which their list's label says: then no folder says what belongs to it.</summary>
    public bool IsSelection { get; private set; }

    /// <summary>Full paths of the sources in the order of the file.</summary>
    public List<string> Sources { get; } = new();

    /// <summary>Each assembly by name, with the version the project asks for and the path it is expected at.</summary>
    public List<NanoReference> References { get; } = new();

    /// <summary>Full paths of the projects it builds on.</summary>
    public List<string> ProjectReferences { get; } = new();

    /// <summary>Reads a .nfproj.</summary>
    public static NanoProject Read(string path)
    {
        NanoProject project = new(System.IO.Path.GetFullPath(path));

        foreach (XElement element in XDocument.Load(path).Root!.Descendants())
        {
            project.Take(element);
        }

        return project;
    }

    private void Take(XElement element)
    {
        string include = ((string?)element.Attribute("Include") ?? "").Replace('\\', '/');

        switch (element.Name.LocalName)
        {
            case "AssemblyName":
                AssemblyName = element.Value;
                break;
            case "OutputType":
                IsProgram = element.Value == "Exe";
                break;
            case "LangVersion":
                LanguageVersion = element.Value;
                break;
            case "Nullable":
                IsNullable = element.Value == "enable";
                break;
            case "CheckForOverflowUnderflow":
                IsChecked = element.Value.Equals("true", StringComparison.OrdinalIgnoreCase);
                break;
            case "Compile":
                Plain(element, include);
                Sources.Add(Full(include));
                IsSelection |= (string?)element.Parent!.Attribute("Label") == "Selection";
                break;
            case "ProjectReference":
                Plain(element, include);
                ProjectReferences.Add(Full(include));
                break;
            case "Reference":
                Plain(element, include);
                string[] words = include.Split(',');
                string version = words.Length > 1 ? words[1].Replace("Version=", "", StringComparison.Ordinal).Trim() : "";
                string hint = (string?)element.Element(element.Name.Namespace + "HintPath") ?? "";
                References.Add(new NanoReference(words[0], version, hint.Replace('\\', '/')));
                break;
        }
    }

    private void Plain(XElement element, string include)
    {
        if (element.Attribute("Condition") is not null || element.Parent?.Attribute("Condition") is not null
            || include.Length == 0 || include.Contains('*', StringComparison.Ordinal) || include.Contains("$(", StringComparison.Ordinal))
        {
            throw new FormatException(Path + ": " + element.Name.LocalName + " \"" + include + "\" must be plain: no condition, wildcard or property.");
        }
    }

    private string Full(string include)
    {
        return System.IO.Path.GetFullPath(System.IO.Path.Combine(Folder, include));
    }
}
