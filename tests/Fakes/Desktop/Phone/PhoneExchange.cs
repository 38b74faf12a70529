using System;
using System.Globalization;
using System.Text;

namespace ToyGuard.Fakes;

/// <summary>One request and its answer, as they went over the wire.</summary>
public sealed class PhoneExchange
{
    private readonly int _bodyAt;

    /// <summary>Raw bytes of both.</summary>
    public PhoneExchange(byte[] request, byte[] answer)
    {
        Request = request;
        Answer = answer;
        int end = answer.AsSpan().IndexOf(Encoding.ASCII.GetBytes("\r\n\r\n"));
        _bodyAt = end < 0 ? answer.Length : end + 4;
    }

    /// <summary>What was sent.</summary>
    public byte[] Request { get; }

    /// <summary>What came back; no byte when nothing did.</summary>
    public byte[] Answer { get; }

    /// <summary>The status; 0 when nothing readable came back.</summary>
    public int Status
    {
        get { return Answer.Length > 12 && int.TryParse(Encoding.ASCII.GetString(Answer, 9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? status : 0; }
    }

    /// <summary>True when all of the answer is there, by its own Content-Length.</summary>
    public bool IsWhole
    {
        get
        {
            const string Field = "\r\nContent-Length: ";
            string head = Encoding.Latin1.GetString(Answer, 0, _bodyAt);
            int at = head.IndexOf(Field, StringComparison.OrdinalIgnoreCase);
            int end = at < 0 ? -1 : head.IndexOf('\r', at + Field.Length);
            return end > 0
                && int.TryParse(head.AsSpan(at + Field.Length, end - at - Field.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int length)
                && Answer.Length - _bodyAt >= length;
        }
    }

    /// <summary>What stands behind the head.</summary>
    public byte[] Body
    {
        get { return Answer[_bodyAt..]; }
    }

    /// <summary>The same as text.</summary>
    public string Text
    {
        get { return Encoding.UTF8.GetString(Body); }
    }
}
