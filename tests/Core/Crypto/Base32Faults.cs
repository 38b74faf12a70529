namespace ToyGuard.Core.Tests.Crypto;

/// <summary>The faults as numbers, as they stand for ever: the device's launcher takes no enum in a row.</summary>
public static class Base32Faults
{
    public const int None = 0;
    public const int TooShort = 1;
    public const int TooLong = 2;
    public const int NotASymbol = 3;
    public const int WrongCheck = 4;
}
