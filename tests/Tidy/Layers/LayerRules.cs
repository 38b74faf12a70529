using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

using Mono.Cecil;

using ToyGuard.NanoCheck.Projects;
using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Layers;

/// <summary>Who may know whom, in project files and in what the compiler made of them.</summary>
public static class LayerRules
{
    /// <summary>Folders of firmware/ from the bottom up. A folder may know those of lower rows, and nobody beside it.</summary>
    private static readonly string[][] s_rows =
    {
        new[] { "Core", "Wire" },
        new[] { "Assets", "Guard" },
        new[] { "Page" },
        new[] { "Edge" },
        new[] { "Kit" },
        new[] { "Samples", "Device" },
        new[] { "Toy", "Hub", "Emulator", "Maker" },
    };

    // The assemblies of a folder that has several, from the bottom up; "" is the folder's own.
    private static readonly Dictionary<string, string[]> s_parts = new()
    {
        ["Core"] = new[] { "Times", "Crypto", "Seal", "Storage", "Records", "", "Settings", "Boot", "Data", "Pairing", "Factory", "Family" },
        ["Guard"] = new[] { "", "Dhcp", "Export" },
        ["Wire"] = new[] { "", "Dhcp", "Qr" },
        ["Assets"] = new[] { "Shelf", "", "Packer" },
        ["Edge"] = new[] { "", "Dhcp", "Family", "Toy" },
        ["Kit"] = new[] { "Play", "Body", "" },
        ["Device"] = new[] { "Factory", "Radio", "Body" },
    };

    // What loads wherever the interpreter runs.
    private static readonly HashSet<string> s_plainAssemblies = new() { "mscorlib", "nanoFramework.System.Collections", "nanoFramework.System.Text" };

    private static readonly string[] s_pureFolders = { "Core", "Wire", "Guard", "Page", "Assets" };

    private static readonly HashSet<string> s_pureNamespaces = new()
    {
        "System", "System.Collections", "System.Text", "System.Diagnostics", "System.Diagnostics.CodeAnalysis", "System.Runtime.CompilerServices", "System.Reflection",
    };

    private static readonly HashSet<string> s_impureTypes = new()
    {
        "System.Console", "System.Environment", "System.GC", "System.Random", "System.WeakReference", "System.Diagnostics.Debug", "System.Diagnostics.Debugger",
        "System.Reflection.Assembly",
    };

    private static readonly HashSet<string> s_impureMembers = new() { "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.Guid.NewGuid" };

    /// <summary>Project references go down the rows; nothing in firmware/ builds on tests/.</summary>
    public static IEnumerable<string> Projects(Repository tree)
    {
        foreach (string file in tree.EndingIn("proj"))
        {
            int row = Row(file);

            if (row < 0)
            {
                if (file.StartsWith("firmware/", StringComparison.Ordinal))
                {
                    yield return file + " stands in a folder of firmware/ that has no layer; design.md, section 2, lists them.";
                }

                continue;
            }

            foreach (XElement reference in XDocument.Load(tree.Full(file)).Descendants().Where(e => e.Name.LocalName == "ProjectReference"))
            {
                string include = ((string)reference.Attribute("Include")!).Replace('\\', '/');
                string target = Path.GetRelativePath(tree.Root, Path.Combine(Path.GetDirectoryName(tree.Full(file))!, include)).Replace('\\', '/');
                int targetRow = Row(target);

                if (targetRow < 0 || targetRow > row || (targetRow == row && (Folder(target) != Folder(file) || Part(target) >= Part(file))))
                {
                    yield return file + " builds on " + target + ": layers are known from above only.";
                }
            }
        }
    }

    /// <summary>The pure folders refer to nothing on the device but what loads everywhere.</summary>
    public static IEnumerable<string> DeviceReferences(Repository tree)
    {
        foreach (string file in tree.EndingIn(".nfproj"))
        {
            if (!IsPure(file))
            {
                continue;
            }

            foreach (NanoReference reference in NanoProject.Read(tree.Full(file)).References)
            {
                if (!s_plainAssemblies.Contains(reference.Name))
                {
                    yield return file + " refers to " + reference.Name + ": it must load on the interpreter alone, with "
                        + string.Join(", ", s_plainAssemblies) + ".";
                }
            }
        }
    }

    /// <summary>Names no socket, file, thread, pin, wall clock or chance, and keeps nothing that changes in a static.</summary>
    /// <remarks>Monitor is what a lock becomes.</remarks>
    public static IEnumerable<string> Pure(AssemblyDefinition assembly)
    {
        string name = assembly.Name.Name;

        foreach (TypeReference type in assembly.MainModule.GetTypeReferences())
        {
            bool isOwn = type.Namespace.StartsWith("ToyGuard.", StringComparison.Ordinal);
            bool isTaken = type.DeclaringType is not null || type.FullName == "System.Threading.Monitor"
                || (s_pureNamespaces.Contains(type.Namespace) && !s_impureTypes.Contains(type.FullName));

            if (!isOwn && !isTaken)
            {
                yield return name + " names " + type.FullName + ": take it as an argument, from the edge.";
            }
        }

        foreach (MemberReference member in assembly.MainModule.GetMemberReferences())
        {
            string full = member.DeclaringType.FullName + "." + member.Name;

            if (s_impureMembers.Contains(full))
            {
                yield return name + " calls " + full + ": take it as an argument, from the edge.";
            }
        }

        foreach (TypeDefinition type in assembly.MainModule.GetTypes())
        {
            foreach (FieldDefinition field in type.Fields)
            {
                bool isMade = field.Name.Contains('<', StringComparison.Ordinal) || type.Name.Contains('<', StringComparison.Ordinal);

                if (field.IsStatic && !field.IsInitOnly && !field.IsLiteral && !isMade)
                {
                    yield return name + ": " + type.FullName + "." + field.Name + " is a static that changes.";
                }
            }
        }
    }

    /// <summary>The .nfproj files whose assemblies must be pure.</summary>
    public static IEnumerable<string> PureProjects(Repository tree)
    {
        return tree.EndingIn(".nfproj").Where(IsPure);
    }

    private static int Row(string file)
    {
        string folder = Folder(file);
        return folder.Length == 0 ? -1 : Array.FindIndex(s_rows, r => r.Contains(folder));
    }

    // Where a project stands within its folder: -1 in a folder of one assembly.
    private static int Part(string file)
    {
        string[] parts = file.Split('/');
        return s_parts.TryGetValue(Folder(file), out string[]? order) ? Array.IndexOf(order, parts.Length > 3 ? parts[2] : "") : -1;
    }

    // What must be pure: all of a folder, or one assembly of it.
    private static bool IsPure(string file)
    {
        return s_pureFolders.Contains(Folder(file)) || (Folder(file) == "Kit" && Part(file) < Array.IndexOf(s_parts["Kit"], ""));
    }

    private static string Folder(string file)
    {
        string[] parts = file.Split('/');
        return parts.Length > 2 && parts[0] == "firmware" ? parts[1] : "";
    }
}
