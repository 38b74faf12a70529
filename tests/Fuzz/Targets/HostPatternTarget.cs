using System;
using System.Collections.Generic;

using ToyGuard.Core.Policy;
using ToyGuard.Fuzz.Loop;
using ToyGuard.Wire;

namespace ToyGuard.Fuzz.Targets;

/// <summary>What a manifest may name as host.</summary>
internal sealed class HostPatternTarget : Target
{
    private readonly HostName _host = new();

    private HostPattern? _pattern;

    public override string Name
    {
        get { return "host-pattern"; }
    }

    public override string Hurdle
    {
        get { return "a host behind the star"; }
    }

    public override int LengthMax
    {
        get { return 300; }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        return Ascii.All(
            "stories.toys.example", "*.toys.example", "*.example", "*.co.uk", "*.com", "*.a.co.uk", "*.*.example", "a*.example", "**.a.example", "*a.example", "*", "*.",
            "*.xn--bcher-kva.example", "*.github.io", "*.a.github.io", "*.TOYS.Example.", "a.*");
    }

    public override IEnumerable<byte[]> Words()
    {
        return Ascii.All("*.", "*", ".", "co.uk", "com", "github.io", "example", "xn--", "a.", "kawasaki.jp", "city.kawasaki.jp", "ck", "www.ck");
    }

    public override Outcome Read(Pieces pieces)
    {
        pieces.All();
        _pattern = HostPattern.Parse(Ascii.Text(pieces.Buffer.AsSpan(pieces.Offset, pieces.Count)), out PatternFault fault);
        byte[] text = _pattern is null ? Array.Empty<byte>() : Ascii.Of(_pattern.Text);
        long sum = Outcome.Add(_pattern is not null && _pattern.IsWildcard ? 1 : 0, text, 0, text.Length);

        return new Outcome(
            _pattern is not null ? ReadStatus.Complete : ReadStatus.Refused, (int)fault, 0, 0, sum, fault is PatternFault.None or PatternFault.PublicSuffix);
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        if (_pattern is null)
        {
            return null;
        }

        string below = _pattern.IsWildcard ? _pattern.Text[2..] : _pattern.Text;

        // One label deep, and no deeper; the name itself only without a star.
        return Matches(below) == _pattern.IsWildcard ? "its own name"
            : Matches("a." + below) != (_pattern.IsWildcard && below.Length + 2 <= HostName.LengthMax) ? "a name below"
            : Matches("a.b." + below) ? "a name two below"
            : Matches("a" + below) ? "a name that only ends like it"
            : null;
    }

    public override int Repair(byte[] input, int count, Dice dice)
    {
        bool hasStar = count > 2 && input[0] == '*' && input[1] == '.';
        Ascii.RepairHost(input.AsSpan(hasStar ? 2 : 0, hasStar ? count - 2 : count));

        return count;
    }

    public override int StepsMax(int count)
    {
        return 6000 + (200 * count);
    }

    public override long AllocatedMax(int count)
    {
        return 4000 + (400 * count);
    }

    private bool Matches(string host)
    {
        return _host.Read(host) == HostFault.None && _pattern!.Matches(_host);
    }
}
