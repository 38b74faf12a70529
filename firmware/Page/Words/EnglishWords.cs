namespace ToyGuard.Page.Words;

/// <summary>English, and what everybody gets whose languages we do not have.</summary>
internal sealed class EnglishWords : PageWords
{
    internal override string Tag => "en";

    internal override string Direction => "ltr";

    internal override string Hub => "The hub between toys and the Internet";

    internal override string Toy => "A toy with ToyGuard inside";

    internal override string NotPaired => "Not paired yet";

    internal override string NotPairedMeans => "Until a grown-up pairs it, nothing goes out to the Internet.";

    internal override string Paired => "Paired";

    internal override string PairedMeans => "What is open and what stays closed is decided on a grown-up’s phone.";

    internal override string HelloBeforeName => "You are talking to ";

    internal override string HelloBehindName => " itself. Nothing on this page comes from the Internet or goes there.";

    internal override string NotSecure => "Your browser says “Not secure” because no website stands behind this page, only this device.";

    internal override string NoPage => "There is no page at this address.";

    internal override string ToFirstPage => "Go to the first page";
}
