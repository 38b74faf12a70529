using System;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using ToyGuard.Core.Policy;
using ToyGuard.Emulator.Board;
using ToyGuard.Emulator.InToy;
using ToyGuard.Emulator.Look;

namespace ToyGuard.Emulator.View;

/// <summary>The words that both views use, so that a log line and a table row say the same.</summary>
internal static class Words
{
    /// <summary>What pages say of a verdict: open, closed, or waiting for a guardian.</summary>
    public static string StateOf(Reason reason)
    {
        return reason switch
        {
            Reason.Allowed => "open",
            Reason.WaitingForGuardian or Reason.SensorWaiting => "waiting",
            _ => "closed",
        };
    }

    /// <summary>What was asked, as one word.</summary>
    public static string AskedOf(AskKind kind)
    {
        return kind switch
        {
            AskKind.Lookup => "name",
            AskKind.TlsHello => "hello",
            AskKind.Https => "https",
            AskKind.Tls => "tls",
            AskKind.Http => "http",
            AskKind.Clock => "clock",
            AskKind.OwnClock => "own-clock",
            AskKind.Sensor => "sensor",
            AskKind.OwnErase => "own-erase",
            _ => "nothing",
        };
    }

    /// <summary>The log line of <paramref name="happening"/>. Scripts read it: add at the end, keep the rest.</summary>
    public static string LineOf(Happening happening)
    {
        string time = happening.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);

        return happening switch
        {
            VerdictGiven it => $"verdict {time} toy={Value(it.Toy)} host={Value(it.Host)} asked={AskedOf(it.Kind)} port={it.Port} "
                + $"state={StateOf(it.Reason)} reason={(int)it.Reason} words=\"{ReasonWords.Of(it.Reason)}\"" + (it.Sensor == 0 ? "" : $" sensor={it.Sensor}"),
            VerdictsSummedUp it => $"more {time} toy={Value(it.Toy)} open={it.Open} waiting={it.Waiting} closed={it.Closed}",
            ResolverAsked it => $"lab-resolver {time} name={Value(it.Name)}",
            ServerReached it => $"lab-server {time} host={Value(it.Host)} address={it.Address}",
            ServiceFailed it => $"failed {time} service={Value(it.Service)} again-in-ms={it.DelayMs} fault={Quoted(it.Fault)}",
            CommandAnswered it => it.Answer,
            SomethingFound it => BootWords.LineOf(it.Finding),
            ToyHappening it => it.LineAt(time),
            BoardHappening it => it.LineAt(time),
            _ => throw new ArgumentOutOfRangeException(nameof(happening)),
        };
    }

    /// <summary>A name as it is where it is one plain word, in quotation marks where it could be taken for two, "-" where there is none.</summary>
    public static string Value(string text)
    {
        if (text.Length == 0)
        {
            return "-";
        }

        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_'))
            {
                return Quoted(text);
            }
        }

        return text;
    }

    /// <summary>Words of our own as a JSON string that people can read too.</summary>
    public static string Readable(string text)
    {
        return $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
    }

    /// <summary>As a JSON string: everything that is not plain ASCII is escaped, so nothing foreign reaches a terminal.</summary>
    public static string Quoted(string text)
    {
        return $"\"{JsonEncodedText.Encode(text)}\"";
    }
}
