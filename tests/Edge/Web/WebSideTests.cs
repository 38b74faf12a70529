using System.Net.Sockets;
using System.Text;

using ToyGuard.Edge.Web;
using ToyGuard.Fakes;
using ToyGuard.Guard.Sockets;

namespace ToyGuard.Edge.Tests.Web;

/// <summary>
/// Goal: who asks decides what there is: strangers get nothing, toys never the home's place, and what a toy asks of somebody else goes on.
/// Method: clients from loopback addresses of each side.
/// </summary>
[TestClass]
public sealed class WebSideTests
{
    [TestMethod]
    [Req("ATT-01")]
    [DataRow(WebRig.Home, 200)]
    [DataRow(WebRig.Toy, 200)]
    [DataRow(WebRig.Stranger, 0)]
    [DataRow("127.0.2.1", 0)]
    public void Accept_EachSide_IsHeardOrDeafTo(string from, int status)
    {
        using WebRig rig = new();

        Assert.AreEqual(status, rig.StatusFor(rig.Get, from));
        Assert.AreEqual(status == 0 ? 0 : 400, rig.StatusFor("nonsense\r\n\r\n", from));
        rig.StillServes();
    }

    [TestMethod]
    [Req("ATT-01")]
    public void Accept_Stranger_TakesNoPlace()
    {
        using WebRig rig = new();
        Socket[] strangers = new Socket[50];

        for (int i = 0; i < strangers.Length; i++)
        {
            strangers[i] = rig.Connect(WebRig.Stranger);
        }

        Assert.AreEqual(200, rig.StatusFor(rig.Get));

        foreach (Socket stranger in strangers)
        {
            Assert.AreEqual("", WebRig.HearAll(stranger));
            stranger.Dispose();
        }
    }

    [TestMethod]
    public void Accept_ToysThatHold_LeaveTheHomeItsPlace()
    {
        using WebRig rig = new();
        Socket[] toys = new Socket[5];

        for (int i = 0; i < toys.Length; i++)
        {
            // A whole head, so that nobody has to give way, and a body that does not come.
            toys[i] = rig.Connect("127.0.0." + (10 + i));
            toys[i].Send(Encoding.UTF8.GetBytes("GET / HTTP/1.1\r\n" + rig.Host + "Content-Length: 10\r\n\r\n"));
        }

        int toyPlaces = rig.Budget.PlacesOf(SocketUse.Page) - SocketBudget.KeptForHome;
        WebRig.Until(() => rig.Budget.CountOf(SocketUse.Page) == toyPlaces, "toys have as many places as they may");
        Assert.AreEqual(200, rig.StatusFor(rig.Get), "the home's place");

        foreach (Socket toy in toys)
        {
            toy.Dispose();
        }

        rig.StillServes();
    }

    [TestMethod]
    public void Hear_ForeignHost_OfAToyGoesOnWithWhatWasRead()
    {
        Takes takes = new(true);
        using WebRig rig = new(foreignHost: takes);
        const string request = "GET /story HTTP/1.1\r\nHost: stories.toys.example\r\n\r\nmore";
        using Socket toy = rig.Connect(WebRig.Toy);
        toy.Send(Encoding.UTF8.GetBytes(request));

        // Taken over whole: it is answered by somebody else, and its place is free.
        Assert.AreEqual("taken", WebRig.HearAll(toy));
        Assert.AreEqual(request, takes.Begun);
        Assert.AreEqual(7, takes.Toy);
        rig.StillServes();
    }

    [TestMethod]
    public void Hear_ForeignHostOfTheHomeAndOwnHostOfAToy_StayHere()
    {
        Takes takes = new(true);
        using WebRig rig = new(foreignHost: takes);

        Assert.AreEqual(421, rig.StatusFor("GET / HTTP/1.1\r\nHost: stories.toys.example\r\n\r\n"));
        Assert.AreEqual(200, rig.StatusFor(rig.Get, WebRig.Toy));
        Assert.AreEqual(400, rig.StatusFor("GET / HTTP/1.1\r\n\r\n", WebRig.Toy));
        Assert.IsNull(takes.Begun);
    }

    [TestMethod]
    public void Hear_ForeignHostNotTaken_IsClosed()
    {
        using WebRig rig = new(foreignHost: new Takes(false));

        Assert.AreEqual(0, rig.StatusFor("GET / HTTP/1.1\r\nHost: stories.toys.example\r\n\r\n", WebRig.Toy));
        rig.StillServes();
    }

    [TestMethod]
    public void Hear_ForeignHostThatNobodyTakes_Is421()
    {
        using WebRig rig = new();

        Assert.AreEqual(421, rig.StatusFor("GET / HTTP/1.1\r\nHost: stories.toys.example\r\n\r\n", WebRig.Toy));
    }

    private sealed class Takes : IForeignHost
    {
        private readonly bool _does;

        public Takes(bool does)
        {
            _does = does;
        }

        public string? Begun { get; private set; }

        public int Toy { get; private set; }

        public bool Take(Socket client, int toy, byte[] begun, int count)
        {
            Begun = Encoding.UTF8.GetString(begun, 0, count);
            Toy = toy;

            if (_does)
            {
                client.Send(Encoding.UTF8.GetBytes("taken"));
                client.Close();
            }

            return _does;
        }
    }
}
