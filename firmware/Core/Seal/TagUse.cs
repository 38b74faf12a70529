namespace ToyGuard.Core.Seal;

/// <summary>What a tag outside a channel proves. Each use has a key of its own, so that no tag can stand for another.</summary>
public enum TagUse : byte
{
    /// <summary>The phone knows the code: under the pair key.</summary>
    Proof = 0,

    /// <summary>The device does too, and means this channel: under the channel key.</summary>
    Accept = 1,

    /// <summary>A session's first tag, t1: under the phone key.</summary>
    SignIn = 2,

    /// <summary>The device knows the phone and says no: under the phone key.</summary>
    Refuse = 3,
}
