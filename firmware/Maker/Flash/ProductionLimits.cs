namespace ToyGuard.Maker.Flash;

/// <summary>What a stock image of nanoFramework cannot do, said to whoever makes devices for families (ATT-02, nano.md B14).</summary>
internal static class ProductionLimits
{
    /// <summary>All of it, a sentence each.</summary>
    public static string[] All { get; } =
    [
        "Stock images cannot close the debug and load port: whoever holds the cable can read and replace the program, the family's keys and the home's Wi-Fi key (ATT-02 is not met).",
        "Stock images have neither secure boot nor flash encryption: what is in the chip can be read out and exchanged.",
        "Stock images take no update over the air: repairs need the cable.",
        "For a product build nf-interpreter yourself with CONFIG_NF_FEATURE_DEBUGGER off, secure boot and flash encryption on, with keys of your own; then write it here as a target of your own.",
    ];
}
