using ToyGuard.Core.Data;
using ToyGuard.Core.Policy;

namespace ToyGuard.Guard.Export;

/// <summary>Who each toy talked to, and what was held: a page for a toy, and pages for the verdicts of both days.</summary>
internal sealed class ActivityPart : ExportPart
{
    private const int VerdictsOfPage = 40;
    private const int PlacesOfPage = 17;
    private const int PagesOfPlaces = 2;
    private const int NamesOfPage = 8;
    private const int PagesOfToy = PagesOfPlaces + (HeldHosts.Max / NamesOfPage);

    private readonly IExportHome _home;

    internal ActivityPart(IExportHome home)
    {
        _home = home;
    }

    /// <inheritdoc/>
    public override bool Write(int page, DataWriter writer)
    {
        int pagesOfToys = _home.Toys.Length * PagesOfToy;
        writer.BeginPage(PageKind.Activity);
        bool hasMore = true;

        if (page < pagesOfToys)
        {
            WriteToy(writer, 1 + (page / PagesOfToy), page % PagesOfToy);
        }
        else
        {
            hasMore = WriteVerdicts(writer, (page - pagesOfToys) * VerdictsOfPage);
        }

        writer.EndPage();
        return hasMore;
    }

    private void WriteToy(DataWriter writer, int toy, int part)
    {
        writer.Field("toy-name", _home.Toys[toy - 1].Name);

        if (part < PagesOfPlaces)
        {
            WritePlaces(writer, toy, part * PlacesOfPage);
        }
        else
        {
            WriteNames(writer, toy, (part - PagesOfPlaces) * NamesOfPage);
        }
    }

    private void WritePlaces(DataWriter writer, int toy, int from)
    {
        Endpoint[] endpoints = _home.Toys[toy - 1].Manifest.Endpoints;
        writer.BeginList("activity");

        for (int number = from; number <= endpoints.Length && number < from + PlacesOfPage; number++)
        {
            PlaceActivity seen = _home.Activity.At(toy, number);

            if (seen.Calls + seen.Held + seen.LastMinute + seen.LastHeldMinute != 0)
            {
                writer.BeginItem();
                writer.Part("place", number == 0 ? "" : endpoints[number - 1].Id);
                writer.Part("calls", seen.Calls);
                writer.Part("held", seen.Held);
                writer.Part("last", seen.LastMinute);
                writer.Part("last-held", seen.LastHeldMinute);
                writer.EndItem();
            }
        }

        writer.EndList();
    }

    private void WriteNames(DataWriter writer, int toy, int from)
    {
        HeldHost[] hosts = _home.Activity.Hosts.Of(toy);
        writer.BeginList("held-names");

        for (int i = from; i < hosts.Length && i < from + NamesOfPage; i++)
        {
            writer.BeginItem();
            writer.Part("name", hosts[i].Name);
            writer.Part("tries", hosts[i].Tries);
            writer.Part("last", hosts[i].LastMinute);
            writer.EndItem();
        }

        writer.EndList();
    }

    private bool WriteVerdicts(DataWriter writer, int from)
    {
        VerdictCount[] today = _home.Counters.RowsToday();
        VerdictCount[] yesterday = _home.Counters.RowsYesterday();
        int count = today.Length + yesterday.Length;
        int end = from + VerdictsOfPage < count ? from + VerdictsOfPage : count;
        writer.BeginList("verdicts");

        for (int i = from; i < end; i++)
        {
            bool isToday = i < today.Length;
            VerdictCount row = isToday ? today[i] : yesterday[i - today.Length];
            writer.BeginItem();
            writer.Part("day", isToday ? 0 : -1);
            writer.Part("toy", row.Toy);
            writer.Part("place", row.Endpoint);
            writer.Part("reason", (int)row.Reason);
            writer.Part("times", row.Times);
            writer.EndItem();
        }

        writer.EndList();
        return end < count;
    }
}
