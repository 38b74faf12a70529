using System.Text;

using ToyGuard.Guard.Toys;
using ToyGuard.Wire;
using ToyGuard.Wire.Dns;
using ToyGuard.Wire.Mdns;

namespace ToyGuard.Guard.Mdns;

/// <summary>Speaks for the lasting name on one link by multicast DNS (RFC 6762): bytes and time in, bytes out. One thread at a time; allocates nothing once made.</summary>
/// <remarks>
///   made --3 probes--> announcing --2 announcements--> answering, for ever
/// The name is on the label and in every phone's bookmark, so it is never changed: who else claims it is contradicted, and told about.
/// Only questions for that name get an answer; one address a second goes out by multicast, and a fixed number of answers to single askers.
/// </remarks>
public sealed class MdnsResponder
{
    /// <summary>Bytes of the longest packet it writes.</summary>
    public const int PacketMax = MdnsWriter.LengthMax;

    /// <summary>The port that multicast DNS is spoken at (RFC 6762, 3).</summary>
    public const int DefaultPort = 5353;

    /// <summary>How long others may keep the address (RFC 6762, 10).</summary>
    public const int TtlSeconds = 120;

    /// <summary>How long a client of ordinary DNS may (RFC 6762, 6.7).</summary>
    public const int LegacyTtlSeconds = 10;

    /// <summary>Answers a second to single askers: more than all phones of a home ask for, too few to flood anybody with.</summary>
    public const int UnicastASecond = 20;

    /// <summary>A conflict is over when nobody has claimed the name for so long.</summary>
    public const int ConflictMs = 10 * 60 * 1000;

    private const int InternetClass = 1;

    private const int Probes = 3;
    private const int ProbeGapMs = 250;
    private const int Announcements = 2;
    private const int MulticastGapMs = 1000;

    // Two devices of one name would contradict each other for ever, so not at every word.
    private const int DefenceGapMs = 10 * 1000;

    // Who begins to probe at the same moment gives way for a second (8.2), but not again and again.
    private const int GivingWayMax = 3;
    private const int GivingWayMs = 1000;

    // Everybody hears the address again once a quarter of its time is over, though one alone asked (5.4).
    private const int MulticastAgainMs = TtlSeconds * 1000 / 4;

    // Of what the asker knows already, more may come (6, 7.2: 400 to 500 ms).
    private const int RestOfKnownMs = 450;

    private const long Never = long.MaxValue;

    private readonly byte[] _name;
    private readonly byte[] _address = new byte[4];
    private readonly Subnet _link;
    private readonly int _port;
    private readonly MdnsReader _reader = new();

    private int _step;
    private int _givenWay;
    private long _stepMs;
    private long _answerMs = Never;
    private bool _isAddressAsked;
    private int _waitsFor;
    private long _multicastMs = -MulticastAgainMs - 1L;
    private long _claimedMs = -ConflictMs - 1L;
    private long _defendedMs = -DefenceGapMs - 1L;
    private long _secondMs = -1000;
    private int _unicasts;

    /// <summary>A responder for <paramref name="hostLabel"/>.local at <paramref name="address"/>, 4 bytes, on the link <paramref name="link"/>. Times are of one clock that never goes back, from 0 on.</summary>
    /// <param name="hostLabel">The lasting name without a domain, lower-case, 1 to 63 characters.</param>
    /// <param name="address">Our address on this link.</param>
    /// <param name="link">Who is heard at all.</param>
    /// <param name="port">5353, but in tests.</param>
    /// <param name="firstMs">When to begin to probe: 0 to 250 ms after the link came up, drawn at random (RFC 6762, 8.1).</param>
    public MdnsResponder(string hostLabel, byte[] address, Subnet link, int port, long firstMs)
    {
        _name = Encoding.UTF8.GetBytes(hostLabel + ".local");
        _link = link;
        _port = port;
        _stepMs = firstMs;

        for (int i = 0; i < _address.Length; i++)
        {
            _address[i] = address[i];
        }
    }

