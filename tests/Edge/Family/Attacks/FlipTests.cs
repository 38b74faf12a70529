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
