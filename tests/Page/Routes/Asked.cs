using System;
using System.Text;

using ToyGuard.Page.Door;
using ToyGuard.Page.Routes;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Page.Tests.Routes;

/// <summary>One request put to the page, and what came of it. The answer is written over the request, as the server does.</summary>
internal sealed class Asked
{
    /// <summary>The lasting name in these tests.</summary>
    public const string Label = "toyguard-k7m2p9qx";

    /// <summary>The visitor's address.</summary>
    public const int Holder = 0x0A000007;

    private Asked(int status, int bodyLength, string answer, int more)
    {
        More = more;
        Status = status;
        BodyLength = bodyLength;
        int end = answer.IndexOf("\r\n\r\n");
        Head = answer.Substring(0, end + 4);
        Content = answer.Substring(end + 4);
    }

    public int Status { get; }

    /// <summary>Bytes that came in pieces behind the head and the content.</summary>
    public int More { get; }

    /// <summary>Bytes of body to be heard out first.</summary>
    public int BodyLength { get; }

    /// <summary>Status line and fields, with the empty line.</summary>
    public string Head { get; }

    public string Content { get; }

    /// <summary>A device at 192.0.2.1, asked at port 80 from the home side.</summary>
    public static Asked Of(string request)
    {
        return Of(request, NewIdentity(), 80);
    }

    public static Asked Of(string request, PageIdentity identity, int port)
    {
        return Of(Encoding.UTF8.GetBytes(request), identity, port);
    }

    public static Asked Of(byte[] bytes, PageIdentity identity, int port)
    {
        return Of(bytes, new PageRouter(identity), port, true);
    }

    /// <summary>A device with somebody behind its page, asked from the home side or from its own Wi-Fi.</summary>
    public static Asked Of(string request, IPageDoor door, bool isHomeSide = true)
    {
        return Of(Encoding.UTF8.GetBytes(request), new PageRouter(NewIdentity(), door), 80, isHomeSide);
    }

    private static Asked Of(byte[] bytes, PageRouter router, int port, bool isHomeSide)
    {
        byte[] buffer = new byte[PageRouter.AnswerMax + bytes.Length];
        Array.Copy(bytes, buffer, bytes.Length);

        PageVisitor visitor = new PageVisitor();
        visitor.Set(new byte[] { 192, 0, 2, 1 }, port, isHomeSide, Holder);
        PageAnswer answer = new PageAnswer();
        RequestHead head = new RequestHead();
        ReadStatus status = head.Read(buffer, 0, bytes.Length);
        Assert.AreNotEqual((int)ReadStatus.NeedMore, (int)status, "a whole head");

        if (status == ReadStatus.Complete)
        {
            router.Judge(head, buffer, visitor, answer);
        }
        else
        {
            answer.RefuseHead(head.Fault);
        }

        int bodyLength = answer.BodyLength;
        int had = bytes.Length - head.HeadLength;
        Array.Copy(buffer, head.HeadLength, buffer, 0, bodyLength < had ? bodyLength : had);
        int length = router.Write(answer, buffer, visitor, 0);
        string written = Encoding.UTF8.GetString(buffer, 0, length);
        int more = 0;

        for (int count = answer.WriteMore(buffer); count > 0; count = answer.WriteMore(buffer))
        {
            more += count;
        }

        return new Asked(answer.Status, bodyLength, written, more);
    }

    /// <summary>A GET of "/" under the lasting name, with more field lines, each with its line end.</summary>
    public static Asked FirstPage(string fields)
    {
        return Of("GET / HTTP/1.1\r\nHost: " + Label + ".local\r\n" + fields + "\r\n");
    }

    public static PageIdentity NewIdentity()
    {
        return new PageIdentity("Story Bear", Label, PageMode.Toy);
    }

    /// <summary>The value of a field of the answer; "" when it has none.</summary>
    public string Field(string name)
    {
        int at = Head.IndexOf("\r\n" + name + ": ");

        if (at < 0)
        {
            return "";
        }

        at += name.Length + 4;

        return Head.Substring(at, Head.IndexOf("\r\n", at) - at);
    }

    public bool Says(string text)
    {
        return Content.IndexOf(text) >= 0;
    }
}
