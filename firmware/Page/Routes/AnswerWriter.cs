using System;
using System.Text;

namespace ToyGuard.Page.Routes;

/// <summary>Writes an answer into a buffer, content first and head after, so that the head can say how long the content is.</summary>
/// <remarks>Text goes through UTF-8 as a whole: the device's GetBytes with a range counts bytes where it should count characters.</remarks>
internal sealed class AnswerWriter
{
    private readonly byte[] _buffer;

    internal AnswerWriter(byte[] buffer)
    {
        _buffer = buffer;
    }

    /// <summary>How many bytes were written.</summary>
    internal int Count { get; private set; }

    /// <summary>Bytes that stand in the buffer already, at its start: nothing was written before them.</summary>
    internal void Take(int count)
    {
        Count = count;
    }

    /// <summary>Text as it is.</summary>
    internal AnswerWriter Put(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Array.Copy(bytes, 0, _buffer, Count, bytes.Length);
        Count += bytes.Length;

        return this;
    }

    /// <summary>Text that a stranger may have written: none of its characters means anything in HTML (WEB-03).</summary>
    internal AnswerWriter PutText(string text)
    {
        int from = 0;

        for (int i = 0; i < text.Length; i++)
        {
            string entity = Entity(text[i]);

            if (entity.Length > 0)
            {
                Put(text.Substring(from, i - from)).Put(entity);
                from = i + 1;
            }
        }

        return Put(text.Substring(from));
    }

    /// <summary>Puts everything from <paramref name="start"/> on in front of what stands before it.</summary>
    internal void MoveToFront(int start)
    {
        byte[] head = new byte[Count - start];
        Array.Copy(_buffer, start, head, 0, head.Length);
        Array.Copy(_buffer, 0, _buffer, head.Length, start);
        Array.Copy(head, 0, _buffer, 0, head.Length);
    }

    private static string Entity(char character)
    {
        switch (character)
        {
            case '&':
                return "&amp;";
            case '<':
                return "&lt;";
            case '>':
                return "&gt;";
            case '"':
                return "&quot;";
            case '\'':
                return "&#39;";
            default:
                return "";
        }
    }
}
