using ToyGuard.Core.Settings;
using ToyGuard.Core.Times;

namespace ToyGuard.Guard.Export;

/// <summary>What is set for the home as a whole; the first page, which also says what no page has.</summary>
internal sealed class HomePart : ExportPart
{
    private readonly IExportHome _home;

    internal HomePart(IExportHome home)
    {
        _home = home;
    }

    /// <inheritdoc/>
    public override bool Write(int page, DataWriter writer)
    {
        FamilySettings settings = _home.Settings;
        writer.BeginPage(PageKind.Home);
        writer.Field("paired", settings.IsPaired);
        writer.Field("pause-all", settings.IsEverythingPaused);
        writer.Field("record-days", settings.RetentionDays);
        writer.Field("zone", settings.Zone);
        writer.BeginList("child-animal");

        for (int i = 0; i < settings.Children.Length; i++)
        {
            ChildSettings child = settings.Children[i];
            writer.BeginItem();
            writer.Part("number", child.Number);
            writer.Part("animal", child.Animal);
            writer.Part("colour", child.Colour);
            writer.Part("band", BandWords.Of(child.Band));

            for (int day = 0; day < DayMinutes.Days; day++)
            {
                writer.Part("minutes-" + (day + 1).ToString(), child.PlayMinutes.At(day));
            }

            writer.EndItem();
        }

        writer.EndList();
        writer.Field("starts", _home.Starts);
        writer.LeftOut();
        writer.EndPage();
        return false;
    }
}
