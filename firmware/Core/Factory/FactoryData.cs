using ToyGuard.Core.Pairing;

namespace ToyGuard.Core.Factory;

/// <summary>What a device got at its making beside the program: who it is, and its maker's data. Whatever is missing or wrong is not there at all.</summary>
public sealed class FactoryData
{
    /// <summary>The box with the identity, and nothing else.</summary>
    public const string IdentityBox = "ToyGuard.Data.Identity";

    /// <summary>The maker's boxes: this and the box's number.</summary>
    public const string MakerBox = "ToyGuard.Data.Maker";

    /// <summary>Most boxes of a maker.</summary>
    public const int MakerBoxesMax = 8;

    private FactoryBox[] _boxes = new FactoryBox[0];

    private FactoryData()
    {
    }

    /// <summary>Who the device is. Null: nobody; it stays shut, opens no Wi-Fi of its own and takes no guardian.</summary>
    public FactoryIdentity? Identity { get; private set; }

    /// <summary>What became of the identity's box.</summary>
    public FactoryFinding IdentityFinding { get; private set; }

    /// <summary>What became of the maker's boxes. <see cref="FactoryFinding.Missing"/> is usual for a hub.</summary>
    public FactoryFinding MakerFinding { get; private set; }

    /// <summary>The manifest's bytes; none when there is no manifest.</summary>
    public byte[] Manifest
    {
        get { return Find(PartKind.Manifest, "") ?? new byte[0]; }
    }

    /// <summary>Reads all that <paramref name="boxes"/> holds.</summary>
    public static FactoryData Read(IBoxes boxes)
    {
        FactoryData data = new FactoryData();
        data.IdentityFinding = data.ReadIdentity(boxes);
        data.MakerFinding = data.ReadMaker(boxes);

        if (data.MakerFinding != FactoryFinding.Well)
        {
            data._boxes = new FactoryBox[0];
        }

        return data;
    }

    /// <summary>A copy of the part of that kind and name; null when there is none.</summary>
    public byte[]? Find(PartKind kind, string name)
    {
        foreach (FactoryBox box in _boxes)
        {
            for (int i = 0; i < box.Parts; i++)
            {
                if (box.Kind(i) == kind && box.Name(i) == name)
                {
                    return box.Bytes(i);
                }
            }
        }

        return null;
    }

    /// <summary>The names of all parts of a kind, in their order.</summary>
    public string[] Names(PartKind kind)
    {
        string[] names = new string[Count(kind)];
        int next = 0;

        foreach (FactoryBox box in _boxes)
        {
            for (int i = 0; i < box.Parts; i++)
            {
                if (box.Kind(i) == kind)
                {
                    names[next++] = box.Name(i);
                }
            }
        }

        return names;
    }

    private FactoryFinding ReadIdentity(IBoxes boxes)
    {
        FactoryBox? box = Open(boxes, IdentityBox, out FactoryFinding finding);

        if (box is null)
        {
            return finding;
        }

        Identity = box.Count == 1 && box.Parts == 1 && box.Kind(0) == PartKind.Identity ? IdentityPart.Read(box.Bytes(0)) : null;
        return Identity is null ? FactoryFinding.Unfit : FactoryFinding.Well;
    }

    private FactoryFinding ReadMaker(IBoxes boxes)
    {
        FactoryBox? first = Open(boxes, MakerBox + "0", out FactoryFinding finding);

        if (first is null)
        {
            return finding;
        }

        if (first.Number != 0 || first.Count > MakerBoxesMax)
        {
            return FactoryFinding.Unfit;
        }

        _boxes = new FactoryBox[first.Count];
        _boxes[0] = first;

        for (int i = 1; i < _boxes.Length; i++)
        {
            FactoryBox? next = Open(boxes, MakerBox + i.ToString(), out finding);

            if (next is null)
            {
                return finding == FactoryFinding.Missing ? FactoryFinding.Incomplete : finding;
            }

            if (next.Number != i || next.Count != first.Count)
            {
                return FactoryFinding.Incomplete;
            }

            _boxes[i] = next;
        }

        return AreFit() ? FactoryFinding.Well : FactoryFinding.Unfit;
    }

    // No identity among them, and no part twice: which one would count?
    private bool AreFit()
    {
        bool areFit = Count(PartKind.Identity) == 0 && Count(PartKind.Manifest) < 2;

        for (int kind = (int)PartKind.Root; areFit && kind <= (int)PartKind.Language; kind++)
        {
            string[] names = Names((PartKind)kind);

            for (int i = 0; i < names.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    areFit &= names[i] != names[j];
                }
            }
        }

        return areFit;
    }

    private int Count(PartKind kind)
    {
        int count = 0;

        foreach (FactoryBox box in _boxes)
        {
            for (int i = 0; i < box.Parts; i++)
            {
                count += box.Kind(i) == kind ? 1 : 0;
            }
        }

        return count;
    }

    private static FactoryBox? Open(IBoxes boxes, string name, out FactoryFinding finding)
    {
        IChunks? chunks = boxes.Find(name);
        finding = FactoryFinding.Missing;
        return chunks is null ? null : FactoryBox.Open(chunks, out finding);
    }
}
