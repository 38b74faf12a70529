using ToyGuard.Page.Door;
using ToyGuard.Page.Looks;
using ToyGuard.Page.Words;
using ToyGuard.Wire.Http;

namespace ToyGuard.Page.Routes;

/// <summary>The page as a function: a request's head in, a whole answer out. Used from many threads; what changes is in the arguments.</summary>
/// <remarks>
/// Judged in this order: is the head one that can be read in one way, is it for us (WEB-01), is there such a page, is it asked for in a way that it answers.
/// Refusals have no content. Every answer ends its connection.
/// </remarks>
public sealed class PageRouter
{
    /// <summary>Bytes of the longest answer, and of the buffer that holds it.</summary>
    public const int AnswerMax = 8192;

    /// <summary>Bytes of body that a request may bring; the page's largest form will need less.</summary>
    public const int BodyMax = 4096;

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

    /// <summary>True when a head that was read whole asks for one of our names or for the address that the visitor came to (WEB-01).</summary>
    public bool IsOwnHost(RequestHead head, byte[] buffer, PageVisitor visitor)
    {
        return OwnHost.Is(_identity, visitor, buffer, head.HostOffset, head.HostLength, head.HostPort);
    }

    /// <summary>Decides what a head that was read whole is answered, once its body, if <paramref name="answer"/> asks for one, was heard out.</summary>
    public void Judge(RequestHead head, byte[] buffer, PageVisitor visitor, PageAnswer answer)
    {
        if (!IsOwnHost(head, buffer, visitor))
        {
            answer.Refuse(421);
        }
        else if (head.Method == HttpMethod.Other || head.Method == HttpMethod.Connect)
        {
            answer.Refuse(501);
        }
        else if (!IsFirstPage(head, buffer))
        {
            Show(head, buffer, answer, 404, 0);
        }
        else if (head.Method != HttpMethod.Get && head.Method != HttpMethod.Head)
        {
            // At once: whatever its body is, it is not for this page.
            answer.Refuse(405);
        }
        else if (head.ContentLength > BodyMax)
        {
            answer.Refuse(413);
        }
        else if (head.ContentLength > 0 && head.ExpectsContinue)
        {
            // Nothing is waited for that means nothing (RFC 9110, 10.1.1 and 15.5.18).
            answer.Refuse(417);
        }
        else
        {
            Show(head, buffer, answer, 200, head.ContentLength > 0 ? (int)head.ContentLength : 0);
        }
    }

    /// <summary>Writes an answer that was decided, head and content. Returns its length.</summary>
    /// <param name="answer">What was decided.</param>
    /// <param name="buffer">Holds <see cref="AnswerMax"/> bytes. The request's own buffer will do: nothing of it is needed any more.</param>
    public int Write(PageAnswer answer, byte[] buffer)
    {
        AnswerWriter writer = new AnswerWriter(buffer);

        if (answer.Words != null)
        {
            if (answer.Status == 200)
            {
                FirstPage.Write(writer, _identity, answer.Words);
            }
            else
            {
                FirstPage.WriteNoPage(writer, _identity, answer.Words);
            }
        }

        int contentLength = writer.Count;
        AnswerHead.Write(writer, answer, contentLength);
        writer.MoveToFront(contentLength);

        return answer.IsHeadOnly ? writer.Count - contentLength : writer.Count;
    }

    private static void Show(RequestHead head, byte[] buffer, PageAnswer answer, int status, int bodyLength)
    {
        int field = head.Find("accept-language");
        PageWords words = field < 0 ? new EnglishWords() : LanguageChoice.Of(buffer, head.ValueOffset(field), head.ValueLength(field));

        answer.Show(status, words, head.Method == HttpMethod.Head, bodyLength);
    }

    // "/" with any query: phones and links add theirs.
    private static bool IsFirstPage(RequestHead head, byte[] buffer)
    {
        return buffer[head.TargetOffset] == '/' && (head.TargetLength == 1 || buffer[head.TargetOffset + 1] == '?');
    }
}
