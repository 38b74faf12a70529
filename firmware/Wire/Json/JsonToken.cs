namespace ToyGuard.Wire.Json;

/// <summary>What <see cref="JsonReader.Read"/> found.</summary>
public enum JsonToken : byte
{
    /// <summary>Nothing: the input was refused, or ended too early. The reader's status says which.</summary>
    None = 0,

    /// <summary>A <c>{</c>.</summary>
    ObjectStart = 1,

    /// <summary>The <c>}</c> of the innermost open object.</summary>
    ObjectEnd = 2,

    /// <summary>A <c>[</c>.</summary>
    ArrayStart = 3,

    /// <summary>The <c>]</c> of the innermost open array.</summary>
    ArrayEnd = 4,

    /// <summary>A member's name, different from all others of its object; its value comes next.</summary>
    Name = 5,

    /// <summary>A string value.</summary>
    Text = 6,

    /// <summary>A number value.</summary>
    Number = 7,

    /// <summary>The value <c>true</c>.</summary>
    True = 8,

    /// <summary>The value <c>false</c>.</summary>
    False = 9,

    /// <summary>The value <c>null</c>.</summary>
    Null = 10,

    /// <summary>The end of the input, after exactly one whole value.</summary>
    End = 11,
}
