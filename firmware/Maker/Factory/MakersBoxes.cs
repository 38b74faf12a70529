using System.Collections.Generic;

using ToyGuard.Core.Factory;

namespace ToyGuard.Maker.Factory;

/// <summary>Lays a maker's files into as few boxes as they need, in their order.</summary>
internal static class MakersBoxes
{
    private const int RoomOfABox = FactoryBox.LengthMax - DataBox.FixedBytes;

    /// <summary>The boxes; none for no parts. Null, and why, when a part fits into no box or there would be too many.</summary>
    public static byte[][]? Of(IReadOnlyList<DataPart> parts, out string fault)
    {
        List<List<DataPart>> groups = [];
        int room = 0;
        fault = "";

        foreach (DataPart part in parts)
        {
            string what = part.Name.Length == 0 ? "The manifest" : part.Name;

            if (part.Bytes.Length == 0 || part.Length > RoomOfABox)
            {
                fault = $"{what} has {part.Bytes.Length} bytes; one file has 1 to {RoomOfABox - 4 - part.Name.Length}.";
                return null;
            }

            if (!IsName(part))
            {
                fault = $"{what}: a file beside the manifest is called with letters, digits, '.', '-' and '_', {FactoryBox.NameMax} at most.";
                return null;
            }

            if (groups.Count == 0 || part.Length > room || groups[^1].Count == FactoryBox.PartsMax)
            {
                groups.Add([]);
                room = RoomOfABox;
            }

            groups[^1].Add(part);
            room -= part.Length;
        }

        if (groups.Count > FactoryData.MakerBoxesMax)
        {
            fault = $"Manifest and files need {groups.Count} data assemblies; a device reads {FactoryData.MakerBoxesMax}.";
            return null;
        }

        byte[][] boxes = new byte[groups.Count][];

        for (int i = 0; i < boxes.Length; i++)
        {
            boxes[i] = DataBox.Of(i, boxes.Length, [.. groups[i]]);
        }

        return boxes;
    }

    private static bool IsName(DataPart part)
    {
        bool isFit = part.Name.Length <= FactoryBox.NameMax;

        foreach (char letter in part.Name)
        {
            isFit &= char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_';
        }

        return isFit;
    }
}
