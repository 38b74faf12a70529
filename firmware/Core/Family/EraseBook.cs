using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Family;

/// <summary>Delete-requests in flash: which services are to be told that a family wants its data gone, and which have confirmed it (DEL-03).</summary>
/// <remarks>
/// <code>
///   Ask --> Waiting --2xx--> Told --"erased"--> Confirmed
///              |               |                    |
///              +--410, 404 or 30 days--> Cannot     +--30 days--> gone
/// </code>
/// A try is saved before its first byte leaves, so that a restart repeats none that was just made. The gate lets out only the one that is in hand.
/// Times are UTC; who does not know the time sends nothing. Safe from any thread; the gate's question takes no lock and waits for no flash.
/// </remarks>
public sealed class EraseBook : IEraseInHand
{
    /// <summary>Most requests that are kept.</summary>
    public const int RequestsMax = 32;

    /// <summary>Days that a service is asked for, and that what became of it is shown afterwards.</summary>
    public const int DaysMax = 30;

    /// <summary>Numbers of <see cref="Begin"/>'s spread, from 0: up to a quarter of the wait on top of it.</summary>
    public const int SpreadMax = 256;

    private const int NumberMax = 255;
    private const int TriesMax = 255;
    private const int HourMinutes = 60;
    private const int DayMinutes = 24 * HourMinutes;
    private const int MinuteSeconds = 60;

    // A day and a quarter. What is further away was planned by a clock that was wrong.
    private const int WaitMax = DayMinutes + (DayMinutes / 4);

    private readonly object _lock = new object();
    private readonly TwoSlotStore _store;

    // Oldest first.
    private EraseRequest[] _requests = new EraseRequest[0];
    private int _last;
    private bool _isOpen;

    // What is being sent. Read without the lock: the gate asks under its own.
    private EraseRequest? _inHand;

    /// <summary>A book in <see cref="FlashLayout.DeletesA"/> and B of a flash that does not throw. <see cref="Open"/> comes first.</summary>
    public EraseBook(IFlash flash)
    {
        _store = new TwoSlotStore(flash, FlashLayout.DeletesA, FlashLayout.DeletesB);
    }

    /// <summary>All requests, oldest first. Nobody changes the array.</summary>
    public EraseRequest[] All
    {
        get
        {
            lock (_lock)
            {
                return _requests;
            }
        }
    }

    /// <summary>Reads what is kept; once after every start, and after a wipe. False when something is there that does not read: then there is no request.</summary>
    public bool Open()
    {
        lock (_lock)
        {
            StoreStatus status = _store.Open();
            bool isNone = status == StoreStatus.Empty;
            byte[] payload = status == StoreStatus.Split || _store.Payload is null ? new byte[0] : _store.Payload;
            EraseRequest[]? read = EraseCodec.Read(payload, out _last);
            _requests = read ?? new EraseRequest[0];
            _inHand = null;
            _isOpen = true;
            _store.Repair();
            return isNone || read is not null;
        }
    }

