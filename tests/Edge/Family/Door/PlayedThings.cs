using System.Collections.Generic;

using ToyGuard.Core.Family;

namespace ToyGuard.Edge.Family.Tests.Door;

/// <summary>Things that a test puts on the hub's own Wi-Fi.</summary>
internal sealed class PlayedThings : ISeenThings
{
    private readonly List<SeenThing> _things = [];

    public int Places => 64;

    public SeenThing? At(int place)
    {
        lock (_things)
        {
            return place < _things.Count ? _things[place] : null;
        }
    }

    /// <summary>One comes, and nobody knows it.</summary>
    public void Come(byte[] hardware, string name = "", string link = "")
    {
        lock (_things)
        {
            _things.Add(new SeenThing(hardware, name, link, 0));
        }
    }
}
