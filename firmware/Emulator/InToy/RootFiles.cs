using System;
using System.IO;
using System.Linq;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Toy;
using ToyGuard.Emulator.Commands;
using ToyGuard.Guard.Roots;

namespace ToyGuard.Emulator.InToy;

/// <summary>The trust anchors that a manifest names: files beside it.</summary>
internal static class RootFiles
{
    /// <summary>Reads those that <paramref name="manifest"/> names in <paramref name="folder"/>. One that cannot be read ends the run in one line.</summary>
    /// <returns>None for a manifest that names none: then no https place can be reached.</returns>
    public static TlsRoots Read(string folder, Manifest manifest)
    {
        if (manifest.Roots.Length == 0)
        {
            return TlsRoots.None;
        }

        TlsRoots roots = TlsRoots.Read([.. manifest.Roots.Select(name => Bytes(folder, name))], out PemFault fault);

        return fault == PemFault.None
            ? roots
            : throw new WrongUseException($"the roots of {Texts.Shown(manifest.Name)} ({string.Join(", ", manifest.Roots)}) cannot be used: {Words(fault)}");
    }

    // One byte more than is read is enough for the reader to say so.
    private static byte[] Bytes(string folder, string name)
    {
        try
        {
            using FileStream file = File.OpenRead(Path.Combine(folder, name));
            byte[] bytes = new byte[(int)Math.Min(file.Length, PemReader.FileBytesMax + 1)];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"the root {name} that a manifest names cannot be read: {Texts.Shown(e.Message)}");
        }
    }

    private static string Words(PemFault fault)
    {
        return fault switch
        {
            PemFault.Empty => "there is no certificate in one of them",
            PemFault.TooMany => "there are more than four certificates in them",
            PemFault.TooLong => "one of them is too long",
            PemFault.PrivateKey => "there is a private key in one of them, which has no business there",
            PemFault.Duplicate => "one certificate stands there twice",
            _ => "one of them is no PEM file of certificates",
        };
    }
}
