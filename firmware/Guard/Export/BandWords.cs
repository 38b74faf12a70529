using ToyGuard.Core.Policy;

namespace ToyGuard.Guard.Export;

/// <summary>An age band as files and answers spell it.</summary>
public static class BandWords
{
    /// <summary>The word for a band; "unknown" for none.</summary>
    public static string Of(AgeBand band)
    {
        return band switch
        {
            AgeBand.Under9 => "under9",
            AgeBand.From9To12 => "9to12",
            AgeBand.From13To18 => "13to18",
            _ => "unknown",
        };
    }

    /// <summary>Reads such a word; false for another.</summary>
    public static bool TryRead(string word, out AgeBand band)
    {
        for (band = AgeBand.Unknown; band <= AgeBand.From13To18; band++)
        {
            if (Of(band) == word)
            {
                return true;
            }
        }

        return false;
    }
}
