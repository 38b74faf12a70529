using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;

using ToyGuard.Emulator.Commands;

namespace ToyGuard.Maker.Scan;

/// <summary>The files of an app: opened to be scanned, known and left out, or refused as they are.</summary>
/// <remarks>A folder is taken whole: what lies in it must be scanned or known. A single file is taken with the libraries beside it that it names.</remarks>
internal sealed class AppFiles : IDisposable
{
    private const long BytesMax = 64L * 1024 * 1024;
    private const int FilesMax = 10_000;
    private const int DepthMax = 32;

    private static readonly string[] s_assemblies = [".dll", ".exe", ".netmodule", ".winmd"];
    private static readonly string[] s_programs = [".dll", ".exe"];
    private static readonly string[] s_native = [".so", ".dylib"];

    private readonly KnownFiles _known;
    private readonly List<AppAssembly> _assemblies = [];
    private readonly List<string> _leftOut = [];
    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _taken = [];

    private AppFiles(KnownFiles known)
    {
        _known = known;
    }

    /// <summary>What is to be scanned.</summary>
    public IReadOnlyList<AppAssembly> Assemblies
    {
        get { return _assemblies; }
    }

    /// <summary>Names of files whose bytes are known.</summary>
    public IReadOnlyList<string> LeftOut
    {
        get { return _leftOut; }
    }

    /// <summary>Files that cannot be scanned, or are not what their name says.</summary>
    public IReadOnlyList<Finding> Findings
    {
        get { return _findings; }
    }

    /// <summary>Gathers what <paramref name="paths"/> name. Throws <see cref="WrongUseException"/> for what is not there, and when nothing is left to scan.</summary>
    public static AppFiles Gather(IEnumerable<string> paths, KnownFiles known)
    {
        AppFiles files = new(known);

        foreach (string path in paths)
        {
            files.Take(path);
        }

        return files._assemblies.Count + files._findings.Count > 0
            ? files
            : throw new WrongUseException("scan: there is no assembly of an app (.dll or .exe) to scan");
    }

    public void Dispose()
    {
        _assemblies.ForEach(assembly => assembly.Dispose());
    }

    private void Take(string path)
    {
        string full = Path.GetFullPath(path);
        string ending = Path.GetExtension(path).ToLowerInvariant();

        try
        {
            if (Directory.Exists(full))
            {
                TakeFolder(full);
            }
            else if (!File.Exists(full))
            {
                throw new WrongUseException($"scan: {Texts.Shown(path)} is not there");
            }
            else if (ending == ".pe")
            {
                throw new WrongUseException($"scan: {Texts.Shown(Path.GetFileName(path))} is what was made for the device: scan the .dll or .exe beside it");
            }
            else
            {
                TakeFile(full);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"scan: {Texts.Shown(path)} cannot be read: {Texts.Shown(e.Message)}");
        }
    }

    private void TakeFolder(string folder)
    {
        // Links are not followed, so no folder is below itself.
        EnumerationOptions options = new()
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = DepthMax + 1,
            AttributesToSkip = 0,
            IgnoreInaccessible = false,
        };
        List<string> files = [];

        foreach (FileSystemInfo entry in new System.IO.Enumeration.FileSystemEnumerable<FileSystemInfo>(
            folder, (ref System.IO.Enumeration.FileSystemEntry at) => at.ToFileSystemInfo(), options)
            {
                ShouldRecursePredicate = (ref System.IO.Enumeration.FileSystemEntry at) => (at.Attributes & FileAttributes.ReparsePoint) == 0,
            })
        {
            bool isLinkToFolder = entry.LinkTarget is not null && Directory.Exists(entry.FullName);

            if (isLinkToFolder || Depth(folder, entry.FullName) > DepthMax)
            {
                Refuse(entry.FullName, new Refusal(ScanKind.Unreadable, isLinkToFolder ? "a link to another folder" : "too many folders in each other", "Scan that folder by its own name."));
            }
            else if (entry is FileInfo)
            {
                files.Add(entry.FullName);
            }

            if (files.Count > FilesMax)
            {
                throw new WrongUseException($"scan: {Texts.Shown(folder)} has more than {FilesMax} files");
            }
        }

        files.Sort(StringComparer.Ordinal);
        HashSet<string> names = new(files.Select(file => Path.ChangeExtension(file, null)!.ToUpperInvariant() + Path.GetExtension(file).ToLowerInvariant()));

