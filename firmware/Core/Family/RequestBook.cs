using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Family;

/// <summary>What children asked for today, in flash: few, once in ten minutes a toy, answered once, over at midnight (PCTL-08).</summary>
/// <remarks>
/// <code>
///   Ask --> Waiting --Answer--> Yes | No
///              +-------midnight---+----> Over, gone once ten minutes have passed
/// </code>
/// A yes acts by nothing in here: whoever confirmed it does what <see cref="ChildRequest.Deed"/> says, and then has it kept by <see cref="Answer"/>.
/// What does not read is no request, and so never a yes. A restart keeps all of them, and no clock that goes back revives one.
/// </remarks>
public sealed class RequestBook
{
    /// <summary>Most requests that are kept.</summary>
    public const int RequestsMax = 8;

    /// <summary>Minutes until a toy may ask again.</summary>
    public const int GapMinutes = 10;

    /// <summary>Rules that a child may want changed: 1 bedtime, 2 minutes, 3 places, 4 ears and eyes.</summary>
    public const int RulesMax = 4;

    /// <summary>Most minutes that one yes gives on top of today.</summary>
    public const int MoreMinutesMax = 60;

    private const int NumberMax = 255;
    private const int HourMinutes = 60;
    private const int DayMinutes = 24 * 60;

    private readonly TwoSlotStore _store;

    // Oldest first. What is over stays for the ten minutes.
    private ChildRequest[] _requests = new ChildRequest[0];

    // Numbers go round, so that a page that is a day old answers nothing of today.
    private int _last;

    /// <summary>A book in <see cref="FlashLayout.RequestsA"/> and B of a flash that does not throw. <see cref="Open"/> comes first.</summary>
    public RequestBook(IFlash flash)
    {
        _store = new TwoSlotStore(flash, FlashLayout.RequestsA, FlashLayout.RequestsB);
    }

    /// <summary>Reads what is kept; once after every start, and after a wipe.</summary>
    public void Open()
    {
        StoreStatus status = _store.Open();
        byte[] payload = status == StoreStatus.Split || _store.Payload is null ? new byte[0] : _store.Payload;
        _requests = RequestCodec.Read(payload, out _last) ?? new ChildRequest[0];
        _store.Repair();
    }

    /// <summary>The requests of today, oldest first, answered ones among them. None while the time is not known.</summary>
    public ChildRequest[] Of(Moment now)
    {
        ChildRequest[] found = new ChildRequest[_requests.Length];
        int count = 0;

        for (int i = 0; i < _requests.Length; i++)
        {
            if (_requests[i].IsOf(now))
            {
                found[count++] = _requests[i];
            }
        }

        return First(found, count);
    }

