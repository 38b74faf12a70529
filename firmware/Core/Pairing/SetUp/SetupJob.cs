namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>A network that somebody chose, and what became of it. Immutable; kept in flash from before the try until somebody heard how it ended.</summary>
public sealed class SetupJob
{
    private SetupJob(string ssid, string key, int begun, bool isDone, WifiFault fault)
    {
        Ssid = ssid;
        Key = key;
        Begun = begun;
        IsDone = isDone;
        Fault = fault;
    }

    /// <summary>A network that is to be tried and was begun so often already.</summary>
    public static SetupJob Waiting(string ssid, string key, int begun)
    {
        return new SetupJob(ssid, key, begun, false, WifiFault.None);
    }

    /// <summary>A try that ended. Its key is not kept here: that of a network that was joined is remembered, another is of no use.</summary>
    public static SetupJob Done(string ssid, WifiFault fault)
    {
        return new SetupJob(ssid, "", 0, true, fault);
    }

    /// <summary>The network's name.</summary>
    public string Ssid { get; }

    /// <summary>Its key; empty for an open one, and once it is done.</summary>
    public string Key { get; }

    /// <summary>How often a try began that did not end: the power went, or the radio broke.</summary>
    public int Begun { get; }

    /// <summary>True when it was tried.</summary>
    public bool IsDone { get; }

    /// <summary>How it ended; None while it is to be tried, and when it was joined.</summary>
    public WifiFault Fault { get; }
}
