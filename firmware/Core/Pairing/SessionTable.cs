namespace ToyGuard.Core.Pairing;

/// <summary>Six sessions. A seventh takes the place of the same phone's oldest, else of the one that was idle for longest.</summary>
internal sealed class SessionTable
{
    internal const int Max = 6;

    private readonly Session?[] _sessions = new Session?[Max];

    /// <summary>The one that a sealed question names, if its time is not over; null for none.</summary>
    internal Session? Find(byte[] message, int count, long nowMs)
    {
        Turn(nowMs);

        for (int i = 0; i < Max; i++)
        {
            Session? session = _sessions[i];

            if (session is not null && session.Channel.IsNamedBy(message, count))
            {
                return session;
            }
        }

        return null;
    }

    internal void Add(Session session, long nowMs)
    {
        Turn(nowMs);
        int at = -1;

        for (int i = 0; i < Max; i++)
        {
            at = at < 0 || IsRather(i, at, session.Phone) ? i : at;
        }

        _sessions[at]?.Channel.Clear();
        _sessions[at] = session;
    }

    /// <summary>Ends those whose time is over.</summary>
    internal void Turn(long nowMs)
    {
        for (int i = 0; i < Max; i++)
        {
            Session? session = _sessions[i];

            if (session is not null && session.IsOver(nowMs))
            {
                EndAt(i);
            }
        }
    }

    /// <summary>Ends those of a phone, of all phones for 0; the one that is being answered only behind its answer, or not at all.</summary>
    internal void End(int phone, Session? asking, bool isAskingSpared)
    {
        for (int i = 0; i < Max; i++)
        {
            Session? session = _sessions[i];

            if (session is null || (phone != 0 && session.Phone != phone))
            {
                continue;
            }

            if (session != asking)
            {
                EndAt(i);
            }
            else if (!isAskingSpared)
            {
                session.IsEnding = true;
            }
        }
    }

    internal void End(Session session)
    {
        for (int i = 0; i < Max; i++)
        {
            if (_sessions[i] == session)
            {
                EndAt(i);
            }
        }
    }

    /// <summary>The session whose loosening has waited longest for a press; null when none waits.</summary>
    internal Session? WaitsForPress(long nowMs)
    {
        Session? first = null;

        for (int i = 0; i < Max; i++)
        {
            Session? session = _sessions[i];

            if (session is not null
                && session.WaitsForPress(nowMs) > 0
                && (first is null || session.WaitsForPress(nowMs) < first.WaitsForPress(nowMs)))
            {
                first = session;
            }
        }

        return first;
    }

    /// <summary>How many there are, of a phone or of all for 0.</summary>
    internal int CountOf(int phone)
    {
        int count = 0;

        for (int i = 0; i < Max; i++)
        {
            Session? session = _sessions[i];
            count += session is not null && (phone == 0 || session.Phone == phone) ? 1 : 0;
        }

        return count;
    }

    // An empty place, then the same phone's, then the one used longest ago.
    private bool IsRather(int index, int than, int phone)
    {
        Session? a = _sessions[index];
        Session? b = _sessions[than];

        if (a is null || b is null)
        {
            return a is null && b is not null;
        }

        return (a.Phone == phone) == (b.Phone == phone) ? a.UsedMs < b.UsedMs : a.Phone == phone;
    }

    private void EndAt(int index)
    {
        _sessions[index]!.Channel.Clear();
        _sessions[index] = null;
    }
}
