using System.Net.Sockets;

using ToyGuard.Page.Door;

namespace ToyGuard.Emulator.Power;

/// <summary>The door of a device that may lose its power while it thinks: then nobody gets an answer any more.</summary>
internal sealed class PluggedDoor : IPageDoor
{
    private readonly IPageDoor _door;
    private readonly Plug _plug;

    /// <summary>The door behind <paramref name="plug"/>.</summary>
    public PluggedDoor(IPageDoor door, Plug plug)
    {
        _door = door;
        _plug = plug;
    }

    /// <inheritdoc/>
    public bool IsSettingUp
    {
        get { return WithPower(_door.IsSettingUp); }
    }

    /// <inheritdoc/>
    public int Answer(byte[] buffer, int offset, int count, bool isHomeSide, int holder, long nowMs)
    {
        return WithPower(_door.Answer(buffer, offset, count, isHomeSide, holder, nowMs));
    }

    /// <inheritdoc/>
    public int State(byte[] buffer, bool isHomeSide, long nowMs)
    {
        return WithPower(_door.State(buffer, isHomeSide, nowMs));
    }

    /// <inheritdoc/>
    public int Ask(byte[] buffer, int offset, int count, long nowMs)
    {
        return WithPower(_door.Ask(buffer, offset, count, nowMs));
    }

    /// <inheritdoc/>
    public int MyToy(byte[] buffer, long nowMs)
    {
        return WithPower(_door.MyToy(buffer, nowMs));
    }

    /// <inheritdoc/>
    public bool SetUp(byte[] body, int offset, int count, bool isHomeSide, int holder, long nowMs)
    {
        return WithPower(_door.SetUp(body, offset, count, isHomeSide, holder, nowMs));
    }

    // Whoever serves the visit closes it then, as a dead device would, sooner or later.
    private T WithPower<T>(T answer)
    {
        return _plug.IsPulled ? throw new SocketException((int)SocketError.ConnectionReset) : answer;
    }
}