    /// <summary>When <see cref="Turn"/> has something to send; long.MaxValue when nothing waits.</summary>
    public long DueMs
    {
        get
        {
            long answerMs = _answerMs == Never ? Never : Later(_answerMs, _multicastMs + MulticastGapMs);
            return _stepMs < answerMs ? _stepMs : answerMs;
        }
    }

    /// <summary>True while somebody else on the link claims the name, and for <see cref="ConflictMs"/> after.</summary>
    public bool IsInConflict(long nowMs)
    {
        return nowMs - _claimedMs < ConflictMs;
    }

    /// <summary>Writes what is to be sent to everybody now and returns its length; 0 = nothing. To be asked again until then, and after every <see cref="Take"/>.</summary>
    /// <param name="nowMs">The time.</param>
    /// <param name="packet">Takes up to <see cref="PacketMax"/> bytes.</param>
    public int Turn(long nowMs, byte[] packet)
    {
        if (nowMs < DueMs)
        {
            return 0;
        }

        bool isStep = nowMs >= _stepMs;

        if (isStep && _step < Probes)
        {
            _step++;
            _stepMs = nowMs + ProbeGapMs;
            return MdnsWriter.WriteProbe(packet, _name, _address, TtlSeconds);
        }

        if (isStep)
        {
            _step++;
            _stepMs = _step < Probes + Announcements ? nowMs + MulticastGapMs : Never;
        }

        bool isAddressFirst = isStep || _isAddressAsked;
        _answerMs = Never;
        _isAddressAsked = false;
        _multicastMs = nowMs;
        return MdnsWriter.WriteAnswer(packet, _name, _address, TtlSeconds, isAddressFirst);
    }

    /// <summary>Takes a packet that came in. Writes what its sender alone is to be told and returns its length; 0 = nothing. What everybody is told comes out of <see cref="Turn"/>.</summary>
    /// <param name="packet">The packet, from its beginning.</param>
    /// <param name="count">Its length.</param>
    /// <param name="sender">Address of its sender, 4 bytes.</param>
    /// <param name="senderPort">Port of its sender.</param>
    /// <param name="nowMs">The time.</param>
    /// <param name="answer">Takes up to <see cref="PacketMax"/> bytes; not the array of the packet.</param>
    public int Take(byte[] packet, int count, byte[] sender, int senderPort, long nowMs, byte[] answer)
    {
        // Nobody off the link is heard (11), and whatever cannot be read says nothing.
        if (senderPort == 0 || !_link.Contains(sender) || _reader.Read(packet, 0, count) != ReadStatus.Complete)
        {
            return 0;
        }

        if (_reader.IsAnswer)
        {
            // From another port it is no answer of multicast DNS (6).
            if (senderPort == _port)
            {
                HearAnswer(packet, nowMs);
            }

            return 0;
        }

        return HearQuestion(packet, sender, senderPort, nowMs, answer);
    }

    private void HearAnswer(byte[] packet, long nowMs)
    {
        while (_reader.MoveNext())
        {
            if (_reader.Section != MdnsSection.Question && _reader.TtlSeconds > 0 && IsClaim() && CompareClaim(packet) != 0)
            {
                _claimedMs = nowMs;

                if (IsOurs && nowMs - _defendedMs >= DefenceGapMs)
                {
                    _defendedMs = nowMs;
                    Ask(true, nowMs);
                }
            }
        }
    }

