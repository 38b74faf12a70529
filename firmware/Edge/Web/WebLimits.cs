namespace ToyGuard.Edge.Web;

/// <summary>How long a connection to the page waits. Times are absolute: bytes that drip in do not extend them.</summary>
/// <remarks>How soon a silent one gives way to another is said by <see cref="ToyGuard.Guard.Sockets.SocketBudget"/>, how long a body may be by <see cref="ToyGuard.Page.Routes.PageRouter"/>.</remarks>
public sealed class WebLimits
{
    /// <summary>Milliseconds from accept until the head is whole. A phone sends it in one piece; nginx waits 60 s, which three places could not bear.</summary>
    public int HeadMs { get; set; } = 5000;

    /// <summary>Milliseconds from the head's end until the body is whole.</summary>
    public int BodyMs { get; set; } = 10000;

    /// <summary>Milliseconds that the visitor has to take the answer.</summary>
    public int AnswerMs { get; set; } = 10000;

    /// <summary>Connections served at once where the budget sets no limit; each has a thread and a buffer of 8 KiB.</summary>
    public int UnlimitedPlaces { get; set; } = 64;
}
