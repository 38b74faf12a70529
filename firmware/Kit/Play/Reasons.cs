using ToyGuard.Core.Policy;

namespace ToyGuard.Kit.Play;

/// <summary>Reasons in words: for a grown-up in three parts, for a child in a phrase and a sign.</summary>
public static class Reasons
{
    private const string WhatEnd = ": ";
    private const string WhyEnd = " · ";

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
            _ => Sign.NotAllowed,
        };
    }

    /// <summary>What the toy says to the child about <paramref name="reason"/>; empty where there is nothing to say.</summary>
    public static string ChildWords(Reason reason)
    {
        return SignSheet.Of(SignOf(reason)).Words;
    }
}
