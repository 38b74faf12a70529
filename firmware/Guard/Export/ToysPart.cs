using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Times;

namespace ToyGuard.Guard.Export;

/// <summary>What is set for each toy: a page with its rules, its approved places in pages of a few, and its sensors.</summary>
internal sealed class ToysPart : ExportPart
{
    /// <summary>Places of a page: with them it is short enough to be brought back by an import.</summary>
    internal const int PlacesOfPage = 8;

    // Rules, sensors, four of places.
    private const int PagesOfToy = 2 + (ToySettings.ApprovalsMax / PlacesOfPage);

    private readonly IExportHome _home;

    internal ToysPart(IExportHome home)
    {
        _home = home;
    }

    /// <inheritdoc/>
    public override bool Write(int page, DataWriter writer)
    {
        ToySettings[] toys = _home.Settings.Toys;
        int at = page / PagesOfToy;
        int of = page % PagesOfToy;
        ToySettings toy = at < toys.Length ? toys[at] : ToySettings.Strict("none");

        if (of == 0)
        {
            WriteRules(writer, toy);
        }
        else if (of == 1)
        {
            WriteSensors(writer, toy);
        }
        else
        {
            WritePlaces(writer, toy, of - 2);
        }

        return page + 1 < toys.Length * PagesOfToy;
    }

    private static void WriteRules(DataWriter writer, ToySettings toy)
    {
        writer.BeginPage(PageKind.Toy);
        writer.Field("toy-name", toy.Name);
        writer.Pause("toy-paused", toy.IsPaused, toy.PausedUntil);
        writer.BeginList("toy-child");
        writer.Item(toy.Child);
        writer.Item(toy.IsShared ? 1 : 0);
        writer.EndList();
        writer.Field("tickets", toy.Tickets);
        writer.BeginList("play-minutes");

        for (int day = 0; day < DayMinutes.Days; day++)
        {
            writer.Item(toy.PlayMinutes.At(day));
        }

        writer.EndList();
        writer.Field("age-band", BandWords.Of(toy.ChildBand));
        writer.BeginList("quiet-hours");

        for (int i = 0; toy.QuietHours is not null && i < toy.QuietHours.Count; i++)
        {
            writer.Pair(toy.QuietHours.StartAt(i), toy.QuietHours.LengthAt(i));
        }

        writer.EndList();
        writer.EndPage();
    }

    private void WriteSensors(DataWriter writer, ToySettings toy)
    {
        DeclaredToy? here = Find(toy.Name);
        SensorConsent[] consents = toy.Consents;
        writer.BeginPage(PageKind.Sensors);
        writer.Field("toy-name", toy.Name);
        writer.BeginList("consents");

        for (int i = 0; i < consents.Length; i++)
        {
            writer.BeginItem();
            writer.Part("use", UseOf(here, consents[i].Print));
            writer.Part("print", PrintText.Of(consents[i].Print));
            writer.Part("until", consents[i].UntilMinute);
            writer.EndItem();
        }

        writer.EndList();
        writer.EndPage();
    }

    private void WritePlaces(DataWriter writer, ToySettings toy, int chunk)
    {
        DeclaredToy? here = Find(toy.Name);
        Approval[] approvals = toy.Approvals;
        int end = approvals.Length < (chunk + 1) * PlacesOfPage ? approvals.Length : (chunk + 1) * PlacesOfPage;
        writer.BeginPage(PageKind.Places);
        writer.Field("toy-name", toy.Name);
        writer.BeginList("approvals");

        for (int i = chunk * PlacesOfPage; i < end; i++)
        {
            writer.BeginItem();
            writer.Part("place", PlaceOf(here, approvals[i].Print));
            writer.Part("print", PrintText.Of(approvals[i].Print));

            if (approvals[i].UntilMinute != Approval.NoEnd)
            {
                writer.Part("until", approvals[i].UntilMinute);
            }

            writer.EndItem();
        }

        writer.EndList();
        writer.EndPage();
    }

    private DeclaredToy? Find(string name)
    {
        for (int i = 0; i < _home.Toys.Length; i++)
        {
            if (_home.Toys[i].Name == name)
            {
                return _home.Toys[i];
            }
        }

        return null;
    }

    // For a reader's eyes; the print is what counts.
    private static string PlaceOf(DeclaredToy? toy, long print)
    {
        for (int number = 1; toy is not null && number <= toy.Manifest.Endpoints.Length; number++)
        {
            if (toy.PrintAt(number) == print)
            {
                return toy.Manifest.Endpoints[number - 1].Id;
            }
        }

        return "";
    }

    private static string UseOf(DeclaredToy? toy, long print)
    {
        for (int number = 1; toy is not null && number <= toy.Manifest.Sensors.Length; number++)
        {
            if (toy.SensorPrintAt(number) == print)
            {
                SensorUse use = toy.Manifest.Sensors[number - 1];
                return use.Kind + ", " + use.Purpose;
            }
        }

        return "";
    }
}
