using System.Net;

namespace ToyGuard.Emulator.Lab;

/// <summary>Hears what reaches the lab network, so that a held name can be seen not to. Called from the lab's own threads.</summary>
internal interface ILabWatcher
{
    /// <summary>The lab resolver was asked for <paramref name="name"/>.</summary>
    void OnResolverAsked(string name);

    /// <summary>A connection arrived at the server that plays <paramref name="host"/> at <paramref name="claimed"/>.</summary>
    void OnServerReached(string host, IPAddress claimed);
}
