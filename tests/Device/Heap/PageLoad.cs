using ToyGuard.Page.Routes;
using ToyGuard.Wire.Http;

namespace ToyGuard.Heap;

/// <summary>What one visit to the page holds, as WebWorker has it.</summary>
public sealed class PageLoad
{
    private readonly RestingThreads _thread = new RestingThreads(1);

    /// <summary>The request, and the answer over it.</summary>
    public byte[] Buffer { get; } = new byte[RequestHead.HeadMax > PageRouter.AnswerMax ? RequestHead.HeadMax : PageRouter.AnswerMax];

    /// <summary>What is asked.</summary>
    public RequestHead Head { get; } = new RequestHead();

    /// <summary>What is answered.</summary>
    public PageAnswer Answer { get; } = new PageAnswer();

    /// <summary>Who asks.</summary>
    public PageVisitor Visitor { get; } = new PageVisitor();

    /// <summary>How many threads serve it.</summary>
    public int Threads
    {
        get { return _thread.Count; }
    }
}
