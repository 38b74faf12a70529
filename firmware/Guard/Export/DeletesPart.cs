using ToyGuard.Core.Family;

namespace ToyGuard.Guard.Export;

/// <summary>Which services were asked to delete, and what they said; some on each page.</summary>
public sealed class DeletesPart : ExportPart
{
    // Each may be of the longest host and path.
    private const int OfPage = 4;

    private readonly EraseBook _book;

    /// <summary>The part of what this book keeps.</summary>
    public DeletesPart(EraseBook book)
    {
        _book = book;
    }

    /// <inheritdoc/>
    public override bool Write(int page, DataWriter writer)
    {
        EraseRequest[] requests = _book.All;
        int from = page * OfPage;
        writer.BeginPage("deletes");
        writer.BeginList("delete-requests");

        for (int i = from; i < requests.Length && i < from + OfPage; i++)
        {
            EraseRequest request = requests[i];
            writer.BeginItem();
            writer.Part("n", request.Number);
            writer.Part("name", request.Place.Text);
            writer.Part("port", request.Port);
            writer.Part("path", request.Path);
            writer.Part("id", request.IdText);
            writer.Part("cause", (int)request.Cause);
            writer.Part("state", (int)request.State);
            writer.Part("tries", request.Tries);
            writer.Part("day", request.Day);
            writer.Part("next", request.Minute);
            writer.EndItem();
        }

        writer.EndList();
        writer.EndPage();
        return from + OfPage < requests.Length;
    }
}
