using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

using ToyGuard.Emulator.Commands;

namespace ToyGuard.Maker.Manifests;

/// <summary>Checks files each time one of them was saved, and shows what a parent will read. Ends with the program.</summary>
/// <remarks>It looks several times a second instead of asking to be told: editors save in too many ways, and file systems tell too differently.</remarks>
internal sealed class ManifestWatch
{
    private const int LookEveryMs = 250;

    private readonly string[] _files;
    private readonly Dictionary<string, string> _shown = [];

    public ManifestWatch(string[] files)
    {
        _files = files;
    }

    /// <summary>Looks until <paramref name="ended"/>. A file that is gone for the moment is one that is being saved.</summary>
    public void Run(TextWriter output, CancellationToken ended)
    {
        do
        {
            foreach (string file in _files)
            {
                string now = Look(file);

                if (now != _shown.GetValueOrDefault(file))
                {
                    _shown[file] = now;
                    output.Write(now);
                    output.Flush();
                }
            }
        }
        while (!ended.WaitHandle.WaitOne(LookEveryMs));
    }

    private static string Look(string path)
    {
        try
        {
            ManifestFile file = ManifestFile.Read(path);
            using StringWriter text = new() { NewLine = "\n" };
            bool isUsable = file.WriteCheck(text);

            foreach (string line in isUsable ? Explanation.Of(file.Reading.Manifest!) : Enumerable.Empty<string>())
            {
                text.WriteLine(line);
            }

            text.WriteLine();
            return text.ToString();
        }
        catch (WrongUseException e)
        {
            return e.Message + "\n\n";
        }
    }
}
