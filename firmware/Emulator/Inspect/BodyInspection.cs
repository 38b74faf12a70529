using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Emulator.Inspect;

/// <summary>What <see cref="BodyReader"/> makes of the bytes behind a head.</summary>
/// <param name="Kind">How the body's end is known.</param>
/// <param name="Bytes">Bytes of the body itself, without what frames it.</param>
/// <param name="End">Where it ends in the file, or where it could not be read any further.</param>
/// <param name="IsWhole">False when the file goes on behind the bytes that were looked at.</param>
/// <param name="Fault">Why it was refused, None when it was not.</param>
internal sealed record BodyInspection(BodyKind Kind, long Bytes, int End, bool IsWhole, HttpFault Fault)
{
    /// <summary>Reads the body that begins at <paramref name="begin"/>.</summary>
    public static BodyInspection Of(InspectedBytes file, int begin, BodyKind kind, long length)
    {
        BodyReader reader = new();
        reader.Begin(kind, length);
        int at = begin;
        long bytes = 0;
        ReadStatus status;

        do
        {
            status = reader.Read(file.Bytes, at, file.Bytes.Length - at);
            at += reader.Consumed;
            bytes += reader.DataLength;
        }
        while (status == ReadStatus.NeedMore && reader.Consumed > 0);

        bool isWhole = status == ReadStatus.Complete;

        if (status == ReadStatus.NeedMore && !file.IsCut)
        {
            status = reader.End();
            isWhole = status == ReadStatus.Complete;
        }

        return new BodyInspection(kind, bytes, at, isWhole, status == ReadStatus.Refused ? reader.Fault : HttpFault.None);
    }
}
