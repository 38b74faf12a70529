using System;
using System.Collections.Generic;
using System.Text;

using ToyGuard.Fuzz.Loop;
using ToyGuard.Wire;
using ToyGuard.Wire.Url;

namespace ToyGuard.Fuzz.Targets;

/// <summary>What a Location says, against the URL that it stands in. What comes out must mean the same when it is written out and read again.</summary>
internal sealed class ReferenceTarget : Target
{
    private const string Base = "https://stories.toys.example:8443/a/b?c";

    private readonly UrlReader _from = new();
    private readonly UrlReference _used = new();
    private readonly UrlReference _again = new();

    private UrlReference _resolved = new();

    public ReferenceTarget()
    {
        _from.Read(Base);
    }

    public override string Name
    {
        get { return "reference"; }
    }

    public override string Hurdle
    {
        get { return "scheme, slashes and host"; }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        return Ascii.All(
            "/x", "x", "../x", "./x/../y/.", "../../../x", "//other.toys.example/x", "//other.toys.example:1?x", "https://other.toys.example/../x#y", "HTTP://a.example", "x?y/../z",
            "?x", "#x", "///x", "/\\x", "//u@h.example/", "//1.2.3.4/", "a:b", "https:x", "/./..//x", "%2e%2e/x", "....", ".../x");
    }

    public override IEnumerable<byte[]> Words()
    {
        return Ascii.All("https://", "http:", "//", "/", "../", "./", "/..", "/.", "..", ".", "?", "#", "@", "\\", ":", "%2e", " ", "\r\n", ".example", "127.0.0.1", "[");
    }

    public override Outcome Read(Pieces pieces)
    {
        pieces.All();
        _resolved = pieces.IsOtherwise ? new UrlReference() : _used;
        UrlFault fault = _resolved.Resolve(_from, pieces.Buffer, pieces.Offset, pieces.Count);
        UrlReader url = _resolved.Url;
        long sum = Outcome.Add(Outcome.Add((int)url.Scheme, url.Port), url.Source, url.HostOffset, url.HostLength);
        sum = Outcome.Add(sum, url.Source, url.TargetOffset, url.TargetLength);

        return new Outcome(fault == UrlFault.None ? ReadStatus.Complete : ReadStatus.Refused, (int)fault, 0, 0, sum, fault is UrlFault.None or > UrlFault.EmptyHost);
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        UrlReader url = _resolved.Url;

        if (outcome.Status != ReadStatus.Complete)
        {
            return url.HostLength == 0 && url.TargetLength == 0 && url.Port == 0 ? null : "parts of a URL that was refused";
        }

        string host = Ascii.Text(url.Source.AsSpan(url.HostOffset, url.HostLength));
        string target = Ascii.Text(url.Source.AsSpan(url.TargetOffset, url.TargetLength));
        string path = target.Split('?')[0];
        string said = Ascii.Text(input.AsSpan(0, count));
        string text = $"{(url.Scheme == UrlScheme.Https ? "https" : "http")}://{host}:{url.Port}{target}";
        byte[] bytes = Encoding.ASCII.GetBytes(text);

        return host != "stories.toys.example" && !said.Contains(host) ? "a host that nobody named"
            : (host != "stories.toys.example" || url.Port != 8443) && !said.Contains("//") ? "another place without saying so"
            : (path + "/").Contains("/./") || (path + "/").Contains("/../") ? "dots in the path"
            : bytes.Length <= UrlReader.LengthMax && (_again.Resolve(_from, bytes, 0, bytes.Length) != UrlFault.None || TextOf(_again.Url) != TextOf(url)) ? "another URL when resolved again"
            : null;
    }

    public override int StepsMax(int count)
    {
        // The URL that it stands in is written first, and all of it is read twice.
        return 6000 + (150 * count);
    }

    private static string TextOf(UrlReader url)
    {
        return $"{url.Scheme} {Ascii.Text(url.Source.AsSpan(url.HostOffset, url.HostLength))} {url.Port} {Ascii.Text(url.Source.AsSpan(url.TargetOffset, url.TargetLength))}";
    }
}
