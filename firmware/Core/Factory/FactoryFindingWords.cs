namespace ToyGuard.Core.Factory;

/// <summary>English words for what was found, for whoever reads the serial line: what is so · what comes next.</summary>
public static class FactoryFindingWords
{
    /// <summary>The words of <paramref name="finding"/>. A number that has no name gets words that promise nothing.</summary>
    public static string Of(FactoryFinding finding)
    {
        return finding switch
        {
            FactoryFinding.Well => "is whole · nothing to do",
            FactoryFinding.Missing => "is not in the image · flash it with flash.ps1",
            FactoryFinding.Foreign => "is of another version · flash it again",
            FactoryFinding.CutShort => "is cut short · flash it again",
            FactoryFinding.Damaged => "is damaged · flash it again",
            FactoryFinding.Unfit => "holds what it may not hold · ask the maker",
            FactoryFinding.Incomplete => "is only there in part · flash it again",
            _ => "cannot be used · flash it again",
        };
    }
}
