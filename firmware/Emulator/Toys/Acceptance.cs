namespace ToyGuard.Emulator.Toys;

/// <summary>What the guardian whom a run plays has accepted.</summary>
internal enum Acceptance
{
    /// <summary>There is no guardian: nothing is paired, so everything is held.</summary>
    NotPaired,

    /// <summary>The maker's own places that speak TLS.</summary>
    OwnTls,

    /// <summary>The maker's own places, those that speak plain http too.</summary>
    PlainToo,
}
