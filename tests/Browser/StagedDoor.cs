using System.Text;

using ToyGuard.Page.Door;

namespace ToyGuard.Browser.Tests;

/// <summary>A device that says of itself what a test wants to be seen, and that nobody can sign in at.</summary>
internal sealed class StagedDoor : IPageDoor
{
    private volatile string _state = "";
    private volatile string _tellsAChild = "{\"left\":0,\"rules\":false,\"toys\":[],\"more\":0}";
    private volatile string _asked = "";

    /// <summary>The members that follow name and label, without the braces.</summary>
    public string Says
    {
        set => _state = "{\"v\":1,\"name\":\"Story Bear\",\"label\":\"toyguard-k7m2p9qx\",\"mode\":\"toy\",\"id\":\"38222c00b809b602\",\"home\":\"http://" + Device.Host + "/\",\"rests\":false,\"notice\":\"\"," + value + "}";
    }

    /// <summary>What a child is told on anybody's phone.</summary>
    public string TellsAChild
    {
        set => _tellsAChild = value;
    }

    /// <summary>What a child asked for last.</summary>
    public string Asked
    {
        get { return _asked; }
    }

    public bool IsSettingUp
    {
        get { return false; }
    }

    public int Answer(byte[] buffer, int offset, int count, bool isHomeSide, int holder, long nowMs)
    {
        return 0;
    }

    public int State(byte[] buffer, bool isHomeSide, long nowMs)
    {
        return Encoding.UTF8.GetBytes(_state, buffer);
    }

    public int Ask(byte[] buffer, int offset, int count, long nowMs)
    {
        _asked = Encoding.UTF8.GetString(buffer, offset, count);
        return Encoding.UTF8.GetBytes("{\"ok\":true,\"why\":\"\"}", buffer);
    }

    public int MyToy(byte[] buffer, long nowMs)
    {
        return Encoding.UTF8.GetBytes(_tellsAChild, buffer);
    }

    public bool SetUp(byte[] body, int offset, int count, bool isHomeSide, int holder, long nowMs)
    {
        return true;
    }
}