    /// <summary>How many of them wait.</summary>
    public int WaitingOf(Moment now)
    {
        int count = 0;

        for (int i = 0; i < _requests.Length; i++)
        {
            count += _requests[i].State == RequestState.Waiting && _requests[i].IsOf(now) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The newest request of a toy today, which the child is told of until midnight; null when there is none.</summary>
    public ChildRequest? Newest(string toy, Moment now)
    {
        for (int i = _requests.Length - 1; i >= 0; i--)
        {
            if (_requests[i].Toy == toy && _requests[i].IsOf(now))
            {
                return _requests[i];
            }
        }

        return null;
    }

    /// <summary>A child asks.</summary>
    /// <param name="toy">The toy's name in the home.</param>
    /// <param name="kind">For what.</param>
    /// <param name="what">See <see cref="ChildRequest.What"/>.</param>
    /// <param name="now">The time.</param>
    public RequestFault Ask(string toy, RequestKind kind, long what, Moment now)
    {
        if (!now.IsKnown)
        {
            return RequestFault.ClockUnknown;
        }

        if (!IsFit(kind, what) || !ToyName.IsFit(toy))
        {
            return RequestFault.Unfit;
        }

        Turn(now);

        for (int i = 0; i < _requests.Length; i++)
        {
            ChildRequest other = _requests[i];

            if (other.Toy == toy && other.IsNear(now))
            {
                return RequestFault.TooSoon;
            }

            if (other.Toy == toy && other.State == RequestState.Waiting && other.Kind == kind && other.What == what)
            {
                return RequestFault.AlreadyAsked;
            }
        }

        int drop = _requests.Length < RequestsMax ? -1 : OldestAnswered(now);

        if (_requests.Length == RequestsMax && drop < 0)
        {
            return RequestFault.Full;
        }

        ChildRequest[] next = new ChildRequest[_requests.Length + (drop < 0 ? 1 : 0)];
        int count = 0;

        for (int i = 0; i < _requests.Length; i++)
        {
            if (i != drop)
            {
                next[count++] = _requests[i];
            }
        }

        int number = _last;

        do
        {
            number = (number % NumberMax) + 1;
        }
        while (IndexOf(_requests, _requests.Length, number) >= 0);

        next[count] = new ChildRequest(number, toy, kind, what, now.Minute, RequestState.Waiting, 0);
        return Save(next, number) ? RequestFault.None : RequestFault.NotSaved;
    }

    /// <summary>Whether a guardian may answer so, with nothing done: asked before a yes is carried out.</summary>
    /// <param name="number">Which request.</param>
    /// <param name="isYes">Yes, or "not today".</param>
    /// <param name="minutes">Of a yes to more time 1 to <see cref="MoreMinutesMax"/>; to a place 60, a day (1,440) or 0 for the term; else 0.</param>
    /// <param name="now">The time.</param>
    /// <param name="request">The request; null unless it may be answered.</param>
    public RequestFault Judge(int number, bool isYes, int minutes, Moment now, out ChildRequest? request)
    {
        request = null;

        if (!now.IsKnown)
        {
            return RequestFault.ClockUnknown;
        }

        int at = IndexOf(_requests, _requests.Length, number);

        if (at < 0 || _requests[at].State != RequestState.Waiting || !_requests[at].IsOf(now))
        {
            return RequestFault.NotWaiting;
        }

        if (!IsAnswer(isYes ? _requests[at].Kind : RequestKind.None, minutes))
        {
            return RequestFault.Unfit;
        }

        request = _requests[at];
        return RequestFault.None;
    }

    /// <summary>Keeps an answer, once (<see cref="Judge"/>): of a yes behind its deed, so that no child is told of what was never done.</summary>
    public RequestFault Answer(int number, bool isYes, int minutes, Moment now)
    {
        RequestFault fault = Judge(number, isYes, minutes, now, out ChildRequest? request);

        if (fault != RequestFault.None || request is null)
        {
            return fault;
        }

        ChildRequest[] next = First(_requests, _requests.Length);
        next[IndexOf(next, next.Length, number)] = request.With(isYes ? RequestState.Yes : RequestState.No, minutes);
        return Save(next, _last) ? RequestFault.None : RequestFault.NotSaved;
    }

    /// <summary>Ends what is of another day, at every turn and before anything is asked. In force even when flash does not take it.</summary>
    public void Turn(Moment now)
    {
        bool isChanged = false;

        for (int i = 0; i < _requests.Length && now.IsKnown; i++)
        {
            ChildRequest request = _requests[i];
            isChanged |= request.State == RequestState.Over ? !request.IsNear(now) : !request.IsOf(now);
        }

        if (!isChanged)
        {
            return;
        }

        ChildRequest[] next = new ChildRequest[_requests.Length];
        int count = 0;

        for (int i = 0; i < _requests.Length; i++)
        {
            ChildRequest request = _requests[i];

            if (request.IsOf(now))
            {
                next[count++] = request;
            }
            else if (request.IsNear(now))
            {
                next[count++] = request.With(RequestState.Over, request.Minutes);
            }
        }

        next = First(next, count);
        Save(next, _last);
        _requests = next;
    }

    /// <summary>Forgets what was asked with a toy in hand. In force even when flash does not take it, until its midnight.</summary>
    public void Forget(string toy)
    {
        ChildRequest[] next = new ChildRequest[_requests.Length];
        int count = 0;

        for (int i = 0; i < _requests.Length; i++)
        {
            if (_requests[i].Toy != toy)
            {
                next[count++] = _requests[i];
            }
        }

        if (count < _requests.Length)
        {
            next = First(next, count);
            Save(next, _last);
            _requests = next;
        }
    }

    internal static bool IsFit(RequestKind kind, long what)
    {
        return kind switch
        {
            RequestKind.More => what == 0,
            RequestKind.Open => true,
            RequestKind.Change => what >= 1 && what <= RulesMax,
            _ => false,
        };
    }

    internal static int IndexOf(ChildRequest[] requests, int count, int number)
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

    private static bool IsAnswer(RequestKind kind, int minutes)
    {
        return kind switch
        {
            RequestKind.More => minutes >= 1 && minutes <= MoreMinutesMax,
            RequestKind.Open => minutes == 0 || minutes == HourMinutes || minutes == DayMinutes,
            _ => minutes == 0,
        };
    }

    private static ChildRequest[] First(ChildRequest[] requests, int count)
    {
        ChildRequest[] first = new ChildRequest[count];
        Array.Copy(requests, 0, first, 0, count);
        return first;
    }

    // An answer that the child had ten minutes to hear makes room; a question never does.
    private int OldestAnswered(Moment now)
    {
        for (int i = 0; i < _requests.Length; i++)
        {
            if (_requests[i].State != RequestState.Waiting && !_requests[i].IsNear(now))
            {
                return i;
            }
        }

        return -1;
    }

    private bool Save(ChildRequest[] next, int last)
    {
        if (!_store.Save(RequestCodec.Write(next, last)))
        {
            return false;
        }

        _requests = next;
        _last = last;
        return true;
    }
}
