using System;
using System.Net.Http;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Toy;
using ToyGuard.Guard.Outgoing;

namespace ToyGuard.Kit;

/// <summary>The one way out of a toy (EGR-01): each request, and each redirect of it, goes only where the manifest and a parent allow, over checked TLS, to exactly the judged address.</summary>
/// <remarks>
/// A call waits until the head of the answer is there; its body is read afterwards, from the network. One call goes at a time: until the
/// body of one was read to its end, or its response disposed, the next is held. Nothing that comes in makes it throw.
/// </remarks>
public sealed class GuardedHttp
{
    private readonly OutgoingClient _client;

    /// <summary>Sends by <paramref name="client"/>, which asks the gate before each step.</summary>
    public GuardedHttp(OutgoingClient client)
    {
        _client = client ?? throw new ArgumentNullException(nameof(client));
    }

    /// <summary>Asks for <paramref name="url"/>, with the limits that a request has unless told otherwise.</summary>
    public GuardedResponse Get(string url)
    {
        return Send(new GuardedRequest(HttpMethod.Get, url));
    }

    /// <summary>Sends <paramref name="request"/>, and follows at most five redirects.</summary>
    /// <returns>The answer; or one that <see cref="GuardedResponse.IsHeld"/>, with the reason and words for it. Never null.</returns>
    public GuardedResponse Send(GuardedRequest request)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        OutgoingRequest? outgoing = request.ToOutgoing();

        return outgoing is null ? new GuardedResponse(Reason.RequestUnfit, request.Url) : new GuardedResponse(_client.Send(outgoing));
    }
}
