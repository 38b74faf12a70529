using ToyGuard.Page.Door;
using ToyGuard.Page.Looks;
using ToyGuard.Page.Probes;
using ToyGuard.Page.Words;
using ToyGuard.Wire.Http;

namespace ToyGuard.Page.Routes;

/// <summary>The page as a function: a request's head in, an answer out. Used from many threads; what changes is in the arguments.</summary>
/// <remarks>
/// Judged in this order: is the head one that can be read in one way, is it for us (WEB-01), is there such a page, is it asked for in a way that it answers,
/// and what is posted: does it come from our own page (WEB-02). Refusals have no content. Every answer ends its connection.
/// </remarks>
public sealed class PageRouter
{
    /// <summary>Bytes of a buffer that holds every body and every answer; a packed page goes through it in pieces.</summary>
    public const int AnswerMax = 8192;

    /// <summary>Bytes of body that a request may bring.</summary>
    public const int BodyMax = 4096;

    /// <summary>Bytes that a posted network and its key may need.</summary>
    public const int SetUpMax = 512;

    private readonly PageIdentity _identity;
    private readonly IPageDoor? _door;

    /// <summary>The page of the device that <paramref name="identity"/> names.</summary>
    /// <param name="identity">What anybody may know of it.</param>
    /// <param name="door">What stands behind it; null is a page that nobody can sign in at.</param>
    public PageRouter(PageIdentity identity, IPageDoor? door = null)
    {
        _identity = identity;
        _door = door;
    }

    /// <summary>True when a head that was read whole asks for one of our names or for the address that the visitor came to (WEB-01), or is a phone's probe during set-up.</summary>
    public bool IsForUs(RequestHead head, byte[] buffer, PageVisitor visitor)
    {
        return OwnHost.Is(_identity, visitor, buffer, head.HostOffset, head.HostLength, head.HostPort)
            || ProbeOf(head, buffer, visitor) != ProbeAnswer.None;
    }

    /// <summary>Decides what a head that was read whole is answered, once its body, if <paramref name="answer"/> asks for one, was heard out.</summary>
    public void Judge(RequestHead head, byte[] buffer, PageVisitor visitor, PageAnswer answer)
    {
        ProbeAnswer probe = ProbeOf(head, buffer, visitor);

        if (probe == ProbeAnswer.Redirect)
        {
            answer.Redirect(OwnHost.LinkTo(visitor));
        }
        else if (probe == ProbeAnswer.Success)
        {
            answer.Show(200, PageContent.Probe, 0, head.Method == HttpMethod.Head, 0);
        }
        else if (!OwnHost.Is(_identity, visitor, buffer, head.HostOffset, head.HostLength, head.HostPort))
        {
            answer.Refuse(421);
        }
        else if (head.Method == HttpMethod.Other || head.Method == HttpMethod.Connect)
        {
            answer.Refuse(501);
        }
        else
        {
            JudgeContent(head, buffer, visitor, answer);
        }
    }

    /// <summary>Writes an answer that was decided, head and content, over its body. Returns its length.</summary>
    /// <param name="answer">What was decided. The door may refuse after all.</param>
    /// <param name="buffer">Holds <see cref="AnswerMax"/> bytes, the whole body at its start. Nothing else of the request is needed any more.</param>
    /// <param name="visitor">Where it came in.</param>
    /// <param name="nowMs">The monotonic clock.</param>
    public int Write(PageAnswer answer, byte[] buffer, PageVisitor visitor, long nowMs)
    {
        AnswerWriter writer = new AnswerWriter(buffer);
        WriteContent(writer, answer, buffer, visitor, nowMs);

        int contentLength = writer.Count;
        AnswerHead.Write(writer, answer, contentLength + answer.PackedLength);
        writer.MoveToFront(contentLength);

        return answer.IsHeadOnly ? writer.Count - contentLength : writer.Count;
    }

    // The one foreign Host that is answered: on the device's own Wi-Fi, as long as there is something to set up there.
    private ProbeAnswer ProbeOf(RequestHead head, byte[] buffer, PageVisitor visitor)
    {
        return !visitor.IsHomeSide && _door is not null && _door.IsSettingUp ? ProbeTable.Judge(head, buffer) : ProbeAnswer.None;
    }

