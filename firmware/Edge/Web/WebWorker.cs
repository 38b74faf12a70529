using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using ToyGuard.Edge.Sockets;
using ToyGuard.Page.Routes;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Edge.Web;

/// <summary>One thread of the page's server and the visit it serves, one at a time: hear the head, hear the body, answer once, close.</summary>
/// <remarks>
/// Every wait ends at a moment that was fixed before it began, so nobody stays longer by sending or taking a byte now and then.
/// Another thread ends a visit by closing its socket; the wait then throws, or finds the end.
/// </remarks>
internal sealed class WebWorker
{
    // What Receive says besides a count: 0 is the end of the connection.
    private const int Late = -1;

    private readonly object _lock = new object();
    private readonly AutoResetEvent _wake = new AutoResetEvent(false);
    private readonly WebPool _pool;
    private readonly RequestHead _head = new RequestHead();
    private readonly PageVisitor _visitor = new PageVisitor();
    private readonly PageAnswer _answer = new PageAnswer();

    // The request, and then the answer over it.
    private readonly byte[] _buffer = new byte[RequestHead.HeadMax > PageRouter.AnswerMax ? RequestHead.HeadMax : PageRouter.AnswerMax];

    private WebVisit? _visit;
    private bool _isStopped;

    internal WebWorker(WebPool pool)
    {
        _pool = pool;
    }

    /// <summary>Gives an idle worker a visit.</summary>
    internal void Give(WebVisit visit)
    {
        Hold(visit);
        _wake.Set();
    }

    /// <summary>The worker's thread.</summary>
    internal void Run()
    {
        while (true)
        {
            _wake.WaitOne();
            WebVisit? visit = Held();

            while (visit != null)
            {
                ServeOnce(visit);
                Hold(null);
                visit = _pool.Next(this);

                // Idle, it may hold the next one already, given by the acceptor.
                if (visit != null)
                {
                    Hold(visit);
                }
            }

            if (IsStopped)
            {
                return;
            }
        }
    }

    /// <summary>Ends the visit and the thread.</summary>
    internal void Stop()
    {
        lock (_lock)
        {
            _isStopped = true;
            _visit?.Client.Close();
        }

        _wake.Set();
    }

    // Null when there is none. One that comes after the stop is over before it began.
    private void Hold(WebVisit? visit)
    {
        lock (_lock)
        {
            _visit = visit;

            if (_isStopped)
            {
                visit?.Client.Close();
            }
        }
    }

    private bool IsStopped
    {
        get
        {
            lock (_lock)
            {
                return _isStopped;
            }
        }
    }

    // The one place where a visit's exceptions end.
    private void ServeOnce(WebVisit visit)
    {
        int foreignCount = 0;

        try
        {
            foreignCount = Serve(visit);
        }
        catch (SocketException)
        {
        }
        catch (ObjectDisposedException)
        {
        }
        catch (Exception)
        {
            _pool.CountFault();
        }

        if (foreignCount > 0)
        {
            HandOver(visit, foreignCount);

            return;
        }

        // The place first: who was closed and comes back at once finds it free.
        _pool.Budget.Free(visit.Seat);
        Farewell.DrainAndClose(visit.Client, _buffer);
    }

    // How many bytes were read of what is not for us but for a foreign host; 0 when the visit is over.
    private int Serve(WebVisit visit)
    {
        Pair.Prepare(visit.Client, visit.Client);
        ReadStatus status = Hear(visit, out int count);

        if (status == ReadStatus.NeedMore)
        {
            return 0;
        }

        if (status == ReadStatus.Complete)
        {
            _pool.Budget.Opened(visit.Seat);
            IPEndPoint local = (IPEndPoint)visit.Client.LocalEndPoint!;
            _visitor.Set(local.Address.GetAddressBytes(), local.Port, visit.IsHomeSide, visit.Holder);

            if (!visit.IsHomeSide && _pool.ForeignHost != null && !_pool.Page.IsForUs(_head, _buffer, _visitor))
            {
                return count;
            }

            _pool.Page.Judge(_head, _buffer, _visitor, _answer);

            if (!HearBody(visit, count - _head.HeadLength))
            {
                return 0;
            }
        }

        Answer(visit);

        return 0;
    }

