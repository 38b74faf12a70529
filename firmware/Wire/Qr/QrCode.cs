using System.Text;

namespace ToyGuard.Wire.Qr;

/// <summary>A QR code as a square of modules, made once and never changed (ISO/IEC 18004, model 2, versions 1 to 6).</summary>
/// <remarks>The light margin of four modules that readers look for is not in it: whoever draws it leaves it.</remarks>
public sealed class QrCode
{
    private readonly QrGrid _grid;

    private QrCode(QrGrid grid, int version)
    {
        _grid = grid;
        Version = version;
    }

    /// <summary>1 to 6: the smallest that holds the text at its level.</summary>
    public int Version { get; }

    /// <summary>Modules on one side: 21 for version 1, four more for each further one, 41 at most.</summary>
    public int Size
    {
        get { return _grid.Size; }
    }

    /// <summary>Writes <paramref name="text"/> as a code: in the alphanumeric mode when all of it is of that mode's 45 characters, else as the bytes of its UTF-8. Null for an empty text and for one that is too long.</summary>
    /// <remarks>The longest text of bytes: 106 at level M, 134 at level L. The longest of capitals and digits: 154 and 195.</remarks>
    public static QrCode? Encode(string text, QrLevel level)
    {
        // No text is longer in bytes than it is in characters, so this one cannot fit either.
        if (text.Length == 0 || text.Length > QrText.LengthMax)
        {
            return null;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text);
        bool isAlphanumeric = QrText.IsAlphanumeric(bytes);

        for (int version = 1; version <= QrVersion.Max; version++)
        {
            if (QrText.BitsOf(bytes, isAlphanumeric) <= QrVersion.DataBytes(version, level) * 8)
            {
                byte[] data = QrText.Write(bytes, isAlphanumeric, QrVersion.DataBytes(version, level));
                QrGrid grid = new QrGrid(version);
                grid.Place(QrCorrection.Interleave(data, version, level));
                QrMask.Choose(grid, level);

                return new QrCode(grid, version);
            }
        }

        return null;
    }

    /// <summary>True when the module in column <paramref name="x"/> and row <paramref name="y"/>, both 0 to <see cref="Size"/> - 1 from the upper left, is dark.</summary>
    public bool IsDark(int x, int y)
    {
        return _grid.IsDark(x, y);
    }
}
