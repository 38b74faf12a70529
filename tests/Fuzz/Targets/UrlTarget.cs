using System.Collections.Generic;

using ToyGuard.Fuzz.Loop;
using ToyGuard.Wire;
using ToyGuard.Wire.Url;

namespace ToyGuard.Fuzz.Targets;

/// <summary>The reader of absolute URLs.</summary>
internal sealed class UrlTarget : Target
{
    private readonly UrlReader _used = new();

    private UrlReader _reader = new();

    public override string Name
    {
        get { return "url"; }
    }

    public override string Hurdle
    {
        get { return "scheme and slashes"; }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        return Ascii.All(
            "https://stories.toys.example/", "http://stories.toys.example:8080/a/b?c=d#e", "HTTPS://A.EXAMPLE.:443", "https://a.example?x", "https://1.2.3.4/",
            "https://0x7f.1/", "https://[::1]/", "https://u:p@a.example/", "https://a.example/%41%zz", "https://a%2eexample/", "https://a_b.example:65535/;=,",
            "ftp://a.example/", "https:/a.example", "//a.example", "https://a.example:0/", "https://a.example\\b");
    }

    public override IEnumerable<byte[]> Words()
    {
        return Ascii.All("https://", "http://", "://", "@", ":443", ":65536", "%2e", "%00", "?", "#", "\\", "[", "]", ".example", "0x", "127.0.0.1", "xn--", "/../");
    }

    public override Outcome Read(Pieces pieces)
    {
        pieces.All();
        _reader = pieces.IsOtherwise ? new UrlReader() : _used;
        UrlFault fault = _reader.Read(pieces.Buffer, pieces.Offset, pieces.Count);
        bool isRead = fault == UrlFault.None;
        long sum = Outcome.Add((int)_reader.Scheme, _reader.Port);
        sum = Outcome.Add(sum, _reader.Source, _reader.HostOffset, _reader.HostLength);
        sum = Outcome.Add(sum, _reader.Source, _reader.TargetOffset, _reader.TargetLength);

        return new Outcome(
            isRead ? ReadStatus.Complete : ReadStatus.Refused, (int)fault, isRead ? 0 : _reader.FaultOffset - pieces.Offset, 0, sum,
            isRead || fault > UrlFault.NoSlashes);
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        if (outcome.Status != ReadStatus.Complete)
        {
            return _reader.HostLength == 0 && _reader.TargetLength == 0 && _reader.Port == 0 ? null : "parts of a URL that was refused";
        }

        return _reader.HostLength == 0 ? "no host"
            : _reader.Port is < 1 or > 65535 ? "no port"
            : _reader.HostOffset + _reader.HostLength > count || _reader.TargetOffset + _reader.TargetLength > count ? "parts outside the URL"
            : _reader.TargetOffset < _reader.HostOffset + _reader.HostLength ? "a target inside the host"
            : null;
    }

    public override int StepsMax(int count)
    {
        return 300 + (60 * count);
    }
}
