using System.Text;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Storage;

/// <summary>Writes down what a journal replays: "b" and the base, then " kind:" and each entry, bytes in hex.</summary>
internal sealed class Replayed : IJournalReader
{
    private readonly StringBuilder _text = new();

    internal string Text
    {
        get { return _text.ToString(); }
    }

    public void OnBase(byte[] bytes, int count)
    {
        _text.Append('b');
        AppendHex(bytes, 0, count);
    }

    public void OnEntry(int kind, byte[] bytes, int offset, int count)
    {
        _text.Append(' ');
        _text.Append(kind);
        _text.Append(':');
        AppendHex(bytes, offset, count);
    }

    /// <summary>What the journal of the boots on a flash replays when it is opened anew.</summary>
    internal static string Of(FlashModel flash, out JournalStatus status)
    {
        Replayed replayed = new();
        status = new Journal(flash, FlashLayout.BootA, FlashLayout.BootB).Open(replayed);
        return replayed.Text;
    }

    private void AppendHex(byte[] bytes, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _text.Append(bytes[offset + i].ToString("x2"));
        }
    }
}
