using ToyGuard.Core.Factory;

namespace ToyGuard.Core.Tests.Factory;

/// <summary>Boxes in memory.</summary>
public sealed class MemoryBoxes : IBoxes
{
    private readonly string[] _names = new string[16];
    private readonly byte[][] _boxes = new byte[16][];
    private int _count;

    /// <summary>Puts one there.</summary>
    public MemoryBoxes Add(string name, byte[] box)
    {
        _names[_count] = name;
        _boxes[_count++] = box;
        return this;
    }

    public IChunks? Find(string name)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_names[i] == name)
            {
                return new MemoryChunks(_boxes[i]);
            }
        }

        return null;
    }
}
