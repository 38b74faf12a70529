using ToyGuard.Core.Settings;

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
        writer.Pause("pause-all", settings.IsEverythingPaused, settings.PausedUntil);
        writer.Field("record-days", settings.RetentionDays);
        writer.Field("zone", settings.Zone);
        writer.Field("starts", _home.Starts);
        writer.LeftOut();
        writer.EndPage();
        return false;
    }
}
