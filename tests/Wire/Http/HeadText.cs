using System.Text;
using ToyGuard.Wire.Http;

namespace ToyGuard.Wire.Tests.Http;

/// <summary>All that a head says, as one line of text, so that two readings can be compared.</summary>
internal static class HeadText
{
    /// <summary>Of a request.</summary>
    public static string Of(RequestHead head, byte[] buffer)
    {
        StringBuilder text = new StringBuilder();
        text.Append($"{head.HeadLength} {(int)head.Method} ");
        Add(text, buffer, head.MethodOffset, head.MethodLength);
        Add(text, buffer, head.TargetOffset, head.TargetLength);
        Add(text, buffer, head.HostOffset, head.HostLength);
        text.Append($"{head.HostPort} {head.ContentLength} ");
        text.Append(head.IsAbsolute ? 'a' : '-').Append(head.IsVersion10 ? '0' : '1');
        text.Append(head.HasUpgrade ? 'u' : '-').Append(head.ExpectsContinue ? 'e' : '-');

        return text.Append(' ').Append(Fields(head, buffer)).ToString();
    }

    /// <summary>Of a response.</summary>
    public static string Of(ResponseHead head, byte[] buffer)
    {
        StringBuilder text = new StringBuilder();
        text.Append($"{head.HeadLength} {head.Status} {head.ContentLength} ");
        text.Append(head.IsChunked ? 'c' : '-').Append(head.IsVersion10 ? '0' : '1');

        return text.Append(' ').Append(Fields(head, buffer)).ToString();
    }

    private static string Fields(MessageHead head, byte[] buffer)
    {
        StringBuilder text = new StringBuilder();

        for (int i = 0; i < head.HeaderCount; i++)
        {
            Add(text, buffer, head.NameOffset(i), head.NameLength(i));
            Add(text, buffer, head.ValueOffset(i), head.ValueLength(i));
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, byte[] buffer, int offset, int length)
    {
        text.Append('[').Append(Encoding.UTF8.GetString(buffer, offset, length)).Append(']');
    }
}
