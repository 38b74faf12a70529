using System.Text;

using ToyGuard.Core.Policy;

namespace ToyGuard.Guard.Export;

/// <summary>What each toy used of the day: minutes, bytes, and the servers of one place that it reached. A page for the minutes and bytes of a toy, one for each place's names.</summary>
internal sealed class UsedPart : ExportPart, IUsageReader
{
    private const int PlacesMax = 32;

    private readonly IExportHome _home;
    private DataWriter? _writer;
    private int _place;
    private bool _hasMore;
    private int _day;

    internal UsedPart(IExportHome home)
    {
        _home = home;
    }

    /// <inheritdoc/>
    public override bool Write(int page, DataWriter writer)
    {
        int toy = 1 + (page / (1 + PlacesMax));
        _writer = writer;
        _place = page % (1 + PlacesMax);
        writer.BeginPage(PageKind.Used);
        _hasMore = false;

        if (!_home.ShowUsage(toy, this))
        {
            writer.Field("used-day", _day);
        }

        writer.EndPage();
        _writer = null;
        return _hasMore || toy < _home.Toys.Length;
    }

    /// <inheritdoc/>
    public void OnDay(int day)
    {
        _day = day;
    }

    /// <inheritdoc/>
    public void OnState(GateState state)
    {
        // What a child played is what its toys were played with.
    }

    /// <inheritdoc/>
    public void OnToy(ToyState toy)
    {
        DataWriter writer = _writer!;
        writer.Field("toy-name", toy.Name);
        writer.Field("used-day", _day);

        if (_place == 0)
        {
            WriteUsed(writer, toy);
        }
        else
        {
            WriteNames(writer, toy);
        }

        _hasMore = _place < toy.Endpoints.Length;
    }

    private static void WriteUsed(DataWriter writer, ToyState toy)
    {
        writer.Field("used-minutes", toy.PlayedToday);
        writer.BeginList("used-bytes");

        for (int number = 1; number <= toy.Endpoints.Length; number++)
        {
            writer.BeginItem();
            writer.Part("place", toy.Manifest.Endpoints[number - 1].Id);
            writer.Part("bytes", toy.Endpoints[number - 1].BytesToday);
            writer.EndItem();
        }

        writer.EndList();
    }

    private void WriteNames(DataWriter writer, ToyState toy)
    {
        writer.BeginList("used-names");
        EndpointState? state = toy.EndpointAt(_place);

        for (int i = 0; state is not null && i < state.NamesToday; i++)
        {
            byte[]? labels = state.NameAt(i, out int offset);

            if (labels is not null)
            {
                writer.Item(Encoding.UTF8.GetString(labels, offset + 1, labels[offset]));
            }
        }

        writer.EndList();
    }
}
