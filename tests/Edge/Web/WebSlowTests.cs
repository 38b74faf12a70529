using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Threading;

using ToyGuard.Edge.Web;
using ToyGuard.Fakes;
using ToyGuard.Guard.Sockets;

namespace ToyGuard.Edge.Tests.Web;

/// <summary>
/// Goal: nobody keeps a place by being slow, and whoever is not gets served meanwhile (WEB-04).
/// Method: short limits and single clients for each deadline; then two hundred slow connections from one address and an honest client from another.
/// </summary>
[TestClass]
public sealed class WebSlowTests
{
    private const int Attempts = 3;
    private const int ServedWithinMs = 1000;

    // A drop every 50 ms: ten seconds are far more than any deadline here.
    private const int DropsMax = 200;

    [TestMethod]
    [Req("WEB-04")]
    public void Hear_HeadThatDrips_IsOverAtItsDeadline()
    {
        const int headMs = 600;
        using WebRig rig = new(limits: new WebLimits { HeadMs = headMs });
        Stopwatch watch = Stopwatch.StartNew();
        using Socket client = rig.Connect();
        int drops = Drip(client, "GET / HTTP/1.1\r\n" + rig.Host + "X: ");

        Assert.AreEqual(408, WebRig.StatusOf(WebRig.HearAll(client)));
        Assert.IsGreaterThanOrEqualTo(headMs - WebRig.ClockMs, watch.ElapsedMilliseconds);
        Assert.IsLessThan(headMs + WebRig.WaitMs, watch.ElapsedMilliseconds);
        Assert.IsGreaterThan(2, drops, "it dripped");
        rig.StillServes();
    }

    [TestMethod]
    [Req("WEB-04")]
    public void HearOut_BodyThatDrips_IsOverAtItsDeadline()
    {
        const int bodyMs = 600;
        using WebRig rig = new(limits: new WebLimits { BodyMs = bodyMs });
        Stopwatch watch = Stopwatch.StartNew();
        using Socket client = rig.Connect();
        int drops = Drip(client, "GET / HTTP/1.1\r\n" + rig.Host + "Content-Length: 4000\r\n\r\n");

        Assert.AreEqual(408, WebRig.StatusOf(WebRig.HearAll(client)));
        Assert.IsGreaterThanOrEqualTo(bodyMs - WebRig.ClockMs, watch.ElapsedMilliseconds);
        Assert.IsGreaterThan(2, drops, "it dripped");
        rig.StillServes();
    }

    [TestMethod]
    [Req("WEB-04")]
    public void Hear_Silence_EndsWithoutAWord()
    {
        const int headMs = 300;
        using WebRig rig = new(limits: new WebLimits { HeadMs = headMs });
        Stopwatch watch = Stopwatch.StartNew();
        using Socket client = rig.Connect();

        Assert.AreEqual("", WebRig.HearAll(client));
        Assert.IsGreaterThanOrEqualTo(headMs - WebRig.ClockMs, watch.ElapsedMilliseconds);
        rig.StillServes();
    }

    [TestMethod]
    [Req("WEB-04")]
    public void Answer_NobodyReads_FreesThePlace()
    {
        using WebRig rig = new(limits: new WebLimits { AnswerMs = 300 });
        using Socket client = rig.Connect();
        client.Send(Encoding.UTF8.GetBytes(rig.Get));

        // The client neither reads nor closes.
        rig.StillServes();
        Assert.IsGreaterThan(0, client.Available, "it was answered all the same");
    }

    [TestMethod]
    public void Accept_PlacesFull_OldestSilentOneGivesWay()
    {
        using WebRig rig = new();
        using Socket first = rig.Connect("127.0.1.11");
        WebRig.Until(() => rig.Budget.CountOf(SocketUse.Page) == 1, "first");
        using Socket second = rig.Connect("127.0.1.12");
        using Socket third = rig.Connect("127.0.1.13");
        WebRig.Until(() => rig.Budget.CountOf(SocketUse.Page) == 3, "all places");

        WebRig.Until(() => rig.StatusFor(rig.Get) == 200, "served in the place of another");
        Assert.AreEqual("", WebRig.HearAll(first));
        Assert.IsFalse(second.Poll(0, SelectMode.SelectRead) && third.Poll(0, SelectMode.SelectRead), "one was enough");
    }

    [TestMethod]
    [Req("WEB-04")]
    [DataRow((int)Slowness.Silent)]
    [DataRow((int)Slowness.DrippingHead)]
    [DataRow((int)Slowness.DrippingBody)]
    [DataRow((int)Slowness.SlowReader)]
    public void Accept_TwoHundredSlowOnes_HonestClientIsServedWithinASecond(int how)
    {
        const int honest = 5;
        using WebRig rig = new();

        using (SlowCrowd crowd = new(rig, (Slowness)how, count: 200, "127.0.0.2"))
        {
            WebRig.Until(() => crowd.Rounds >= 2, "the crowd is there");

            for (int i = 0; i < honest; i++)
            {
                AssertServedInTime(rig, WebRig.Toy);
                AssertServedInTime(rig, WebRig.Home);
            }

            Assert.IsGreaterThanOrEqualTo(200, crowd.Opened);
            Assert.IsLessThanOrEqualTo(SocketBudget.PagePlaces, rig.Budget.CountOf(SocketUse.Page));
        }

        rig.StillServes();
    }

    private static void AssertServedInTime(WebRig rig, string from)
    {
        long tookMs = 0;

        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            int status = rig.StatusFor(rig.Get, from);
            tookMs = watch.ElapsedMilliseconds;

            if (status == 200 && tookMs <= ServedWithinMs)
            {
                return;
            }

            Thread.Sleep(100);
        }

        Assert.Fail($"{from} was not served within {ServedWithinMs} ms, {Attempts} times; the last time took {tookMs} ms");
    }

    // Sends the beginning and then a byte every 50 ms until there is something to read.
    private static int Drip(Socket client, string begin)
    {
        int drops = 0;
        client.Send(Encoding.UTF8.GetBytes(begin));

        while (drops < DropsMax && !client.Poll(50000, SelectMode.SelectRead))
        {
            drops++;
            client.Send(new[] { (byte)'a' });
        }

        return drops;
    }
}
