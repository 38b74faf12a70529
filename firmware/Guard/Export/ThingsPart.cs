using ToyGuard.Core.Family;

namespace ToyGuard.Guard.Export;

/// <summary>Which thing on a hub's own Wi-Fi is which toy; some on each page.</summary>
public sealed class ThingsPart : ExportPart
{
    // Each may be of the longest name.
    private const int OfPage = 16;

    private readonly ThingBook? _book;

    /// <summary>The part of what this book keeps; null where a device has none.</summary>
    public ThingsPart(ThingBook? book)
    {
        _book = book;
    }

    /// <inheritdoc/>
    public override bool Write(int page, DataWriter writer)
    {
        KnownThing[] things = _book is null ? new KnownThing[0] : _book.All;
        int from = page * OfPage;
        writer.BeginPage("things");
        writer.BeginList("things");

        for (int i = from; i < things.Length && i < from + OfPage; i++)
        {
            writer.BeginItem();
            writer.Part("address", things[i].HardwareText);
            writer.Part("toy-name", things[i].Toy);
            writer.EndItem();
        }

        writer.EndList();
        writer.EndPage();
        return from + OfPage < things.Length;
    }
}
