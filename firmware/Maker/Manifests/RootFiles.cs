using System;
using System.Collections.Generic;
using System.IO;

using ToyGuard.Core.Policy;
using ToyGuard.Emulator.Commands;
using ToyGuard.Guard.Roots;

namespace ToyGuard.Maker.Manifests;

/// <summary>The trust anchors that a manifest names: files beside it, read as the toy will read them.</summary>
internal static class RootFiles
{
    /// <summary>What is wrong with them, one line each; nothing when they can be used, or there are none.</summary>
    /// <param name="manifest">Names them.</param>
    /// <param name="path">The manifest's own path.</param>
    public static IEnumerable<string> Check(Manifest manifest, string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        List<byte[]> files = [];

        foreach (string name in manifest.Roots)
        {
            byte[]? file = Read(Path.Combine(folder, name), out string fault);

            if (file is null)
            {
                yield return $"roots: {name}: {fault}";
                continue;
            }

            files.Add(file);
            PemReader.Read([file], out PemFault why);

            if (why != PemFault.None)
            {
                yield return $"roots: {name}: {Words(why)}";
                yield break;
            }
        }

        PemReader.Read([.. files], out PemFault all);

        if (all != PemFault.None && files.Count > 0)
        {
            yield return $"roots: all together: {Words(all)}";
        }
    }

    private static byte[]? Read(string path, out string fault)
    {
        fault = "";

        try
        {
            using FileStream stream = File.OpenRead(path);
            byte[] bytes = new byte[PemReader.FileBytesMax + 1];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = e is FileNotFoundException ? "it is not beside the manifest" : Texts.Shown(e.Message);
            return null;
        }
    }

    private static string Words(PemFault fault)
    {
        return fault switch
        {
            PemFault.Empty => "there is no certificate in it",
            PemFault.TooMany => $"more than {PemReader.CertificatesMax} certificates",
            PemFault.TooLong => $"a file has at most {PemReader.FileBytesMax} bytes",
            PemFault.NotText => "it is not PEM text",
            PemFault.OutsideText => "something stands beside the certificates",
            PemFault.PrivateKey => "A PRIVATE KEY stands in it. Take it out, and replace that key wherever it is used",
            PemFault.OtherLabel => "something other than a CERTIFICATE stands in it",
            PemFault.CutShort => "it is cut short",
            PemFault.BadBase64 => "a line is not base64",
            PemFault.NotACertificate => "these bytes are no certificate",
            PemFault.Duplicate => "the same certificate stands twice",
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };
    }
}
