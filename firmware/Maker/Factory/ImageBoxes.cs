using System;
using System.Linq;

using ToyGuard.Core.Factory;
using ToyGuard.Maker.Flash;

namespace ToyGuard.Maker.Factory;

/// <summary>The data assemblies of an image, read as the device will read them.</summary>
internal sealed class ImageBoxes(byte[] image, AppImage read) : IBoxes
{
    /// <summary>What the names of all data assemblies begin with.</summary>
    public const string NameStart = "ToyGuard.Data.";

    /// <summary>True for the name of one.</summary>
    public static bool IsOne(ImageAssembly assembly)
    {
        return assembly.Name.StartsWith(NameStart, StringComparison.Ordinal);
    }

    public IChunks? Find(string name)
    {
        ImageAssembly? one = read.Assemblies.FirstOrDefault(a => a.Name == name);
        byte[]? bytes = one is null ? null : DataAssembly.Read(image[one.Start..(one.Start + one.Bytes)], name);
        return bytes is null ? null : new Chunks(bytes);
    }

    private sealed class Chunks(byte[] bytes) : IChunks
    {
        public bool Read(int number, byte[] into)
        {
            int from = number * FactoryBox.ChunkBytes;

            if (from >= bytes.Length)
            {
                return false;
            }

            Array.Clear(into);
            bytes.AsSpan(from, Math.Min(FactoryBox.ChunkBytes, bytes.Length - from)).CopyTo(into);
            return true;
        }
    }
}
