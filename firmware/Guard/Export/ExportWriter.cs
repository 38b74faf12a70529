using System;

using ToyGuard.Core.Pairing;
using ToyGuard.Wire.Json;

namespace ToyGuard.Guard.Export;

/// <summary>Writes everything in the data list that belongs to the family, and nothing else, as open JSON, page by page (INFO-06).</summary>
/// <remarks>
/// Keys, PINs and codes are left out, and the first page names the rows that are. A page fits into one answer of the door; a file of them is a JSON
/// array. Form: firmware/docs/export.md.
/// </remarks>
public sealed class ExportWriter
{
    /// <summary>Number of the first page.</summary>
    public const int First = 1;

    // A page's number is its part and its place in it.
    private const int PagesOfPart = 4096;

    private readonly ExportPart[] _parts;

    /// <summary>An export of this home.</summary>
    /// <param name="home">What is exported.</param>
    /// <param name="desk">Phones and notices.</param>
    /// <param name="more">What others have to add, behind the rest.</param>
    public ExportWriter(IExportHome home, PairingDesk desk, ExportPart[] more)
    {
        ExportPart[] own = new ExportPart[] { new HomePart(home), new ChildrenPart(home), new ToysPart(home), new UsedPart(home), new ActivityPart(home), new PhonesPart(desk), new RecordsPart(home) };
        _parts = new ExportPart[own.Length + more.Length];
        Array.Copy(own, 0, _parts, 0, own.Length);
        Array.Copy(more, 0, _parts, own.Length, more.Length);
    }

    /// <summary>True when a page may have that number.</summary>
    public bool IsPage(int number)
    {
        return number >= First && (number - First) / PagesOfPart < _parts.Length;
    }

    /// <summary>Writes one page as one value. A number that <see cref="IsPage"/> does not know throws.</summary>
    /// <returns>The number of the next page; 0 when that was the last.</returns>
    public int Write(int number, JsonWriter json)
    {
        int part = (number - First) / PagesOfPart;
        bool hasMore = _parts[part].Write((number - First) % PagesOfPart, new DataWriter(json));
        return hasMore ? number + 1 : part + 1 < _parts.Length ? First + ((part + 1) * PagesOfPart) : 0;
    }
}