    private void JudgeContent(RequestHead head, byte[] buffer, PageVisitor visitor, PageAnswer answer)
    {
        int route = RouteTable.Of(head, buffer);
        PageContent content = RouteTable.ContentAt(route);
        bool isRead = head.Method == HttpMethod.Get || head.Method == HttpMethod.Head;
        bool isPosted = RouteTable.IsPosted(content);

        if (content == PageContent.NoPage || (_door == null && content != PageContent.Page))
        {
            answer.Show(404, PageContent.NoPage, LanguageChoice.Of(head, buffer), head.Method == HttpMethod.Head, 0);
        }
        else if (isPosted ? head.Method != HttpMethod.Post : !isRead)
        {
            // At once: whatever its body is, it is not for this page.
            answer.RefuseMethod(isPosted);
        }
        else if (head.ContentLength > BodyMax)
        {
            answer.Refuse(413);
        }
        else if (head.ContentLength > 0 && head.ExpectsContinue)
        {
            // Nothing is waited for that means nothing (RFC 9110, 10.1.1 and 15.5.18); browsers never ask.
            answer.Refuse(417);
        }
        else if (isPosted)
        {
            JudgePost(head, buffer, content, answer);
        }
        else
        {
            Show(head, buffer, route, visitor, answer);
        }
    }

    private static void JudgePost(RequestHead head, byte[] buffer, PageContent content, PageAnswer answer)
    {
        bool isDoor = content == PageContent.Door;

        if (head.ContentLength < 1
            || (!isDoor && head.ContentLength > (content == PageContent.Ask ? ChildPage.AskMax : SetUpMax))
            || !OwnOrigin.Is(head, buffer)
            || !OwnOrigin.Says(head, buffer, "content-type", isDoor ? AnswerHead.DoorType : AnswerHead.JsonType))
        {
            answer.RefuseConstant();
        }
        else
        {
            answer.Show(200, content, 0, false, (int)head.ContentLength);
        }
    }

    private void Show(RequestHead head, byte[] buffer, int route, PageVisitor visitor, PageAnswer answer)
    {
        PageContent content = RouteTable.ContentAt(route);
        bool isHeadOnly = head.Method == HttpMethod.Head;
        int bodyLength = head.ContentLength > 0 ? (int)head.ContentLength : 0;
        int language = LanguageChoice.Of(head, buffer);

        if (content is PageContent.State or PageContent.MyToy)
        {
            answer.Show(200, content, language, isHeadOnly, bodyLength);
        }
        else if (_door != null && WishList.WeightOf(head, buffer, "accept-encoding", "gzip") > 0)
        {
            answer.ShowPacked(content, RouteTable.PackedAt(route, visitor.IsHomeSide), language, isHeadOnly, bodyLength);
        }
        else
        {
            answer.Show(200, PageContent.Small, language, isHeadOnly, bodyLength);
        }
    }

    private void WriteContent(AnswerWriter writer, PageAnswer answer, byte[] buffer, PageVisitor visitor, long nowMs)
    {
        switch (answer.Content)
        {
            case PageContent.Small:
                FirstPage.Write(writer, _identity, LanguageChoice.WordsOf(answer.Language));
                break;
            case PageContent.NoPage:
                FirstPage.WriteNoPage(writer, _identity, LanguageChoice.WordsOf(answer.Language));
                break;
            case PageContent.Probe:
                writer.Put(ProbeTable.SuccessPage);
                break;
            case PageContent.State:
                writer.Take(_door!.State(buffer, visitor.IsHomeSide, nowMs));
                break;
            case PageContent.MyToy:
                writer.Take(_door!.MyToy(buffer, nowMs));
                break;
            case PageContent.Ask:
                TakeOrRefuse(writer, answer, _door!.Ask(buffer, 0, answer.BodyLength, nowMs));
                break;
            case PageContent.Door:
                TakeOrRefuse(writer, answer, _door!.Answer(buffer, 0, answer.BodyLength, visitor.IsHomeSide, visitor.Holder, nowMs));
                break;
            case PageContent.SetUp:
                bool isTaken = _door!.SetUp(buffer, 0, answer.BodyLength, visitor.IsHomeSide, visitor.Holder, nowMs);
                TakeOrRefuse(isTaken ? writer.Put("{\"ok\":true}") : writer, answer, writer.Count);
                break;
            default:
                break;
        }
    }

    private static void TakeOrRefuse(AnswerWriter writer, PageAnswer answer, int count)
    {
        writer.Take(count);

        if (count == 0)
        {
            answer.RefuseConstant();
        }
    }
}