        foreach (string file in files)
        {
            TakeEntry(file, ending => names.Contains(Path.ChangeExtension(file, null)!.ToUpperInvariant() + ending));
        }
    }

    private void TakeEntry(string file, Func<string, bool> hasBeside)
    {
        string ending = Path.GetExtension(file).ToLowerInvariant();

        if (s_native.Contains(ending))
        {
            Refuse(file, new Refusal(ScanKind.Native, "a library of native code"));
        }
        else if (ending == ".pe" && !hasBeside(".dll") && !hasBeside(".exe"))
        {
            Refuse(file, new Refusal(ScanKind.Unreadable, "there is no .dll or .exe beside it to scan"));
        }
        else if (s_assemblies.Contains(ending))
        {
            byte[]? bytes = ReadBounded(file);
            bool isLauncher = ending == ".exe" && bytes is not null && hasBeside(".dll") && IsNative(bytes);

            if (isLauncher)
            {
                _leftOut.Add(Path.GetFileName(file));
            }
            else if (bytes is not null)
            {
                TakeUnlessKnown(file, bytes);
            }
        }
    }

    private void TakeUnlessKnown(string file, byte[] bytes)
    {
        if (_known.IsKnown(Path.GetFileName(file), bytes))
        {
            _leftOut.Add(Path.GetFileName(file));
            return;
        }

        string name = Path.GetFileNameWithoutExtension(file);

        if (ToyGuardSurface.LooksLikeToyGuard(name) || PlatformList.LooksLikePlatform(name))
        {
            Refuse(file, new Refusal(
                ScanKind.Pretending,
                "it has another's name, and not the bytes that are known under it",
                "Scan the app's own file alone, or name the folder of the true ones with --known."));
            return;
        }

        Open(file, bytes);
    }

    // A file by itself, then what it names of what lies beside it.
    private void TakeFile(string file)
    {
        Queue<string> left = new([file]);

        while (left.TryDequeue(out string? next))
        {
            AppAssembly? assembly = _taken.Contains(next) || ReadBounded(next) is not byte[] bytes ? null : Open(next, bytes);

            foreach (AssemblyReferenceHandle handle in assembly?.Reader.AssemblyReferences ?? default)
            {
                if (Beside(next, assembly!.Reader, handle) is string library)
                {
                    left.Enqueue(library);
                }
            }
        }
    }

    private static string? Beside(string file, MetadataReader reader, AssemblyReferenceHandle handle)
    {
        string name = reader.GetString(reader.GetAssemblyReference(handle).Name);

        // ToyGuard and the platform are taken by their names here; a name with a folder in it leads elsewhere.
        if (ToyGuardSurface.LooksLikeToyGuard(name) || PlatformList.Here.IsPlatform(name) || Path.GetFileName(name) != name || name.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        return s_programs.Select(ending => Path.Combine(Path.GetDirectoryName(file)!, name + ending)).FirstOrDefault(File.Exists);
    }

    private AppAssembly? Open(string file, byte[] bytes)
    {
        if (!_taken.Add(file))
        {
            return null;
        }

        if (!AppAssembly.TryOpen(file, bytes, out AppAssembly? assembly, out Refusal? why))
        {
            Refuse(file, why);
            return null;
        }

        _assemblies.Add(assembly);
        return assembly;
    }

    // A pipe or a device has no length either, so nothing waits on one.
    private byte[]? ReadBounded(string file)
    {
        try
        {
            FileInfo info = new(file);
            FileInfo target = info.LinkTarget is null ? info : (FileInfo)info.ResolveLinkTarget(returnFinalTarget: true)!;

            if (target.Length == 0)
            {
                return [];
            }

            if (target.Length <= BytesMax)
            {
                return File.ReadAllBytes(file);
            }

            Refuse(file, new Refusal(ScanKind.Unreadable, "the file is larger than 64 MiB"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Refuse(file, new Refusal(ScanKind.Unreadable, e.Message));
        }

        return null;
    }

    private void Refuse(string file, Refusal why)
    {
        _findings.Add(new Finding(new Place(Path.GetFileName(file), 0, ""), why));
    }

    private static bool IsNative(byte[] bytes)
    {
        bool isOpen = AppAssembly.TryOpen("", bytes, out AppAssembly? assembly, out Refusal? why);
        assembly?.Dispose();
        return !isOpen && why!.Name == AppAssembly.WithoutCode;
    }

    private static int Depth(string folder, string path)
    {
        return path[folder.Length..].Count(c => c == Path.DirectorySeparatorChar) - 1;
    }
}
