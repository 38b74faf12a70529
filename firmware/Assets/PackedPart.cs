namespace ToyGuard.Assets;

/// <summary>What is packed for each language.</summary>
public enum PackedPart : byte
{
    /// <summary>The page at "/": all that needs no code and no key.</summary>
    Page = 0,

    /// <summary>Its second part at "/more", loaded with the first code or key.</summary>
    More = 1,

    /// <summary>The page at "/help", without a script.</summary>
    Help = 2,
}
