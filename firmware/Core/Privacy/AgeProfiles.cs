using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Privacy;

/// <summary>The profiles by age, each stricter than the next in everything. seeds/profiles.json says where the figures come from.</summary>
public static class AgeProfiles
{
    /// <summary>The profile of a child of that age; of one whose age is not known, or that does not exist, the youngest's (DEF-05).</summary>
    public static AgeProfile Of(AgeBand band)
    {
        return AgeBands.Effective(band) switch
        {
            AgeBand.From9To12 => new AgeProfile(AgeBand.From9To12, 60, 90, (20 * 60) + 30, 600, " account analytics diagnostics voice-messages "),
            AgeBand.From13To18 => new AgeProfile(AgeBand.From13To18, 90, 120, 22 * 60, 510, " analytics "),
            _ => new AgeProfile(AgeBand.Under9, 45, 60, (19 * 60) + 30, 690, " account analytics diagnostics games voice-answers voice-messages "),
        };
    }

    /// <summary>The profile of a toy that children share: the strictest of theirs, which is the youngest one's; nobody's is that of an unknown child.</summary>
    public static AgeProfile OfShared(AgeBand[] children)
    {
        AgeBand youngest = children.Length == 0 ? AgeBand.Under9 : AgeBands.Effective(children[0]);

        for (int i = 1; i < children.Length; i++)
        {
            youngest = AgeBands.Youngest(youngest, children[i]);
        }

        return Of(youngest);
    }
}
