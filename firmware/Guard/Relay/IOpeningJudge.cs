using ToyGuard.Core.Policy;
using ToyGuard.Wire;

namespace ToyGuard.Guard.Relay;

/// <summary>A client's opening words in, the gate's verdict on the server they name out. One for each connection at a time; used again for the next.</summary>
/// <remarks>The opening is what a client says before anything may leave: a TLS hello, the head of a plain request. One that is not whole has no verdict.</remarks>
public interface IOpeningJudge
{
    /// <summary>The question about this connection. Its host is empty until an opening was read whole and named one.</summary>
    GateQuery Query { get; }

    /// <summary>The verdict on this connection; holds until <see cref="Read"/> says Complete.</summary>
    Verdict Verdict { get; }

    /// <summary>What an opening is called that was not whole in time.</summary>
    Reason TooSlow { get; }

    /// <summary>What an opening is called that is longer than the caller reads.</summary>
    Reason TooLong { get; }

    /// <summary>What an opening is called whose client left before it was whole.</summary>
    Reason CutShort { get; }

    /// <summary>Begins with a new connection from toy number <paramref name="toy"/>, 0 for an unknown one.</summary>
    void Begin(int toy);

    /// <summary>Reads on; <paramref name="buffer"/> holds all <paramref name="count"/> bytes since the connection's first. After Complete or Refused the verdict stands: do not call again before <see cref="Begin"/>.</summary>
    /// <returns>Complete when a server is named and judged, be it held; Refused when the opening itself is held.</returns>
    ReadStatus Read(byte[] buffer, int count);
}
