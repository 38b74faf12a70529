using System.IO;
using System.Text;
using ToyGuard.Core.Policy;
using ToyGuard.Wire.Http;

namespace ToyGuard.Edge.Toy;

/// <summary>What became of a call: an answer, or why and where it was held.</summary>
public sealed class OutgoingAnswer
{
    // A copy of the head, so that it can be asked while the body runs through the client's buffer.
    private readonly byte[] _bytes;
    private readonly ResponseHead? _head;

    internal OutgoingAnswer(Reason reason, string place, int redirects)
    {
        Reason = reason == Reason.Allowed ? Reason.None : reason;
        Place = place;
        Redirects = redirects;
        _bytes = new byte[0];
    }

    internal OutgoingAnswer(string place, int redirects, byte[] head, BodyStream body)
    {
        Reason = Reason.Allowed;
        Place = place;
        Redirects = redirects;
        Body = body;
        _bytes = head;
        _head = new ResponseHead();
        _head.Read(head, 0, head.Length);
        Status = _head.Status;
    }

    /// <summary><see cref="Reason.Allowed"/> when there is an answer, whatever its status; else why there is none.</summary>
    public Reason Reason { get; }

    /// <summary>The host that answered, or that the call was held at, after redirects; with its port when that is not the scheme's own. Empty when the URL names none.</summary>
    public string Place { get; }

    /// <summary>How many redirects were followed, or begun: 0 to 5.</summary>
    public int Redirects { get; }

    /// <summary>200 to 599; 0 when held.</summary>
    public int Status { get; }

    /// <summary>The body, which may be empty; null when held. Until it is read to its end or closed, the call is going on.</summary>
    public Stream? Body { get; }

    /// <summary>The value of the first header line of that name, whatever its case; null when there is none.</summary>
    public string? Header(string name)
    {
        char[] lower = new char[name.Length];

        for (int i = 0; i < lower.Length; i++)
        {
            lower[i] = name[i] >= 'A' && name[i] <= 'Z' ? (char)(name[i] + 32) : name[i];
        }

        int index = _head == null ? -1 : _head.Find(new string(lower));

        return index < 0 ? null : Encoding.UTF8.GetString(_bytes, _head!.ValueOffset(index), _head.ValueLength(index));
    }
}
