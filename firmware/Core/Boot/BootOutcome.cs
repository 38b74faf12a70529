using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Boot;

/// <summary>What a start came to: how far the device trusts what it keeps, what is in force, and what was found amiss.</summary>
public sealed class BootOutcome
{
    private readonly bool[] _isFound = new bool[256];

    /// <summary>The stage; safe until the start says otherwise.</summary>
    public BootStage Stage { get; internal set; }

    /// <summary>What is in force, never looser than the newest settings that are kept.</summary>
    public FamilySettings Settings { get; internal set; } = FamilySettings.Strict;

    /// <summary>The number of this boot; 0 while not even that is known.</summary>
    public uint BootNumber { get; internal set; }

    /// <summary>How many boots in a row went wrong before this one.</summary>
    public int BadBoots { get; internal set; }

    /// <summary>What was found, in the order of its numbers.</summary>
    public BootFinding[] Findings
    {
        get
        {
            int count = 0;

            for (int i = 1; i < _isFound.Length; i++)
            {
                count += _isFound[i] ? 1 : 0;
            }

            BootFinding[] findings = new BootFinding[count];

            for (int i = _isFound.Length - 1; i > 0; i--)
            {
                if (_isFound[i])
                {
                    count--;
                    findings[count] = (BootFinding)(byte)i;
                }
            }

            return findings;
        }
    }

    /// <summary>A start that failed before it could say anything: everything is held.</summary>
    public static BootOutcome Failed()
    {
        BootOutcome outcome = new BootOutcome();
        outcome.Find(BootFinding.StartFailed);

        return outcome;
    }

    /// <summary>True when the start found this.</summary>
    public bool Has(BootFinding finding)
    {
        return _isFound[(int)finding];
    }

    /// <summary>Adds what was found; twice is once.</summary>
    public void Find(BootFinding finding)
    {
        _isFound[(int)finding] = finding != BootFinding.None;
    }
}