    // Complete, or Refused with the refusal decided, or NeedMore: gone without having said enough to be answered.
    private ReadStatus Hear(WebVisit visit, out int count)
    {
        long untilMs = visit.AcceptedMs + _pool.Limits.HeadMs;
        ReadStatus status = ReadStatus.NeedMore;
        count = 0;
        _head.Reset();

        while (status == ReadStatus.NeedMore)
        {
            int got = Receive(visit, count, _buffer.Length - count, untilMs);

            if (got == Late && count > 0)
            {
                _answer.RefuseLate();

                return ReadStatus.Refused;
            }

            // Somebody who never said anything asked for nothing: browsers connect ahead of time.
            if (got <= 0)
            {
                return ReadStatus.NeedMore;
            }

            count += got;
            status = _head.Read(_buffer, 0, count);
        }

        if (status == ReadStatus.Refused)
        {
            _answer.RefuseHead(_head.Fault);
        }

        return status;
    }

    // Reads the body that the answer asks for to the start of the buffer; had bytes of it came with the head. False when the visitor went away in the middle of it.
    private bool HearBody(WebVisit visit, int had)
    {
        long untilMs = Environment.TickCount64 + _pool.Limits.BodyMs;
        int wanted = _answer.BodyLength;
        int count = had < wanted ? had : wanted;
        Array.Copy(_buffer, _head.HeadLength, _buffer, 0, count);

        while (count < wanted)
        {
            int got = Receive(visit, count, wanted - count, untilMs);

            if (got == Late)
            {
                _answer.RefuseLate();

                return true;
            }

            if (got == 0)
            {
                return false;
            }

            count += got;
        }

        return true;
    }

    private void Answer(WebVisit visit)
    {
        long untilMs = Environment.TickCount64 + _pool.Limits.AnswerMs;
        int length = _pool.Page.Write(_answer, _buffer, _visitor, Environment.TickCount64);

        while (length > 0)
        {
            if (!Send(visit, length, untilMs))
            {
                return;
            }

            length = _answer.WriteMore(_buffer);
        }

        // Whatever else was sent is read and forgotten, a second request, too: closed with bytes unread, TCP would tear the answer away.
        Farewell.HearOut(visit.Client, _buffer);
    }

    // False when the visitor did not take all of it.
    private bool Send(WebVisit visit, int length, long untilMs)
    {
        int sent = 0;

        while (sent < length)
        {
            if (!IsReady(visit, SelectMode.SelectWrite, untilMs))
            {
                return false;
            }

            int took = Pair.Send(visit.Client, _buffer, sent, length - sent);

            if (took < 0)
            {
                return false;
            }

            sent += took;
            _pool.Budget.Moved(visit.Seat, Environment.TickCount64);
        }

        return true;
    }

    // The place is given back first: whoever takes the connection over takes a place of its own for it.
    private void HandOver(WebVisit visit, int count)
    {
        bool isTaken = false;

        try
        {
            int toy = _pool.Toys!.ToyAt(visit.Peer);
            isTaken = _pool.Budget.Free(visit.Seat) && _pool.ForeignHost!.Take(visit.Client, toy, _buffer, count);
        }
        catch (Exception)
        {
            _pool.CountFault();
        }

        if (!isTaken)
        {
            visit.Client.Close();
        }
    }

    // Bytes that came, 0 at the end, Late when none came in time.
    private int Receive(WebVisit visit, int offset, int room, long untilMs)
    {
        while (IsReady(visit, SelectMode.SelectRead, untilMs))
        {
            int got = Pair.Receive(visit.Client, _buffer, offset, room);

            if (got >= 0)
            {
                _pool.Budget.Moved(visit.Seat, Environment.TickCount64);

                return got;
            }
        }

        return Late;
    }

    private static bool IsReady(WebVisit visit, SelectMode mode, long untilMs)
    {
        while (true)
        {
            long leftMs = untilMs - Environment.TickCount64;

            if (leftMs <= 0)
            {
                return false;
            }

            if (visit.Client.Poll((int)leftMs * 1000, mode))
            {
                return true;
            }
        }
    }

    private WebVisit? Held()
    {
        lock (_lock)
        {
            return _visit;
        }
    }
}
