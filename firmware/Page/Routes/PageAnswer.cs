using ToyGuard.Assets;
using ToyGuard.Wire.Http;

namespace ToyGuard.Page.Routes;

/// <summary>What a request will be answered, decided before a byte of the answer is written. One for each connection in work, used again.</summary>
/// <remarks>It keeps nothing of the request, so the answer can be written over the request's bytes.</remarks>
public sealed class PageAnswer
{
    private int _written;

    /// <summary>Status code of RFC 9110, 15; 0 before anything was decided.</summary>
    public int Status { get; private set; }

    /// <summary>Bytes of body to be read whole before the answer is written, 0 to <see cref="PageRouter.BodyMax"/>: at the start of the buffer.</summary>
    public int BodyLength { get; private set; }

    /// <summary>What it carries.</summary>
    internal PageContent Content { get; private set; }

    /// <summary>True when the answer is told about but not sent (RFC 9110, 9.3.2).</summary>
    internal bool IsHeadOnly { get; private set; }

    /// <summary>Where a redirect leads; empty for every other answer.</summary>
    internal string Location { get; private set; } = "";

    /// <summary>Which packed answer it is, a number of <see cref="PageAssets"/>.</summary>
    internal int Packed { get; private set; }

    /// <summary>The language of its content, a number of <see cref="PageAssets"/>.</summary>
    internal int Language { get; private set; }

    /// <summary>True for what comes from <see cref="PageAssets"/>.</summary>
    internal bool IsPacked
    {
        get { return Content == PageContent.Page || Content == PageContent.Help || Content == PageContent.Part; }
    }

    /// <summary>Bytes of a packed page, which follow the head in pieces; 0 for every other content.</summary>
    internal int PackedLength
    {
        get
        {
            return IsPacked ? PageAssets.LengthOf(Packed, Language) : 0;
        }
    }

    /// <summary>Writes the next piece of an answer that is longer than the buffer, behind what <see cref="PageRouter.Write"/> wrote. Returns its length, 0 behind the last.</summary>
    public int WriteMore(byte[] buffer)
    {
        if (IsHeadOnly || !IsPacked)
        {
            return 0;
        }

        int count = PageAssets.Read(Packed, Language, _written, buffer, 0, PageRouter.AnswerMax);
        _written += count;

        return count;
    }

    /// <summary>What is said to a head that was refused.</summary>
    public void RefuseHead(HttpFault fault)
    {
        Refuse(StatusOf(fault));
    }

    /// <summary>What is said to somebody who began a request and did not end it in time (RFC 9110, 15.5.9).</summary>
    public void RefuseLate()
    {
        Refuse(408);
    }

    /// <summary>An answer without content.</summary>
    internal void Refuse(int status)
    {
        Show(status, PageContent.None, 0, false, 0);
    }

    /// <summary>The one refusal of the door and of the set-up: it never says why.</summary>
    internal void RefuseConstant()
    {
        Refuse(403);
    }

    /// <summary>This is there, but it is not asked for in this way.</summary>
    internal void RefuseMethod(bool isPosted)
    {
        Refuse(405);
        IsPosted = isPosted;
    }

    /// <summary>For <see cref="RefuseMethod"/>: what would have been the way.</summary>
    internal bool IsPosted { get; private set; }

    /// <summary>Sends a visitor to another address.</summary>
    internal void Redirect(string location)
    {
        Refuse(302);
        Location = location;
    }

    /// <summary>An answer from <see cref="PageAssets"/>, where it is <paramref name="packed"/>.</summary>
    internal void ShowPacked(PageContent content, int packed, int language, bool isHeadOnly, int bodyLength)
    {
        Show(200, content, language, isHeadOnly, bodyLength);
        Packed = packed;
    }

    /// <summary>An answer with content.</summary>
    internal void Show(int status, PageContent content, int language, bool isHeadOnly, int bodyLength)
    {
        Status = status;
        Content = content;
        Language = language;
        IsHeadOnly = isHeadOnly;
        BodyLength = bodyLength;
        Location = "";
        _written = 0;
    }

    private static int StatusOf(HttpFault fault)
    {
        switch (fault)
        {
            case HttpFault.LengthTooLarge:
                return 413;
            case HttpFault.TargetTooLong:
                return 414;
            case HttpFault.HeadTooLong:
            case HttpFault.TooManyFields:
                return 431;
            case HttpFault.MethodTooLong:
            case HttpFault.TransferEncoding:
                return 501;
            case HttpFault.Version:
                return 505;
            default:
                return 400;
        }
    }
}
