using System;
using System.Collections.Generic;
using System.IO;

namespace ToyGuard.NanoCheck.Api;

/// <summary>Cuts the listings to what the repository keeps: whole types, chosen by the T: lines that stand in the files.</summary>
/// <remarks>To add a type, add its T: line (whatever follows the tab) to the file of its assembly and cut again.</remarks>
public static class ListingCutter
{
    /// <summary>Rewrites each listing in <paramref name="folder"/> from X.sig.txt in <paramref name="source"/>; returns how many were found there.</summary>
    public static int Cut(string folder, string source)
    {
        int count = 0;

        foreach (string file in Directory.GetFiles(folder, "*.txt"))
        {
            string full = Path.Combine(source, Path.GetFileNameWithoutExtension(file) + ".sig.txt");

            if (!File.Exists(full))
            {
                continue;
            }

            HashSet<string> wanted = new();
            List<string> lines = new();

            foreach (string line in File.ReadLines(file))
            {
                if (line.StartsWith('#'))
                {
                    lines.Add(line);
                }
                else if (line.StartsWith("T:", StringComparison.Ordinal))
                {
                    wanted.Add(line.Split('\t')[0][2..]);
                }
            }

            foreach (ApiMember member in ApiListing.ReadLines(full))
            {
                bool isKept = member.Kind == 'T' ? wanted.Contains(member.Id[2..]) : !member.IsAccessor && wanted.Contains(member.TypeName);

                if (isKept)
                {
                    lines.Add(member.Id + "\t" + member.Signature.Replace(" [extern/native]", "", StringComparison.Ordinal));
                }
            }

            File.WriteAllText(file, string.Join('\n', lines) + "\n");
            count++;
        }

        return count;
    }
}
