namespace ToyGuard.Assets.Packer;

/// <summary>What a token of a script is.</summary>
internal enum TokenKind
{
    /// <summary>A name, or a word of the language.</summary>
    Word,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A string, a template or a regular expression, whole.</summary>
    Text,

    /// <summary>Anything else: brackets and operators.</summary>
    Mark,
}

/// <summary>One token of a script, without the blanks around it.</summary>
internal readonly record struct ScriptToken(TokenKind Kind, string Text);
