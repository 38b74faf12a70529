using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace ToyGuard.Wire.Tests.Http.Desktop;

/// <summary>The same rules once more, slowly and plainly: the whole head as text, taken apart by patterns that are RFC 9112's grammar. What the real reader is compared with.</summary>
internal static class ObviousHeadReader
{
    private const string Token = @"[!#$%&'*+\-.^_`|~0-9A-Za-z]";
    private const string PathAndQuery = @"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*";
    private const string HostAndPort = @"(?<host>[A-Za-z0-9\-._]{1,255})(?::(?<port>[1-9][0-9]{0,4}))?";

    // RFC 9112, 2.1, 3 and 5: start-line CRLF *( field-line CRLF ) CRLF, the last CRLF cut off.
    private static readonly Regex Head = new(
        $@"\A(?<method>{Token}{{1,32}}) (?<target>[^ ]{{1,2048}}) HTTP/1\.(?<minor>[01])\r\n(?:(?<name>{Token}+):(?<value>[\t\x20-\x7e]*)\r\n){{0,64}}\z",
        RegexOptions.Compiled);

    // RFC 9112, 3.2.1 to 3.2.4.
    private static readonly Regex Origin = new($@"\A(?<path>/{PathAndQuery})\z");
    private static readonly Regex Absolute = new($@"\A[Hh][Tt][Tt][Pp]://{HostAndPort}(?<path>/{PathAndQuery})\z");
    private static readonly Regex AuthorityForm = new($@"\A(?<path>{HostAndPort})\z");
    private static readonly Regex Asterisk = new(@"\A(?<path>\*)\z");

    private static readonly Regex Host = new($@"\A{HostAndPort}\z");
    private static readonly Regex Length = new(@"\A(?:0|[1-9][0-9]{0,14})\z");

    /// <summary>Method, version, path, host, port, Content-Length and length of the head; null when the bytes are refused or not whole.</summary>
    public static string? Read(byte[] bytes)
    {
        string text = Encoding.Latin1.GetString(bytes);
        int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);

        if (end < 0 || end + 4 > 8192)
        {
            return null;
        }

        Match head = Head.Match(text[..(end + 2)]);
        List<string> names = head.Groups["name"].Captures.Select(static name => name.Value.ToLowerInvariant()).ToList();
        List<string> values = head.Groups["value"].Captures.Select(static value => value.Value.Trim(' ', '\t')).ToList();

        string[] Of(string name)
        {
            return values.Where((_, i) => names[i] == name).ToArray();
        }

        string[] hosts = Of("host");
        string[] lengths = Of("content-length");

        // RFC 9112, 3.2 (one Host), 6.1 and 6.3 (one framing); RFC 9110, 7.6.1 (Connection).
        if (!head.Success || hosts.Length != 1 || lengths.Length > 1 || Of("transfer-encoding").Length > 0
            || (lengths.Length == 1 && !Length.IsMatch(lengths[0]))
            || Of("connection").SelectMany(static value => value.Split(',')).Any(static option =>
                option.Trim(' ', '\t').ToLowerInvariant() is "host" or "content-length" or "transfer-encoding"))
        {
            return null;
        }

        Match host = Host.Match(hosts[0]);
        Match? target = Target(head.Groups["method"].Value, head.Groups["target"].Value);

        if (!IsPortFine(host) || target == null || !IsPortFine(target)
            || (target.Groups["host"].Success
                && (!target.Groups["host"].Value.Equals(host.Groups["host"].Value, StringComparison.OrdinalIgnoreCase)
                    || target.Groups["port"].Value != host.Groups["port"].Value)))
        {
            return null;
        }

        string port = host.Groups["port"].Success ? host.Groups["port"].Value : "-1";
        string length = lengths.Length == 1 ? lengths[0] : "-1";

        return $"{head.Groups["method"]} {head.Groups["minor"]} {target.Groups["path"]} {host.Groups["host"]} {port} {length} {end + 4}";
    }

    private static Match? Target(string method, string target)
    {
        Regex[] forms = method switch
        {
            "CONNECT" => new[] { AuthorityForm },
            "OPTIONS" => new[] { Origin, Absolute, Asterisk },
            _ => new[] { Origin, Absolute },
        };
        Match? match = forms.Select(form => form.Match(target)).FirstOrDefault(static form => form.Success);

        return method == "CONNECT" && match?.Groups["port"].Success != true ? null : match;
    }

    private static bool IsPortFine(Match match)
    {
        return match.Success && (!match.Groups["port"].Success || int.Parse(match.Groups["port"].Value) <= 65535);
    }
}
