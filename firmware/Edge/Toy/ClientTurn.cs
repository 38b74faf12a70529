using System;

namespace ToyGuard.Edge.Toy;

/// <summary>The turn of what is sent: a server is waited for by the machine's time, however fast the toy lives.</summary>
internal sealed class ClientTurn : ITurn
{
    private readonly OutgoingClient _client;

    public ClientTurn(OutgoingClient client)
    {
        _client = client;
    }

    public void Turn(long nowMs)
    {
        _client.Turn(Environment.TickCount64);
    }
}
