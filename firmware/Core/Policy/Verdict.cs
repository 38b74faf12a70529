namespace ToyGuard.Core.Policy;

/// <summary>Allow or hold, and why. The default value holds.</summary>
public readonly struct Verdict
{
    private Verdict(Reason reason, int endpoint)
    {
        Reason = reason;
        Endpoint = endpoint;
    }

    /// <summary>True only for <see cref="Reason.Allowed"/>.</summary>
    public bool IsAllowed
    {
        get { return Reason == Reason.Allowed; }
    }

    /// <summary>Why.</summary>
    public Reason Reason { get; }

    /// <summary>The endpoint of the toy's manifest that the verdict is about, from 1; 0 when it is about none.</summary>
    public int Endpoint { get; }

    /// <summary>A hold. <see cref="Reason.Allowed"/> is no reason to hold and becomes <see cref="Reason.None"/>, which holds too.</summary>
    public static Verdict Hold(Reason reason, int endpoint = 0)
    {
        return new Verdict(reason == Reason.Allowed ? Reason.None : reason, endpoint);
    }

    // One call site in all of ToyGuard, at the end of Gate.Decide; tests/Tidy counts.
    internal static Verdict Allow(int endpoint)
    {
        return new Verdict(Reason.Allowed, endpoint);
    }
}