    /// <summary>Forgets everything and saves nothing until the next <see cref="Open"/>: before a wipe, so that nothing comes back into flash behind it.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isOpen = false;
            _inHand = null;
            _requests = new EraseRequest[0];
        }
    }

    /// <summary>A guardian wants a service to delete. One that waits for the same service already is enough.</summary>
    /// <param name="place">The place; what its manifest says of deleting is kept with the request.</param>
    /// <param name="cause">Why.</param>
    /// <param name="maySend">False where this device sends nothing for its toys: then a parent is told to ask there.</param>
    /// <param name="id">Random bytes, <see cref="EraseRequest.IdBytes"/>, which belong to the book from now on.</param>
    /// <param name="utcSeconds">The time; 0 when it is not known.</param>
    public EraseFault Ask(Endpoint place, EraseCause cause, bool maySend, byte[] id, long utcSeconds)
    {
        lock (_lock)
        {
            bool isSent = maySend && place.Erase.Length > 0;
            EraseState state = isSent ? EraseState.Waiting : EraseState.Cannot;
            int minute = isSent ? 0 : GoesAt(utcSeconds);
            EraseRequest asked = new EraseRequest(
                NextNumber(), place.Pattern, place.Port, isSent ? place.Erase : "", id, cause, state, 0, DayOf(utcSeconds), minute);

            EraseRequest[] next = new EraseRequest[_requests.Length + 1];
            int count = 0;

            for (int i = 0; i < _requests.Length; i++)
            {
                bool isAgain = _requests[i].State == state && _requests[i].IsSame(asked);

                if (isAgain && isSent)
                {
                    return EraseFault.None;
                }

                if (!isAgain)
                {
                    next[count++] = _requests[i];
                }
            }

            next[count++] = asked;
            byte[] bytes = EraseCodec.Write(First(next, count), asked.Number);

            while (count > RequestsMax || bytes.Length > _store.PayloadMax)
            {
                if (!DropConfirmed(next, ref count))
                {
                    return EraseFault.Full;
                }

                bytes = EraseCodec.Write(First(next, count), asked.Number);
            }

            return Save(First(next, count), asked.Number) ? EraseFault.None : EraseFault.NotSaved;
        }
    }

    /// <summary>Ends what is over. In force even when flash does not take it.</summary>
    /// <param name="utcSeconds">The time; nothing happens at 0, when it is not known.</param>
    public void Turn(long utcSeconds)
    {
        lock (_lock)
        {
            if (utcSeconds <= 0)
            {
                return;
            }

            EraseRequest[] next = new EraseRequest[_requests.Length];
            int count = 0;
            bool isChanged = false;

            for (int i = 0; i < _requests.Length; i++)
            {
                EraseRequest? turned = Turned(_requests[i], utcSeconds);
                isChanged |= turned != _requests[i];

                if (turned is not null)
                {
                    next[count++] = turned;
                }
            }

            if (isChanged)
            {
                next = First(next, count);
                Save(next, _last);
                _requests = next;
            }
        }
    }

    /// <summary>Takes the oldest request that is due into the hand; null, and the hand is empty, when none is, or the time is not known.</summary>
    public EraseRequest? Take(long utcSeconds)
    {
        lock (_lock)
        {
            int minute = MinuteOf(utcSeconds);
            _inHand = null;

            for (int i = 0; i < _requests.Length && minute > 0 && _inHand is null; i++)
            {
                EraseRequest request = _requests[i];
                bool isDue = request.Minute <= minute || request.Minute - minute > WaitMax;
                _inHand = request.IsOpen && isDue ? request : null;
            }

            return _inHand;
        }
    }

    /// <summary>Notes that the request in hand is about to be sent, and when it would be sent again.</summary>
    /// <param name="utcSeconds">The time.</param>
    /// <param name="spread">A random number from 0, below <see cref="SpreadMax"/>, so that not all toys of a maker come at once.</param>
    /// <returns>False when that is not saved, or there is none: then it must not be sent, and the hand is empty.</returns>
    public bool Begin(long utcSeconds, int spread)
    {
        lock (_lock)
        {
            EraseRequest? request = _inHand;

            if (request is null)
            {
                return false;
            }

            int tries = request.Tries < TriesMax ? request.Tries + 1 : TriesMax;
            int wait = request.State == EraseState.Told ? DayMinutes : WaitAfter(tries);
            int minute = MinuteOf(utcSeconds) + wait + (wait * spread / (SpreadMax * 4));
            EraseRequest begun = request.With(request.State, tries, request.Day, minute);
            _inHand = Put(begun) ? begun : null;
            return _inHand is not null;
        }
    }

    /// <summary>Says what became of the request in hand, and empties the hand. Waiting means that nobody answered: then it stays as <see cref="Begin"/> saved it.</summary>
    public void Settle(EraseState state, long utcSeconds)
    {
        lock (_lock)
        {
            EraseRequest? request = _inHand;
            _inHand = null;

            if (request is null || state == EraseState.None || state == EraseState.Waiting)
            {
                return;
            }

            // Of one that took it before, the daily turn is planned already.
            int minute = state == EraseState.Told && request.State == EraseState.Waiting ? MinuteOf(utcSeconds) + DayMinutes
                : state == EraseState.Told ? request.Minute
                : GoesAt(utcSeconds);
            Put(request.With(state, request.Tries, request.Day, minute));
        }
    }

    /// <inheritdoc/>
    public bool IsInHand(HostName host, int port)
    {
        EraseRequest? request = _inHand;
        return request is not null && request.Port == port && request.Place.Matches(host);
    }

    internal static int IndexOf(EraseRequest[] requests, int count, int number)
    {
        for (int i = 0; i < count; i++)
        {
            if (requests[i].Number == number)
            {
                return i;
            }
        }

        return -1;
    }

    // Null for one that goes.
    private static EraseRequest? Turned(EraseRequest request, long utcSeconds)
    {
        int today = DayOf(utcSeconds);
        int minute = MinuteOf(utcSeconds);

        if (request.IsOpen)
        {
            // The day that nobody knew, or one of a clock that ran ahead.
            int day = request.Day == 0 || request.Day > today ? today : request.Day;

            return today - day >= DaysMax ? request.With(EraseState.Cannot, request.Tries, day, GoesAt(utcSeconds))
                : day != request.Day ? request.With(request.State, request.Tries, day, request.Minute)
                : request;
        }

        if (request.Minute == 0 || request.Minute - minute > DaysMax * DayMinutes)
        {
            return request.With(request.State, request.Tries, request.Day == 0 ? today : request.Day, GoesAt(utcSeconds));
        }

        return minute >= request.Minute ? null : request;
    }

    private static int WaitAfter(int tries)
    {
        return tries switch
        {
            1 => 1,
            2 => 5,
            3 => 30,
            4 => 2 * HourMinutes,
            _ => DayMinutes,
        };
    }

    private static int MinuteOf(long utcSeconds)
    {
        return (int)(utcSeconds / MinuteSeconds);
    }

    private static int DayOf(long utcSeconds)
    {
        return MinuteOf(utcSeconds) / DayMinutes;
    }

    private static int GoesAt(long utcSeconds)
    {
        return utcSeconds <= 0 ? 0 : MinuteOf(utcSeconds) + (DaysMax * DayMinutes);
    }

    private static EraseRequest[] First(EraseRequest[] requests, int count)
    {
        EraseRequest[] first = new EraseRequest[count];
        Array.Copy(requests, 0, first, 0, count);
        return first;
    }

    private static bool DropConfirmed(EraseRequest[] requests, ref int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (requests[i].State == EraseState.Confirmed)
            {
                count--;
                Array.Copy(requests, i + 1, requests, i, count - i);
                return true;
            }
        }

        return false;
    }

    private int NextNumber()
    {
        int number = _last;

        do
        {
            number = (number % NumberMax) + 1;
        }
        while (IndexOf(_requests, _requests.Length, number) >= 0);

        return number;
    }

    private bool Put(EraseRequest request)
    {
        int at = IndexOf(_requests, _requests.Length, request.Number);

        if (at < 0)
        {
            return false;
        }

        EraseRequest[] next = First(_requests, _requests.Length);
        next[at] = request;
        return Save(next, _last);
    }

    private bool Save(EraseRequest[] next, int last)
    {
        if (!_isOpen || !_store.Save(EraseCodec.Write(next, last)))
        {
            return false;
        }

        _requests = next;
        _last = last;
        return true;
    }
}
