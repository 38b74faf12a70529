using System;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Threading;

using ToyGuard.Edge.Web;
using ToyGuard.Fakes;
using ToyGuard.Guard.Sockets;

namespace ToyGuard.Edge.Tests.Web;

/// <summary>Goal: the server starts, stops and breaks as a service must, and a real client gets what it came for.</summary>
[TestClass]
public sealed class WebServerTests
{
    [TestMethod]
    public void Run_Curl_GetsThePage()
    {
        using WebRig rig = new();
        string url = $"http://127.0.0.1:{rig.Server.Port}/";

        string page = Curl("-i", url);
        StringAssert.StartsWith(page, "HTTP/1.1 200 OK\r\n");
        StringAssert.Contains(page, "Story Bear");
        StringAssert.Contains(Curl("-i", "-H", "Accept-Language: ar", url), "dir=\"rtl\"");
        StringAssert.StartsWith(Curl("-I", url), "HTTP/1.1 200 OK\r\n");
        StringAssert.StartsWith(Curl("-i", "-H", "Host: evil.example", url), "HTTP/1.1 421 ");
        StringAssert.StartsWith(Curl("-i", "-0", url), "HTTP/1.1 200 ");
        StringAssert.StartsWith(Curl("-i", url + "nothing"), "HTTP/1.1 404 ");

        // A body that nobody waits for: curl still reads the whole answer.
        StringAssert.StartsWith(Curl("-i", "-H", "Expect:", "--data", new string('a', 100000), url), "HTTP/1.1 405 ");
        StringAssert.StartsWith(Curl("-i", "-X", "GET", "--data", new string('a', 4096), url), "HTTP/1.1 200 ");
        rig.StillServes();
    }

    [TestMethod]
    public void Stop_WithVisitors_EndsThemAndEverything()
    {
        WebRig rig = new();
        using Socket silent = rig.Connect();
        WebRig.Until(() => rig.Budget.CountOf(SocketUse.Page) == 1, "not let in");
        rig.Dispose();

        Assert.AreEqual("", WebRig.HearAll(silent));
        Assert.IsNull(rig.Fault);
        Assert.IsFalse(CanConnect(rig.Server.Port));
        WebRig.Until(() => rig.Budget.CountOf(SocketUse.Page) == 0, "a place is still taken");
    }

    [TestMethod]
    public void Run_AfterStop_ReturnsAtOnce()
    {
        WebRig rig = new();
        rig.Dispose();
        rig.Server.Run();
        rig.Server.Open();

        Assert.IsFalse(CanConnect(rig.Server.Port));
    }

    [TestMethod]
    public void Open_PortTaken_ThrowsAndLeavesNoOtherDoorOpen()
    {
        using WebRig rig = new();
        WebServer second = new(
            rig.Page, rig.Budget, new[] { WebRig.NewListener("127.0.0.1", 0), WebRig.NewListener("127.0.0.1", rig.Server.Port) }, new WebLimits());

        Check.Throws(typeof(SocketException), second.Open);
        Assert.IsFalse(CanConnect(second.PortOf(0)));
    }

    [TestMethod]
    public void Run_ListenerBreaks_ThrowsAndCanRunAgain()
    {
        using WebRig rig = new();
        int port = rig.Server.Port;
        Break(rig.Server, 0);

        Assert.IsTrue(rig.HasRunEnded);
        Assert.IsNotNull(rig.Fault);
        Assert.IsFalse(CanConnect(port));

        // As a supervisor does it: run again, at the same port.
        Thread again = new(rig.Server.Run) { IsBackground = true };
        again.Start();
        WebRig.Until(() => CanConnect(port), "does not listen again");
        rig.StillServes();
        rig.Server.Stop();
        Assert.IsTrue(again.Join(WebRig.WaitMs));
    }

    [TestMethod]
    public void Run_TwoListeners_ServesBothAndEndsWithEither()
    {
        using WebRig rig = new();
        WebServer server = new(
            rig.Page, rig.Budget, new[] { WebRig.NewListener("127.0.0.1", 0), WebRig.NewListener("127.0.0.1", 0) }, new WebLimits());
        server.Open();
        Exception? fault = null;
        Thread run = new(() => fault = Thrown(server.Run)) { IsBackground = true };
        run.Start();

        for (int i = 0; i < 2; i++)
        {
            using Socket client = WebRig.Connect(server.PortOf(i), WebRig.Home);
            client.Send(System.Text.Encoding.UTF8.GetBytes($"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.PortOf(i)}\r\n\r\n"));
            Assert.AreEqual(200, WebRig.StatusOf(WebRig.HearAll(client)));
        }

        Break(server, 1);
        Assert.IsTrue(run.Join(WebRig.WaitMs));
        Assert.IsNotNull(fault);
        Assert.IsFalse(CanConnect(server.PortOf(0)));
    }

    private static Exception? Thrown(Action action)
    {
        try
        {
            action();

            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static void Break(WebServer server, int door)
    {
        object broken = ((Array)Field(server, "_doors")).GetValue(door)!;
        ((Socket)Field(broken, "_listener")).Close();
    }

    private static object Field(object of, string name)
    {
        return of.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(of)!;
    }

    private static bool CanConnect(int port)
    {
        using Socket probe = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        try
        {
            probe.Connect(IPAddress.Loopback, port);

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Curl(params string[] arguments)
    {
        ProcessStartInfo start = new(Peer.Path("curl")) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("--silent");
        start.ArgumentList.Add("--show-error");
        start.ArgumentList.Add("--max-time");
        start.ArgumentList.Add("20");
        start.ArgumentList.Add("--interface");
        start.ArgumentList.Add(WebRig.Home);

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process curl = Process.Start(start)!;
        string output = curl.StandardOutput.ReadToEnd();
        string errors = curl.StandardError.ReadToEnd();
        curl.WaitForExit();
        Assert.AreEqual(0, curl.ExitCode, errors);

        return output;
    }
}
