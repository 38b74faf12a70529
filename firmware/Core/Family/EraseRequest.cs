using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Family;

/// <summary>One delete-request: which service is told, why, and how far it is. Immutable. It names no toy and no child (DEL-03).</summary>
public sealed class EraseRequest
{
    /// <summary>Bytes of <see cref="Id"/>.</summary>
    public const int IdBytes = 16;

    private const string Digits = "0123456789abcdef";

    internal EraseRequest(
        int number, HostPattern place, int port, string path, byte[] id, EraseCause cause, EraseState state, int tries, int day, int minute)
    {
        Number = number;
        Place = place;
        Port = port;
        Path = path;
        Id = id;
        Cause = cause;
        State = state;
        Tries = tries;
        Day = day;
        Minute = minute;
    }

    /// <summary>Its number in the book, 1 to 255.</summary>
    public int Number { get; }

    /// <summary>The host; a wildcard only where there is no path.</summary>
    public HostPattern Place { get; }

    /// <summary>The TCP port.</summary>
    public int Port { get; }

    /// <summary>Where the service takes it (<see cref="ErasePath"/>); empty where that is not known, or nobody here could send it.</summary>
    public string Path { get; }

    /// <summary>Random bytes that are the same at every try, so that a service counts it once. Nobody changes the array.</summary>
    public byte[] Id { get; }

    /// <summary>The same as the service gets it: 32 small hex digits.</summary>
    public string IdText
    {
        get
        {
            char[] text = new char[IdBytes * 2];

            for (int i = 0; i < IdBytes; i++)
            {
                text[2 * i] = Digits[Id[i] >> 4];
                text[(2 * i) + 1] = Digits[Id[i] & 15];
            }

            return new string(text);
        }
    }

    /// <summary>Why.</summary>
    public EraseCause Cause { get; }

    /// <summary>How far it is.</summary>
    public EraseState State { get; }

    /// <summary>How often it was sent, or begun to be; stops at 255.</summary>
    public int Tries { get; }

    /// <summary>The day it was asked for, in days since 1970-01-01 UTC; 0 while nobody has known the time since.</summary>
    public int Day { get; }

    /// <summary>UTC minute since 1970 from which it is sent again; of one that is settled, from which it goes. 0 is at once, and for a settled one not known yet.</summary>
    public int Minute { get; }

    /// <summary>True while it is sent again and again.</summary>
    public bool IsOpen
    {
        get { return State == EraseState.Waiting || State == EraseState.Told; }
    }

    /// <summary>True for a request to the same service.</summary>
    internal bool IsSame(EraseRequest other)
    {
        return other.Place.Text == Place.Text && other.Port == Port && other.Path == Path;
    }

    /// <summary>The same request, further on.</summary>
    internal EraseRequest With(EraseState state, int tries, int day, int minute)
    {
        return new EraseRequest(Number, Place, Port, Path, Id, Cause, state, tries, day, minute);
    }
}
