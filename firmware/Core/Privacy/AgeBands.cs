using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Privacy;

/// <summary>What follows from a child's age, and from what somebody is meant for.</summary>
public static class AgeBands
{
    /// <summary>The band whose rules count: of a child that nobody knows the age of, or of a band that does not exist, those of the youngest (DEF-05).</summary>
    public static AgeBand Effective(AgeBand band)
    {
        return band == AgeBand.Unknown || band > AgeBand.From13To18 ? AgeBand.Under9 : band;
    }

    /// <summary>The younger of two, each taken as <see cref="Effective(AgeBand)"/>: whose rules count where two children share something.</summary>
    public static AgeBand Youngest(AgeBand a, AgeBand b)
    {
        return Effective(a) < Effective(b) ? Effective(a) : Effective(b);
    }

    /// <summary>True when a child may be given content: it is marked, and for nobody older (PCTL-05).</summary>
    /// <param name="content">The youngest that it is meant for; unknown is not marked, and refused for every child.</param>
    /// <param name="child">The child's age; unknown is the youngest.</param>
    public static bool MayPlay(AgeBand content, AgeBand child)
    {
        return content != AgeBand.Unknown && content <= Effective(child);
    }
}
