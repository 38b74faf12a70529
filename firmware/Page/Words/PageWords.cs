namespace ToyGuard.Page.Words;

/// <summary>The words of the page in one language. Every one of them is put into HTML as text.</summary>
internal abstract class PageWords
{
    /// <summary>The language's tag (RFC 5646), as in "en".</summary>
    internal abstract string Tag { get; }

    /// <summary>The way it is written: "ltr" or "rtl".</summary>
    internal abstract string Direction { get; }

    /// <summary>What a hub is.</summary>
    internal abstract string Hub { get; }

    /// <summary>What a toy is.</summary>
    internal abstract string Toy { get; }

    /// <summary>The state before a grown-up has claimed the device, in two or three words.</summary>
    internal abstract string NotPaired { get; }

    /// <summary>What that means.</summary>
    internal abstract string NotPairedMeans { get; }

    /// <summary>The state after that, in a word or two.</summary>
    internal abstract string Paired { get; }

    /// <summary>What that means.</summary>
    internal abstract string PairedMeans { get; }

    /// <summary>Who is talking: before the device's name.</summary>
    internal abstract string HelloBeforeName { get; }

    /// <summary>Who is talking: behind the device's name.</summary>
    internal abstract string HelloBehindName { get; }

    /// <summary>Why the browser says that this is not secure.</summary>
    internal abstract string NotSecure { get; }

    /// <summary>There is no page at this address.</summary>
    internal abstract string NoPage { get; }

    /// <summary>The way to the first page.</summary>
    internal abstract string ToFirstPage { get; }
}
