using ToyGuard.Wire;
using ToyGuard.Wire.Dns;

namespace ToyGuard.Guard.Dns;

/// <summary>Answers names on the device's own Wi-Fi while set-up is open there: those that phones probe for, and our own, lead to our address; every other name does not exist.</summary>
/// <remarks>
/// To answer every name would draw all that a phone has running in the background to us (experience.md, 1). Nothing is looked up anywhere.
/// One thread asks; <see cref="IsOpen"/> is set from any. Allocates nothing.
/// </remarks>
public sealed class SetupNames
{
    /// <summary>How long a phone may keep an address: a second later it may be on a network where the name leads elsewhere.</summary>
    public const int TtlSeconds = 5;

    private readonly string _hostLabel;
    private readonly string _fullName;
    private readonly string[] _probeHosts;
    private readonly byte[] _address = new byte[4];
    private readonly DnsQuestion _question = new();
    private readonly object _lock = new();
    private bool _isOpen;

    /// <summary>Names of one device.</summary>
    /// <param name="hostLabel">The lasting name without a domain, lower-case.</param>
    /// <param name="address">Our address on that Wi-Fi, 4 bytes.</param>
    /// <param name="probeHosts">What phones ask for to see whether a network leads anywhere, lower-case. Kept, not copied.</param>
    public SetupNames(string hostLabel, byte[] address, string[] probeHosts)
    {
        _hostLabel = hostLabel;
        _fullName = hostLabel + ".local";
        _probeHosts = probeHosts;

        for (int i = 0; i < _address.Length; i++)
        {
            _address[i] = address[i];
        }
    }

    /// <summary>True while nobody is paired or half one of set-up is open; false at first.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
            {
                return _isOpen;
            }
        }

        set
        {
            lock (_lock)
            {
                _isOpen = value;
            }
        }
    }

    /// <summary>Writes the answer to one datagram and returns its length; 0 = say nothing, as always while set-up is not open.</summary>
    /// <param name="query">The datagram, from its beginning.</param>
    /// <param name="count">Its length.</param>
    /// <param name="answer">Takes up to <see cref="DnsWriter.AnswerLengthMax"/> bytes; not the array of the question.</param>
    public int Answer(byte[] query, int count, byte[] answer)
    {
        if (!IsOpen)
        {
            return 0;
        }

        if (DnsMessageReader.Read(query, 0, count, _question) != ReadStatus.Complete)
        {
            // Silence for everything that cannot be read: an answer would only serve whoever forged the sender.
            return _question.Fault == DnsFault.OpCode ? DnsWriter.WriteNotImplemented(_question, answer) : 0;
        }

        if (_question.EdnsVersion != 0)
        {
            return DnsWriter.WriteEmpty(query, 0, _question, DnsCode.BadVersion, DnsInfoCode.None, answer);
        }

        if (!IsKnown())
        {
            return DnsWriter.WriteEmpty(query, 0, _question, DnsCode.NameError, DnsInfoCode.Blocked, answer);
        }

        return _question.Type == DnsType.A
            ? DnsWriter.WriteAddress(query, 0, _question, _address, TtlSeconds, answer)
            : DnsWriter.WriteEmpty(query, 0, _question, DnsCode.NoError, DnsInfoCode.None, answer);
    }

    private bool IsKnown()
    {
        if (IsAsked(_hostLabel) || IsAsked(_fullName))
        {
            return true;
        }

        for (int i = 0; i < _probeHosts.Length; i++)
        {
            if (IsAsked(_probeHosts[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAsked(string name)
    {
        if (name.Length != _question.NameLength)
        {
            return false;
        }

        for (int i = 0; i < name.Length; i++)
        {
            int value = _question.Name[i];

            // Some clients mix the case on purpose.
            if (value >= 'A' && value <= 'Z')
            {
                value |= 0x20;
            }

            if (value != name[i])
            {
                return false;
            }
        }

        return true;
    }
}
