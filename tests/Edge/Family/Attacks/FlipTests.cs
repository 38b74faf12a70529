using System.Linq;
using System.Text;

using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Attacks;

/// <summary>
/// Goal: no message with any one bit turned does anything, nor keeps the right one from being taken. Method: before each message of a whole
/// family's walk the door is given all of its neighbours, at the moment when the message itself would work.
/// </summary>
[TestClass]
public sealed class FlipTests
{
    private const long SlotMs = 30_000;

    [TestMethod]
    [Req("AUTH-04")]
    [Req("WEB-04")]
    public void Door_EveryTurnedBitBeforeEachMessage_DoesNothing()
    {
        using FamilyRig rig = new(false);
        int messages = 0;

        byte[]? Line(byte[] message)
        {
            messages++;
            GiveNeighbours(rig, message);
            return rig.Take(message);
        }

        Walk walk = new(rig);
        walk.Pair(Line, Line);

        Assert.IsTrue(messages >= 20, messages + " messages");
        Assert.IsTrue(walk.First.SignIn(true), "no try of all those counted");
    }

    // Everything that went over the air in a family's first hour, on both Wi-Fis: heads, the form of half one, each message. As it was left, and after a press.
    [TestMethod]
    [Req("AUTH-04")]
    [Req("WEB-04")]
    [DataRow(false)]
    [DataRow(true)]
    public void Capture_EveryTurnedBitOfEachRequest_ChangesNothing(bool isPressed)
    {
        using FamilyRig rig = new(true);
        PhoneWire own = rig.Wire(FamilyRig.OwnSide);
        PhoneWire home = rig.Wire();
        Walk walk = new(rig);
        walk.SetUp(own);
        Assert.AreEqual(200, home.Get("/").Status);
        Assert.AreEqual(200, home.Get("/state").Status);
        walk.Pair(home.Door, home.Door);

        if (isPressed)
        {
            rig.Press();
        }

        RouterLine line = new(rig);
        string before = rig.State;
        int turned = TurnEach(rig, line, own, false) + TurnEach(rig, line, home, true);

        Assert.AreEqual(before, rig.State);
        Assert.IsTrue(turned > 60_000, turned + " bits");
        Assert.AreEqual(true, walk.First.Ask(new { op = "look" })?.IsOk, "nothing of all that moved the phone's counter");
        Assert.IsTrue(walk.First.SignIn(true), "no try of all those counted");
        Assert.AreEqual(0, rig.Faults);
    }

    private static int TurnEach(FamilyRig rig, RouterLine line, PhoneWire heard, bool isHomeSide)
    {
        int turned = 0;

        foreach (byte[] request in heard.Heard.Select(exchange => exchange.Request))
        {
            string before = rig.State;

            for (int i = 0; i < request.Length; i++)
            {
                for (int bit = 0; bit < 8; bit++)
                {
                    byte[] other = (byte[])request.Clone();
                    other[i] ^= (byte)(1 << bit);
                    line.Send(other, isHomeSide, 2 + (turned % 50));
                    turned++;
                }

                Assert.AreEqual(before, rig.State, $"byte {i} of {Encoding.Latin1.GetString(request)}");
            }

            // What was not turned is whole: the line is one on which this request works, or would have.
            Assert.AreNotEqual(0, line.Send(request, isHomeSide, 1).Status, Encoding.Latin1.GetString(request));
            Assert.AreEqual(before, rig.State, Encoding.Latin1.GetString(request));
        }

        return turned;
    }

    private static void GiveNeighbours(FamilyRig rig, byte[] message)
    {
        string before = rig.State;
        bool isBegin = message[4] == 1;
        bool isCode = message[4] == 3 && message[3] <= 6;

        // A challenge lives for at least half a minute: begun at the start of one, its proof's neighbours have a whole one.
        rig.AheadMs += isBegin ? SlotMs - rig.NowMs % SlotMs : 0;

        for (int bit = 0; bit < message.Length * 8; bit++)
        {
            byte[] neighbour = (byte[])message.Clone();
            neighbour[bit / 8] ^= (byte)(1 << (bit % 8));

            // Codes are looked at 20 times a second in all, and 5 times for one address: here each neighbour is looked at.
            rig.AheadMs += isCode ? 55 : 0;
            byte[]? heard = rig.Take(neighbour, 2 + (bit % 50));
            Assert.IsTrue(heard is null || (isBegin && heard[4] == 2), $"purpose {message[3]} step {message[4]} bit {bit} was answered");
        }

        Assert.AreEqual(before, rig.State, $"purpose {message[3]} step {message[4]}");
    }
}