    private int HearQuestion(byte[] packet, byte[] sender, int senderPort, long nowMs, byte[] answer)
    {
        bool isAsked = false;
        bool isAddress = false;
        bool isOther = false;
        bool isForOne = true;
        bool isKnown = false;
        int type = 0;
        int rival = 0;

        while (_reader.MoveNext())
        {
            bool isName = _reader.IsName(_name) && (_reader.Class == InternetClass || _reader.Class == DnsType.Any);

            if (_reader.Section == MdnsSection.Question && isName)
            {
                isAsked = true;
                type = _reader.Type;
                isAddress = isAddress || type == DnsType.A || type == DnsType.Any;
                isOther = isOther || (type != DnsType.A && type != DnsType.Any);
                isForOne = isForOne && _reader.IsMarked;
            }
            else if (_reader.Section == MdnsSection.Answer && isName && _reader.Type == DnsType.A)
            {
                // Known well enough is known for at least half its time (7.1).
                isKnown = isKnown || (CompareClaim(packet) == 0 && _reader.TtlSeconds >= TtlSeconds / 2);
            }
            else if (_reader.Section == MdnsSection.Authority && IsClaim() && CompareClaim(packet) != 0)
            {
                rival = CompareClaim(packet);
            }
        }

        if (!IsOurs)
        {
            GiveWay(rival, nowMs);
            return 0;
        }

        int senderNumber = (sender[0] << 24) | (sender[1] << 16) | (sender[2] << 8) | sender[3];

        if (isKnown && !isOther)
        {
            Forget(senderNumber);
            return 0;
        }

        if (!isAsked)
        {
            return 0;
        }

        if (senderPort != _port)
        {
            return MayUnicast(nowMs) ? MdnsWriter.WriteLegacy(answer, _reader.Id, type, _name, _address, LegacyTtlSeconds) : 0;
        }

        if (_reader.IsTruncated && rival == 0)
        {
            Await(senderNumber, isAddress, nowMs);
            return 0;
        }

        bool isFresh = nowMs - _multicastMs < MulticastAgainMs;
        bool isTooSoon = nowMs - _multicastMs < MulticastGapMs;

        // Who is about to take the name is told at once, one way or the other (8.1).
        if ((isForOne && isFresh) || (rival != 0 && isTooSoon))
        {
            return MayUnicast(nowMs) ? MdnsWriter.WriteAnswer(answer, _name, _address, TtlSeconds, isAddress) : 0;
        }

        Ask(isAddress, nowMs);
        return 0;
    }

    // From the first announcement on.
    private bool IsOurs
    {
        get { return _step > Probes; }
    }

    private bool IsClaim()
    {
        return _reader.Class == InternetClass
            && (_reader.Type == DnsType.A || _reader.Type == DnsType.Aaaa || _reader.Type == DnsType.Cname)
            && _reader.IsName(_name);
    }

    /// <summary>0 when the record says what ours says; else which is the later one of the two (8.2): 1 the record, -1 ours.</summary>
    private int CompareClaim(byte[] packet)
    {
        if (_reader.Type != DnsType.A)
        {
            return _reader.Type > DnsType.A ? 1 : -1;
        }

        for (int i = 0; i < _address.Length; i++)
        {
            int other = packet[_reader.DataOffset + i];

            if (other != _address[i])
            {
                return other > _address[i] ? 1 : -1;
            }
        }

        return 0;
    }

    private void GiveWay(int rival, long nowMs)
    {
        if (rival > 0 && _step > 0 && _givenWay < GivingWayMax)
        {
            _givenWay++;
            _step = 0;
            _stepMs = nowMs + GivingWayMs;
        }
    }

    private void Ask(bool isAddress, long atMs)
    {
        _answerMs = atMs < _answerMs ? atMs : _answerMs;
        _isAddressAsked = _isAddressAsked || isAddress;
        _waitsFor = 0;
    }

    // Only while nobody else asks.
    private void Await(int sender, bool isAddress, long nowMs)
    {
        if (_answerMs == Never)
        {
            Ask(isAddress, nowMs + RestOfKnownMs);
            _waitsFor = sender;
        }
    }

    private void Forget(int sender)
    {
        if (_waitsFor == sender && sender != 0)
        {
            _answerMs = Never;
            _isAddressAsked = false;
            _waitsFor = 0;
        }
    }

    private bool MayUnicast(long nowMs)
    {
        if (nowMs - _secondMs >= 1000)
        {
            _secondMs = nowMs;
            _unicasts = 0;
        }

        _unicasts++;
        return _unicasts <= UnicastASecond;
    }

    private static long Later(long a, long b)
    {
        return a > b ? a : b;
    }
}
