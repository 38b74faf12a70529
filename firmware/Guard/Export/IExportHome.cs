using ToyGuard.Core.Data;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;

namespace ToyGuard.Guard.Export;

/// <summary>What a device keeps and knows of its family, for an export.</summary>
public interface IExportHome
{
    /// <summary>The toys that are here; number 1 is the first.</summary>
    DeclaredToy[] Toys { get; }

    /// <summary>What the family has set, as it is in force.</summary>
    FamilySettings Settings { get; }

    /// <summary>Who the toys talk to, and the names that were held, since the power came.</summary>
    ActivityBook Activity { get; }

    /// <summary>The verdicts of today and yesterday.</summary>
    VerdictCounters Counters { get; }

    /// <summary>How often the device started.</summary>
    long Starts { get; }

    /// <summary>Shows what a toy used of its day (<see cref="Gate.ShowUsage"/>); false for a number that names none.</summary>
    bool ShowUsage(int toy, IUsageReader reader);

    /// <summary>Tells every record that is kept, oldest first.</summary>
    void Walk(IRecordReader reader);
}
