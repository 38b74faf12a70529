using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Threading;

using ToyGuard.NanoCheck.Api;
using ToyGuard.NanoCheck.Gates;
using ToyGuard.NanoCheck.Projects;

namespace ToyGuard.NanoCheck;

/// <summary>The gates as a step of the build: whoever comes first checks every project, the others find the answer.</summary>
/// <remarks>
/// A project that passed leaves an empty file named for it and for everything the answer depends on: its sources, those of the projects
/// it builds on, the listings, and this program. A project that failed leaves nothing, so its own build step says why, each time.
/// </remarks>
public sealed class BuildStep
{
    private readonly string _root;
    private readonly string _cache;
    private readonly string _listings;
    private readonly Dictionary<string, NanoProject> _projects = new();
    private readonly Dictionary<string, string> _hashes = new();

    /// <summary>A build step below <paramref name="root"/> that keeps its answers in <paramref name="cache"/>.</summary>
    public BuildStep(string root, string cache, string listings)
    {
        _root = Path.GetFullPath(root);
        _cache = Path.GetFullPath(cache);
        _listings = listings;
    }

    /// <summary>What is wrong with the project at <paramref name="path"/>.</summary>
    public IReadOnlyList<Finding> Run(string path)
    {
        string project = Path.GetFullPath(path);

        if (File.Exists(Passed(project)))
        {
            return Array.Empty<Finding>();
        }

        Directory.CreateDirectory(_cache);
        using FileStream turn = TakeTurn();

        return File.Exists(Passed(project)) ? Array.Empty<Finding>() : CheckAll(project);
    }

    private IReadOnlyList<Finding> CheckAll(string project)
    {
        NanoGate gate = new(new NanoCompiler(new ReferenceAssemblies(_listings)));
        IReadOnlyList<Finding> own = Check(gate, project);

        foreach (string other in Neighbours(_root))
        {
            try
            {
                if (other != project && !File.Exists(Passed(other)))
                {
                    Check(gate, other);
                }
            }
            catch (Exception fault) when (fault is FormatException or IOException or System.Xml.XmlException)
            {
                // Its own build step will say so.
                continue;
            }
        }

        return own;
    }

    private IReadOnlyList<Finding> Check(NanoGate gate, string project)
    {
        IReadOnlyList<Finding> findings = gate.Check(project);

        if (findings.Count == 0)
        {
            string passed = Passed(project);

            foreach (string old in Directory.GetFiles(_cache, Path.GetFileNameWithoutExtension(project) + "-*.passed"))
            {
                File.Delete(old);
            }

            File.WriteAllText(passed, "");
        }

        return findings;
    }

    private FileStream TakeTurn()
    {
        string path = Path.Combine(_cache, "turn");

        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                Thread.Sleep(50);
            }
        }
    }

    private string Passed(string project)
    {
        return Path.Combine(_cache, Path.GetFileNameWithoutExtension(project) + "-" + Fingerprint(project) + ".passed");
    }

    private string Fingerprint(string project)
    {
        SortedSet<string> files = new(StringComparer.Ordinal);
        AddClosure(project, files);
        files.UnionWith(Directory.GetFiles(_listings, "*.txt"));
        files.Add(typeof(BuildStep).Assembly.Location);

        StringBuilder all = new();

        foreach (string file in files)
        {
            all.Append(file).Append(' ').Append(Hash(file)).Append('\n');
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..32];
    }

    private void AddClosure(string path, SortedSet<string> files)
    {
        if (!files.Add(path))
        {
            return;
        }

        if (!_projects.TryGetValue(path, out NanoProject? project))
        {
            project = NanoProject.Read(path);
            _projects.Add(path, project);
        }

        files.UnionWith(project.Sources);

        foreach (string reference in project.ProjectReferences)
        {
            AddClosure(reference, files);
        }
    }

    private string Hash(string file)
    {
        if (!_hashes.TryGetValue(file, out string? hash))
        {
            hash = File.Exists(file) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))) : "none";
            _hashes.Add(file, hash);
        }

        return hash;
    }

    // Every .nfproj of the repository but samples that are meant to fail.
    private static List<string> Neighbours(string folder)
    {
        List<string> found = new(Directory.GetFiles(folder, "*.nfproj"));

        foreach (string below in Directory.GetDirectories(folder))
        {
            string name = Path.GetFileName(below);

            if (name[0] != '.' && name is not ("bin" or "obj" or "Samples"))
            {
                found.AddRange(Neighbours(below));
            }
        }

        return found;
    }
}
