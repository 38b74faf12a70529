using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

using ToyGuard.Edge.Web;
using ToyGuard.Guard.Sockets;
using ToyGuard.Guard.Toys;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Tests.Web;

/// <summary>A real server of the page on loopback. 127.0.0.x is the toys' side, 127.0.1.x the home, and everybody else a stranger.</summary>
internal sealed class WebRig : IDisposable
{
    public const string Toy = "127.0.0.3";
    public const string Home = "127.0.1.1";
    public const string Stranger = "127.9.9.9";
    public const int WaitMs = 10000;

    /// <summary>The server's clock ticks in steps, so a wait may seem this much shorter to a finer one.</summary>
    public const int ClockMs = 50;

    private readonly Thread _thread;
    private readonly ManualResetEventSlim _isOver = new();

    public WebRig(int sockets = SocketBudget.DeviceSockets, WebLimits? limits = null, IForeignHost? foreignHost = null)
    {
        Budget = new SocketBudget(sockets);
        Page = new PageRouter(new PageIdentity("Story Bear", "toyguard-k7m2p9qx", PageMode.Toy));
        Server = new WebServer(Page, Budget, new[] { NewListener("127.0.0.1", 0) }, limits ?? new WebLimits());

        if (foreignHost is not null)
        {
            ToyAddresses toys = new();
            toys.Add(IPAddress.Parse(Toy).GetAddressBytes(), 7);
            Server.SendForeignTo(foreignHost, toys);
        }

        Server.Open();
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public SocketBudget Budget { get; }

    public PageRouter Page { get; }

    public WebServer Server { get; }

    /// <summary>What Run threw; null while it runs, and after a stop.</summary>
    public Exception? Fault { get; private set; }

    public bool HasRunEnded
    {
        get { return _isOver.Wait(WaitMs); }
    }

    /// <summary>The one line that names us, with its end.</summary>
    public string Host
    {
        get { return $"Host: 127.0.0.1:{Server.Port}\r\n"; }
    }

    /// <summary>A good request.</summary>
    public string Get
    {
        get { return "GET / HTTP/1.1\r\n" + Host + "\r\n"; }
    }

    public static WebListener NewListener(string address, int port)
    {
        return new WebListener(
            IPAddress.Parse(address).GetAddressBytes(), port, Subnet.Parse("127.0.0.0/24")!, new[] { Subnet.Parse("127.0.1.0/24")! });
    }

    public Socket Connect(string from = Home)
    {
        return Connect(Server.Port, from);
    }

    public static Socket Connect(int port, string from)
    {
        Socket client = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            ReceiveTimeout = WaitMs,
            SendTimeout = WaitMs,
        };
        client.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        client.Connect(IPAddress.Loopback, port);

        return client;
    }

    /// <summary>Sends it and says that nothing more comes, then hears everything that is answered.</summary>
    public string Ask(byte[] request, string from = Home)
    {
        using Socket client = Connect(from);

        try
        {
            client.Send(request);
            client.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // Closed already: what was said before that counts.
        }

        return HearAll(client);
    }

    public string Ask(string request, string from = Home)
    {
        return Ask(Encoding.UTF8.GetBytes(request), from);
    }

    /// <summary>Everything until the other side ends or breaks off.</summary>
    public static string HearAll(Socket client)
    {
        StringBuilder all = new();
        byte[] buffer = new byte[16384];

        while (true)
        {
            try
            {
                int got = client.Receive(buffer);

                if (got == 0)
                {
                    return all.ToString();
                }

                all.Append(Encoding.Latin1.GetString(buffer, 0, got));
            }
            catch (SocketException e) when (e.SocketErrorCode is not (SocketError.TimedOut or SocketError.WouldBlock))
            {
                return all.ToString();
            }
        }
    }

    /// <summary>The status of an answer, 0 for none. Fails when it is not exactly one whole answer.</summary>
    public static int StatusOf(string answer, bool isHead = false)
    {
        if (answer.Length == 0)
        {
            return 0;
        }

        int end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        int field = answer.IndexOf("\r\nContent-Length: ", StringComparison.Ordinal) + 18;
        Assert.IsTrue(answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) && end > 4 && field > 18, answer);

        int length = int.Parse(answer[field..answer.IndexOf("\r\n", field, StringComparison.Ordinal)]);
        Assert.AreEqual(isHead ? end : end + length, answer.Length, "one answer and nothing behind it: " + answer);

        return int.Parse(answer[9..12]);
    }

    public int StatusFor(string request, string from = Home)
    {
        return StatusOf(Ask(request, from));
    }

    /// <summary>Waits until it is so.</summary>
    public static void Until(Func<bool> condition, string what)
    {
        Assert.IsTrue(SpinWait.SpinUntil(condition, WaitMs), what);
    }

    /// <summary>Both sides are served, every place is free again, and nothing of ours failed.</summary>
    public void StillServes()
    {
        Until(() => Budget.CountOf(SocketUse.Page) == 0, "a place is still taken");
        Assert.AreEqual(200, StatusFor(Get));
        Assert.AreEqual(200, StatusFor(Get, Toy));
        Assert.AreEqual(0, Server.Faults, "faults");
    }

    public void Dispose()
    {
        Server.Stop();
        Assert.IsTrue(HasRunEnded, "Run must return after Stop");
        _isOver.Dispose();
    }

    private void Run()
    {
        try
        {
            Server.Run();
        }
        catch (Exception e)
        {
            Fault = e;
        }

        _isOver.Set();
    }
}
