namespace ToyGuard.Core.Storage;

/// <summary>Which area of a flash holds what. The numbers and names are part of the storage format (firmware/docs/storage-format.md).</summary>
public static class FlashLayout
{
    /// <summary>The first of the two copies of the family's settings.</summary>
    public const int SettingsA = 0;

    /// <summary>The second copy.</summary>
    public const int SettingsB = 1;

    /// <summary>The settings that the device last started well with.</summary>
    public const int SettingsGood = 2;

    /// <summary>Boots and how they went, one of two areas.</summary>
    public const int BootA = 3;

    /// <summary>The other of the two.</summary>
    public const int BootB = 4;

    /// <summary>What was used of the day, one of two areas.</summary>
    public const int UsageA = 5;

    /// <summary>The other of the two.</summary>
    public const int UsageB = 6;

    /// <summary>Says that a wipe has begun and not ended.</summary>
    public const int Wipe = 7;

    /// <summary>The first area of the ring of records.</summary>
    public const int Records = 8;

    /// <summary>How many areas the ring has.</summary>
    public const int RecordAreas = 16;

    /// <summary>The first of the two copies of the paired phones and what belongs to them.</summary>
    public const int FamilyA = Records + RecordAreas;

    /// <summary>The second copy.</summary>
    public const int FamilyB = FamilyA + 1;

    /// <summary>Wrong tries of PINs, one of two areas.</summary>
    public const int TriesA = FamilyA + 2;

    /// <summary>The other of the two.</summary>
    public const int TriesB = FamilyA + 3;

    /// <summary>The first of the two copies of the networks to join, and the one that is being tried.</summary>
    public const int SetupA = FamilyA + 4;

    /// <summary>The second copy.</summary>
    public const int SetupB = FamilyA + 5;

    /// <summary>The first of the two copies of what children asked for today.</summary>
    public const int RequestsA = FamilyA + 6;

    /// <summary>The second copy.</summary>
    public const int RequestsB = FamilyA + 7;

    /// <summary>The first of the two copies of the home manifests, and of what makers' manifests said last.</summary>
    public const int HomesA = FamilyA + 8;

    /// <summary>The second copy.</summary>
    public const int HomesB = FamilyA + 9;

    /// <summary>The first of the two copies of what services are asked to delete.</summary>
    public const int DeletesA = FamilyA + 10;

    /// <summary>The second copy.</summary>
    public const int DeletesB = FamilyA + 11;

    /// <summary>The first of the two copies of who has which address on a hub's own Wi-Fi.</summary>
    public const int LeasesA = FamilyA + 12;

    /// <summary>The second copy.</summary>
    public const int LeasesB = FamilyA + 13;

    /// <summary>The first of the two copies of which thing on a hub's own Wi-Fi is which toy.</summary>
    public const int ThingsA = FamilyA + 14;

    /// <summary>The second copy.</summary>
    public const int ThingsB = FamilyA + 15;

    /// <summary>How many areas there are.</summary>
    public const int AreaCount = FamilyA + 16;

    /// <summary>Bytes of an erase block.</summary>
    public const int BlockBytes = 4096;

    // 64 addresses of 8 bytes.
    private const int SmallBytes = 1024;

    // 32 names of 34 bytes, and 64 addresses of 7.
    private const int MiddleBytes = 2048;

    // 32 toys with 32 approvals each, and their hours; or with 32 endpoints each that were used today.
    private const int LargeBytes = 4 * BlockBytes;

    /// <summary>Most bytes that <paramref name="area"/> holds; 0 for one that does not exist.</summary>
    public static int CapacityOf(int area)
    {
        if (area < 0 || area >= AreaCount)
        {
            return 0;
        }

        if (area == LeasesA || area == LeasesB)
        {
            return SmallBytes;
        }

        if (area >= ThingsA)
        {
            return MiddleBytes;
        }

        bool isLarge = area <= SettingsGood || area == UsageA || area == UsageB;
        return isLarge ? LargeBytes : BlockBytes;
    }

    /// <summary>The name of <paramref name="area"/>, lower-case ASCII with a hyphen, fit for a file; empty for one that does not exist.</summary>
    public static string NameOf(int area)
    {
        if (area >= Records && area < FamilyA)
        {
            return "records-" + (area - Records).ToString("D2");
        }

        return area switch
        {
            SettingsA => "settings-a",
            SettingsB => "settings-b",
            SettingsGood => "settings-good",
            BootA => "boot-a",
            BootB => "boot-b",
            UsageA => "usage-a",
            UsageB => "usage-b",
            Wipe => "wipe",
            FamilyA => "family-a",
            FamilyB => "family-b",
            TriesA => "tries-a",
            TriesB => "tries-b",
            SetupA => "setup-a",
            SetupB => "setup-b",
            RequestsA => "requests-a",
            RequestsB => "requests-b",
            HomesA => "homes-a",
            HomesB => "homes-b",
            DeletesA => "deletes-a",
            DeletesB => "deletes-b",
            LeasesA => "leases-a",
            LeasesB => "leases-b",
            ThingsA => "things-a",
            ThingsB => "things-b",
            _ => "",
        };
    }
}
