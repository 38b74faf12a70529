namespace ToyGuard.Core.Crypto;

/// <summary>Why a typed code is none. Numbers stay as they are.</summary>
public enum Base32Fault : byte
{
    /// <summary>It is one.</summary>
    None = 0,

    /// <summary>Too few symbols.</summary>
    TooShort = 1,

    /// <summary>Too many symbols, or too many hyphens and spaces.</summary>
    TooLong = 2,

    /// <summary>A character that stands for nothing: U and the four signs mean something in last place only.</summary>
    NotASymbol = 3,

    /// <summary>The check character says that some other symbol is wrong.</summary>
    WrongCheck = 4,
}
