using System;

using ToyGuard.Wire.Http;

namespace ToyGuard.Emulator.Board;

/// <summary>Who may ask the board anything: this computer by its own name for itself, and of web sites only the board's own page.</summary>
/// <remarks>Any site that a tester has open could else press the button: by a form that posts here, or by a name of its own that leads to 127.0.0.1 (DNS rebinding).</remarks>
internal static class BoardGuard
{
    /// <summary>200 for a request that may be answered, else the refusal: 421 for another's name, 403 for another's page.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="port">Where the board listens.</param>
    public static int Judge(BoardRequest request, int port)
    {
        if (request.Host != $"127.0.0.1:{port}" && request.Host != $"localhost:{port}")
        {
            return 421;
        }

        if (request.FetchSite is not (null or "same-origin" or "none"))
        {
            return 403;
        }

        if (request.Origin is not null && request.Origin != "http://" + request.Host)
        {
            return 403;
        }

        // Looking changes nothing, and no other site can read the answer.
        bool isLooking = request.Method is HttpMethod.Get or HttpMethod.Head;
        return isLooking || request.Origin is not null || request.IsTool ? 200 : 403;
    }
}
