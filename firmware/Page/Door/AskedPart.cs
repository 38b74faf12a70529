using ToyGuard.Core.Family;
using ToyGuard.Guard.Export;

namespace ToyGuard.Page.Door;

/// <summary>In an export: what was asked for with a toy in hand, and the places that a grown-up kept for toys without a maker's list.</summary>
internal sealed class AskedPart : ExportPart
{
    private const int PlacesOfPage = 8;
    private const int PagesOfToy = HomeManifest.PlacesMax / PlacesOfPage;

    private readonly IDoorHome _home;

    internal AskedPart(IDoorHome home)
    {
        _home = home;
    }

    /// <inheritdoc/>
    public override bool Write(int page, DataWriter writer)
    {
        writer.BeginPage("asked");

        if (page == 0)
        {
            WriteRequests(writer);
        }
        else
        {
            WritePlaces(writer, (page - 1) / PagesOfToy, (page - 1) % PagesOfToy * PlacesOfPage);
        }

        writer.EndPage();
        return page < _home.Toys.Length * PagesOfToy;
    }

    private void WriteRequests(DataWriter writer)
    {
        ChildRequest[] requests = _home.Requests.Of(_home.Now);
        writer.BeginList("requests");

        for (int i = 0; i < requests.Length; i++)
        {
            writer.BeginItem();
            writer.Part("n", requests[i].Number);
            writer.Part("toy", requests[i].Toy);
            writer.Part("kind", (int)requests[i].Kind);
            writer.Part("what", requests[i].What);
            writer.Part("at", requests[i].Minute);
            writer.Part("state", (int)requests[i].State);
            writer.Part("minutes", requests[i].Minutes);
            writer.EndItem();
        }

        writer.EndList();
    }

    private void WritePlaces(DataWriter writer, int toy, int from)
    {
        string name = _home.Toys[toy].Name;
        HomePlace[] places = _home.HomePlaces(name);
        writer.Field("toy-name", name);
        writer.BeginList("home-places");

        for (int i = from; i < places.Length && i < from + PlacesOfPage; i++)
        {
            writer.BeginItem();
            writer.Part("name", places[i].Host);
            writer.Part("port", places[i].Port);
            writer.EndItem();
        }

        writer.EndList();
    }
}
