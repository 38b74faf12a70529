namespace ToyGuard.Maker.Flash;

/// <summary>One call of nanoff.</summary>
/// <param name="Name">What <see cref="CallJudge"/> knows it by.</param>
/// <param name="Arguments">Exactly these, in this order.</param>
/// <param name="Why">What it is for, in words for the one who waits.</param>
/// <param name="IsWriting">True when the board is another one afterwards.</param>
internal sealed record FlashCall(string Name, string[] Arguments, string Why, bool IsWriting)
{
    /// <summary>Stands among the arguments for the path of the device's image, which is made just before the first call and gone behind the last.</summary>
    public const string ImagePlace = "{image}";
}
