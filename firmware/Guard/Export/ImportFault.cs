namespace ToyGuard.Guard.Export;

/// <summary>Why a page of a file is not taken. Whatever it is, nothing of the file counts.</summary>
public enum ImportFault : byte
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>It is no JSON, or no single object.</summary>
    NotJson = 1,

    /// <summary>It is no page that can be imported.</summary>
    NotAPage = 2,

    /// <summary>A field that such a page does not have.</summary>
    UnknownField = 3,

    /// <summary>A field is missing.</summary>
    MissingField = 4,

    /// <summary>A field is there, and what it says cannot be.</summary>
    UnfitField = 5,

    /// <summary>A page that belongs behind another one, or came before.</summary>
    WrongOrder = 6,
}
