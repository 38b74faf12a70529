namespace ToyGuard.Core.Pairing;

/// <summary>How long each phone waits for its next PIN (AUTH-02): five free tries, then 60 s doubling to an hour, and at most 22 in a day.</summary>
/// <remarks>Counted in flash before anything is compared; after a start the full delay runs again. Locks out the phone that made the tries, and no other.</remarks>
internal sealed class PinTries
{
    internal const int FreeTries = 5;

    private const int FirstSeconds = 60;
    private const int LastSeconds = 3600;
    private const int ShortMs = 60 * 1000;

    private readonly FamilyBook _book;
    private readonly long[] _readyMs = new long[FamilyBook.PhonesMax];
    private bool _isBegun;

    internal PinTries(FamilyBook book)
    {
        _book = book;
    }

    /// <summary>The wait that so many wrong PINs bring, in seconds.</summary>
    internal static int DelayOf(int wrongs)
    {
        int doublings = wrongs - FreeTries;
        return doublings < 0 ? 0 : doublings < 6 ? FirstSeconds << doublings : LastSeconds;
    }

    /// <summary>Starts the full delay of every phone, once.</summary>
    internal void Begin(long nowMs)
    {
        for (int phone = 1; !_isBegun && phone <= FamilyBook.PhonesMax; phone++)
        {
            Delay(phone, nowMs);
        }

        _isBegun = true;
    }

    /// <summary>Seconds until a PIN of this phone is looked at; 0 for now.</summary>
    internal int WaitOf(int phone, long nowMs)
    {
        long ms = _readyMs[phone - 1] - nowMs;
        int wait = ms > 0 ? (int)((ms + 999) / 1000) : 0;
        uint barred = _book.Tries.BarredFor(phone);
        int day = barred == 0 ? 0 : _book.SecondsTo(_book.Ticks + barred, nowMs);
        return wait > day ? wait : day;
    }

    /// <summary>Counts a try, and starts the wait behind it; only then may the PIN be compared. False when flash did not take it.</summary>
    internal bool Count(int phone, long nowMs)
    {
        bool isCounted = _book.Tries.Count(phone);
        Delay(phone, nowMs);
        return isCounted;
    }

    /// <summary>The PIN that was counted just now was right.</summary>
    internal void Pass(int phone)
    {
        _book.Tries.TakeBack(phone);
        _readyMs[phone - 1] = 0;
    }

    /// <summary>Another phone gets this number, or this one another PIN. False when flash did not take it.</summary>
    internal bool Renew(int phone)
    {
        _readyMs[phone - 1] = 0;
        return _book.Tries.Renew(phone);
    }

    /// <summary>A press: delays that run go down to 60 s, three times a day; no count changes.</summary>
    internal void Shorten(long nowMs)
    {
        bool isLong = false;

        for (int i = 0; i < _readyMs.Length; i++)
        {
            isLong |= _readyMs[i] - nowMs > ShortMs && _book.State.Phones[i] is not null;
        }

        if (!isLong || !_book.Tries.Shorten())
        {
            return;
        }

        for (int i = 0; i < _readyMs.Length; i++)
        {
            _readyMs[i] = _readyMs[i] - nowMs > ShortMs ? nowMs + ShortMs : _readyMs[i];
        }
    }

    private void Delay(int phone, long nowMs)
    {
        _readyMs[phone - 1] = nowMs + (DelayOf(_book.Tries.WrongsOf(phone)) * 1000L);
    }
}
