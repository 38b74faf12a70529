using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

using ToyGuard.NanoCheck.Projects;
using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Projects;

/// <summary>What every .nfproj, the packages.config beside it and the solution must say.</summary>
public static class ProjectRules
{
    /// <summary>A .nfproj lists exactly its folder's sources: the device's build looks for none by itself.</summary>
    public static IEnumerable<string> Sources(Repository tree)
    {
        foreach (string file in tree.EndingIn(".nfproj"))
        {
            NanoProject project = NanoProject.Read(tree.Full(file));
            List<string> folder = project.IsSelection ? project.Sources : SourceList.Of(project.Path);

            foreach (string source in folder.Except(project.Sources))
            {
                yield return file + " leaves out " + source + "; run: dotnet run --project tests/Tidy/NanoCheck -- list " + file;
            }

            foreach (string source in project.Sources.Except(folder))
            {
                yield return file + " lists " + source + ", which is not there or not the device's; run: dotnet run --project tests/Tidy/NanoCheck -- list " + file;
            }

            if (project.Sources.Count != project.Sources.Distinct().Count())
            {
                yield return file + " lists a source twice.";
            }
        }
    }

    /// <summary>References, their paths, packages.config and the pins say the same.</summary>
    public static IEnumerable<string> Packages(Repository tree)
    {
        foreach (string file in tree.EndingIn(".nfproj"))
        {
            NanoProject project = NanoProject.Read(tree.Full(file));
            string config = Path.Combine(project.Folder, "packages.config");
            SortedDictionary<string, string> wanted = new(StringComparer.Ordinal);

            foreach (NanoReference reference in project.References)
            {
                if (!Pins.ByAssembly.TryGetValue(reference.Name, out (string Package, string Version) pin))
                {
                    yield return file + " refers to " + reference.Name + ", which has no pinned version in tests/Tidy/Projects/Pins.cs.";
                    continue;
                }

                wanted[pin.Package] = pin.Version;

                if (reference.Version != pin.Version + ".0")
                {
                    yield return file + " refers to " + reference.Name + " " + reference.Version + "; the pinned version is " + pin.Version + ".0.";
                }

                if (!reference.HintPath.Contains("/.packages/" + pin.Package + "." + pin.Version + "/lib/" + reference.Name + ".", StringComparison.Ordinal))
                {
                    yield return file + " looks for " + reference.Name + " at " + reference.HintPath + ".";
                }
            }

            if (!File.Exists(config))
            {
                yield return file + " has no packages.config beside it.";
                continue;
            }

            SortedDictionary<string, string> written = new(StringComparer.Ordinal);

            foreach (XElement package in XDocument.Load(config).Root!.Elements("package"))
            {
                written[(string)package.Attribute("id")!] = (string)package.Attribute("version")!;

                if ((string?)package.Attribute("targetFramework") != "netnano1.0")
                {
                    yield return config + ": " + package.Attribute("id") + " is not for netnano1.0.";
                }
            }

            if (!written.SequenceEqual(wanted))
            {
                yield return config + " says " + string.Join(", ", written) + " and the references of " + file + " ask for " + string.Join(", ", wanted) + ".";
            }
        }
    }

    /// <summary>C# 10, nullable references and warnings as errors, on both sides.</summary>
    public static IEnumerable<string> Settings(Repository tree)
    {
        foreach (string file in tree.EndingIn("proj"))
        {
            XDocument project = XDocument.Load(tree.Full(file));
            bool isDevice = file.EndsWith(".nfproj", StringComparison.Ordinal);

            foreach ((string name, string value) in new[] { ("LangVersion", "10.0"), ("Nullable", "enable"), ("TreatWarningsAsErrors", "true") })
            {
                List<string> written = project.Descendants().Where(e => e.Name.LocalName == name).Select(e => e.Value).ToList();

                if (isDevice && (written.Count != 1 || written[0] != value))
                {
                    yield return file + ": " + name + " must be " + value + ".";
                }
                else if (!isDevice && written.Count > 0)
                {
                    yield return file + ": " + name + " is said once for all, in Directory.Build.props.";
                }
            }
        }
    }

    /// <summary>What the device compiles has a project for each runtime, over the same projects; the two device programs, a selection and what only a board has have one.</summary>
    public static IEnumerable<string> Pairs(Repository tree)
    {
        foreach (string file in tree.EndingIn(".nfproj"))
        {
            string desktop = file[..^".nfproj".Length] + ".csproj";
            NanoProject project = NanoProject.Read(tree.Full(file));

            if (!tree.Files.Contains(desktop))
            {
                if (!project.IsProgram && !project.IsSelection && !file.StartsWith("firmware/Device/", StringComparison.Ordinal))
                {
                    yield return file + " has no " + desktop + " beside it.";
                }

                continue;
            }

            SortedSet<string> here = new(project.ProjectReferences.Select(p => Path.GetFileNameWithoutExtension(p)!), StringComparer.Ordinal);
            SortedSet<string> there = new(StringComparer.Ordinal);

            foreach (XElement reference in XDocument.Load(tree.Full(desktop)).Descendants("ProjectReference"))
            {
                there.Add(Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));
            }

            if (!here.SetEquals(there))
            {
                yield return file + " builds on " + string.Join(", ", here) + ", and " + desktop + " on " + string.Join(", ", there) + ".";
            }
        }
    }

    /// <summary>The solution holds every project, each with a number of its own, and builds it in both configurations.</summary>
    public static IEnumerable<string> Solution(Repository tree)
    {
        string text = tree.Read("ToyGuard.sln");
        Dictionary<string, string> numbers = new();
        HashSet<string> listed = new();

        foreach (string line in text.Split('\n'))
        {
            if (!line.StartsWith("Project(", StringComparison.Ordinal))
            {
                continue;
            }

            string[] words = line.Split('"');
            string path = words[5].Replace('\\', '/');
            string number = words[7];

            if (!numbers.TryAdd(number, path))
            {
                yield return "ToyGuard.sln gives " + path + " the number of " + numbers[number] + ".";
            }

            if (!path.EndsWith("proj", StringComparison.Ordinal))
            {
                continue;
            }

            listed.Add(path);

            if (!tree.Files.Contains(path))
            {
                yield return "ToyGuard.sln holds " + path + ", which is not there.";
            }

            foreach (string configuration in new[] { "Debug", "Release" })
            {
                if (!text.Contains(number + "." + configuration + "|Any CPU.Build.0 = " + configuration + "|Any CPU", StringComparison.Ordinal))
                {
                    yield return "ToyGuard.sln does not build " + path + " in " + configuration + ".";
                }
            }

            if (path.EndsWith(".nfproj", StringComparison.Ordinal) && tree.Files.Contains(path) && !tree.Read(path).Contains(number, StringComparison.Ordinal))
            {
                yield return path + " has another number than ToyGuard.sln says.";
            }
        }

        foreach (string file in tree.EndingIn("proj"))
        {
            if (!listed.Contains(file))
            {
                yield return "ToyGuard.sln does not hold " + file + ".";
            }
        }
    }
}
