namespace ToyGuard.Core.Pairing;

/// <summary>The word of each refusal as sealed answers carry it (firmware/docs/pairing.md); the page turns it into a sentence.</summary>
public static class WhyWords
{
    /// <summary>Lower-case ASCII with hyphens; empty for <see cref="Why.None"/>, "bad" for a number that does not exist.</summary>
    public static string Of(Why why)
    {
        return why switch
        {
            Why.None => "",
            Why.UnknownOp => "unknown-op",
            Why.Role => "role",
            Why.Pin => "pin",
            Why.Press => "press",
            Why.WrongPin => "wrong-pin",
            Why.Wait => "wait",
            Why.Expired => "expired",
            Why.Full => "full",
            Why.LastGuardian => "last-guardian",
            Why.OwnerCode => "owner-code",
            Why.PinEmpty => "pin-empty",
            Why.PinShort => "pin-short",
            Why.PinLong => "pin-long",
            Why.PinCommon => "pin-common",
            Why.PinSequence => "pin-sequence",
            Why.PinRepeats => "pin-repeats",
            Why.NotSaved => "not-saved",
            Why.Busy => "busy",
            Why.Unknown => "unknown",
            _ => "bad",
        };
    }
}
