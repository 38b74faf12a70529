using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using ToyGuard.Core.Policy;

namespace ToyGuard.Emulator.Ask;

/// <summary>Writes one answer: <c>{"target":…,"verdict":"allow"|"hold","reason":NUMBER,"words":…}</c>.</summary>
internal static class AskAnswer
{
    /// <summary>The line. Bytes of <paramref name="target"/> that are no UTF-8 are shown as U+FFFD; of a target that was too long the beginning is shown, with … behind it.</summary>
    public static string Line(byte[] target, Verdict verdict)
    {
        string text = target.Length > AskTarget.LengthMax
            ? Encoding.UTF8.GetString(target, 0, AskTarget.LengthMax) + "…"
            : Encoding.UTF8.GetString(target);
        string outcome = verdict.IsAllowed ? "allow" : "hold";

        return $"{{\"target\":{Quoted(text)},\"verdict\":\"{outcome}\",\"reason\":{(int)verdict.Reason},"
            + $"\"words\":\"{JsonEncodedText.Encode(ReasonWords.Of(verdict.Reason), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"}}";
    }

    // In plain ASCII: the encoder keeps & and + readable, but what it leaves beyond that could turn a terminal's line around.
    private static string Quoted(string text)
    {
        StringBuilder line = new("\"");

        foreach (char c in JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString())
        {
            _ = c is >= ' ' and <= '~' ? line.Append(c) : line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return line.Append('"').ToString();
    }
}
