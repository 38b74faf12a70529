namespace ToyGuard.Core.Settings;

/// <summary>Takes settings from a file somebody brings: what is stricter there counts from now on, and nothing becomes looser (DEF-03).</summary>
public static class SettingsImport
{
    /// <summary>The settings after the import, never looser than before.</summary>
    /// <param name="now">The settings in force.</param>
    /// <param name="file">What was read from the file; nothing changes when it could not be read.</param>
    /// <remarks>
    /// Who is paired is no matter of a file. A toy that the file does not know stays as it is, and one that is not known here stays unknown:
    /// to add it would be looser. A child that only the file knows comes in: its rules count for toys that are everybody's.
    /// </remarks>
    public static FamilySettings Merge(FamilySettings now, SettingsReading file)
    {
        FamilySettings? brought = file.Settings;

        if (brought is null)
        {
            return now;
        }

        FamilySettings result = Strictness.Merge(now, brought);

        for (int i = 0; i < now.Toys.Length; i++)
        {
            if (brought.Find(now.Toys[i].Name) is null)
            {
                result = result.WithToy(now.Toys[i]);
            }
        }

        return result.WithPaired(now.IsPaired);
    }
}
