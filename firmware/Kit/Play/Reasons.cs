using ToyGuard.Core.Policy;

namespace ToyGuard.Kit.Play;

/// <summary>Reasons in words: for a grown-up in three parts, for a child in a phrase and a sign.</summary>
public static class Reasons
{
    private const string WhatEnd = ": ";
    private const string WhyEnd = " · ";
    private const string Elsewhere = "I can't get there right now. Let's play something else.";
    private const string NotYet = "I may not do that yet. Ask a grown-up.";

    /// <summary>What a grown-up reads about <paramref name="reason"/>; any number has words.</summary>
    public static ReasonText Of(Reason reason)
    {
        string words = ReasonWords.Of(reason);
        int what = words.IndexOf(WhatEnd);
        int why = words.IndexOf(WhyEnd);
        int whyStart = what + WhatEnd.Length;
        return new ReasonText(words.Substring(0, what), words.Substring(whyStart, why - whyStart), words.Substring(why + WhyEnd.Length));
    }

    /// <summary>The sign for what was asked for and got <paramref name="reason"/>.</summary>
    public static Sign SignOf(Reason reason)
    {
        return reason switch
        {
            Reason.Allowed => Sign.None,
            Reason.EverythingPaused => Sign.Paused,
            Reason.ToyPaused => Sign.Paused,
            Reason.QuietHours => Sign.Asleep,
            Reason.PlayTimeUsedUp => Sign.Asleep,
            Reason.ClockUnknown => Sign.Unwell,
            Reason.SensorBroken => Sign.Unwell,
            _ => Sign.NotAllowed,
        };
    }

    /// <summary>What the toy says to the child about <paramref name="reason"/>; empty where there is nothing to say.</summary>
    public static string ChildWords(Reason reason)
    {
        return reason switch
        {
            Reason.NotPaired => "A grown-up has to set me up first.",
            Reason.ClockUnknown => "I don't know what time it is. Show a grown-up.",
            Reason.QuietHours => "It is quiet time. I sleep now.",
            Reason.PlayTimeUsedUp => "That was all for today. I will be here tomorrow.",
            Reason.EndpointHours => "That place is closed now. Ask a grown-up.",
            Reason.EndpointBudget => "That place is closed for today.",

            Reason.ResolverSilent => Elsewhere,
            Reason.ResolverFailed => Elsewhere,
            Reason.NameNotFound => Elsewhere,
            Reason.ServerUnreachable => Elsewhere,
            Reason.ServerSilent => Elsewhere,
            Reason.NoSocketLeft => Elsewhere,
            Reason.TlsSilent => Elsewhere,
            Reason.TlsBroken => Elsewhere,
            Reason.AnswerTooSlow => Elsewhere,
            Reason.AnswerCutShort => Elsewhere,

            Reason.SensorWaiting => NotYet,
            Reason.SensorAgreementOver => NotYet,
            Reason.SensorNotHeld => "Hold my button while you talk.",
            Reason.SensorHeldTooLong => "That was long. Let go of my button and press again.",
            Reason.SensorResting => "One moment. Then press again.",

            _ => SignSheet.Of(SignOf(reason)).Words,
        };
    }
}
