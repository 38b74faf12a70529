namespace ToyGuard.Maker.Flash;

/// <summary>One call of nanoff.</summary>
/// <param name="Name">What <see cref="CallJudge"/> knows it by.</param>
/// <param name="Arguments">Exactly these, in this order.</param>
/// <param name="Why">What it is for, in words for the one who waits.</param>
/// <param name="IsWriting">True when the board is another one afterwards.</param>
/// <param name="FileText">A text that stands in a file while the call runs; its path takes the place of <see cref="FilePlace"/>. Null for none. Never a secret.</param>
internal sealed record FlashCall(string Name, string[] Arguments, string Why, bool IsWriting, string? FileText = null)
{
    /// <summary>Stands among the arguments for the file's path.</summary>
    public const string FilePlace = "{file}";
}
