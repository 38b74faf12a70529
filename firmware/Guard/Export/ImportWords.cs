namespace ToyGuard.Guard.Export;

/// <summary>A short word for why a file is not taken, for answers; a page has its own words.</summary>
public static class ImportWords
{
    /// <summary>Lower-case ASCII with hyphens; empty when nothing is wrong.</summary>
    public static string Of(ImportFault fault)
    {
        return fault switch
        {
            ImportFault.NotJson => "not-json",
            ImportFault.NotAPage => "not-a-page",
            ImportFault.UnknownField => "unknown-field",
            ImportFault.MissingField => "missing-field",
            ImportFault.UnfitField => "unfit-field",
            ImportFault.WrongOrder => "wrong-order",
            _ => "",
        };
    }
}
