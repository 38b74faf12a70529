using ToyGuard.Core.Settings;
using ToyGuard.Core.Times;

namespace ToyGuard.Guard.Export;

/// <summary>The children of the family: an animal in a colour, an age band and minutes, in pages of a few.</summary>
internal sealed class ChildrenPart : ExportPart
{
    /// <summary>Children of a page: with them it is short enough to be brought back by an import.</summary>
    internal const int ChildrenOfPage = 4;

    /// <summary>The name of a day's minutes, from Monday on, without the day's number.</summary>
    internal const string MinutesOf = "minutes-";

    private readonly IExportHome _home;

    internal ChildrenPart(IExportHome home)
    {
        _home = home;
    }

    /// <inheritdoc/>
    public override bool Write(int page, DataWriter writer)
    {
        ChildSettings[] children = _home.Settings.Children;
        int end = (page + 1) * ChildrenOfPage;
        writer.BeginPage(PageKind.Children);
        writer.BeginList("child-animal");

        for (int i = page * ChildrenOfPage; i < children.Length && i < end; i++)
        {
            ChildSettings child = children[i];
            writer.BeginItem();
            writer.Part("number", child.Number);
            writer.Part("animal", child.Animal);
            writer.Part("colour", child.Colour);
            writer.Part("band", BandWords.Of(child.Band));

            for (int day = 0; day < DayMinutes.Days; day++)
            {
                writer.Part(MinutesOf + (day + 1).ToString(), child.PlayMinutes.At(day));
            }

            writer.EndItem();
        }

        writer.EndList();
        writer.EndPage();
        return children.Length > end;
    }
}
