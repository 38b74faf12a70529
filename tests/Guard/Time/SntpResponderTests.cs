using ToyGuard.Core.Policy;
using ToyGuard.Wire.Sntp;

namespace ToyGuard.Guard.Tests.Time;

/// <summary>Goal: a toy that may know the time gets it, nobody gets more than he sent, and silence is the answer to all else. Method: each field, each rule, every length, every bit flip.</summary>
[TestClass]
public class SntpResponderTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public void Answer_ClientsRequest_TellsTheTimeInItsVersion(int version)
    {
        TimeHome home = new TimeHome();
        byte[] query = TimeHome.Packet((version << 3) | 3, SntpPacket.Length);
        SntpPacket asked = new SntpPacket();
        SntpPacket told = new SntpPacket();
        asked.Read(query, 0, query.Length);

        Assert.AreEqual(SntpPacket.Length, home.Ask(query));
        Assert.IsTrue(told.Read(home.Answer, 0, SntpPacket.Length));
        Assert.AreEqual((int)SntpMode.Server, (int)told.Mode);
        Assert.AreEqual(version, told.Version);
        Assert.AreEqual(0, told.Leap);
        Assert.IsTrue(told.Stratum >= 1 && told.Stratum <= 15);
        Assert.AreEqual(asked.TransmitTime, told.OriginTime);
        Assert.AreEqual(TimeHome.NowMs, SntpTime.ToUnixMs(told.TransmitTime, TimeHome.NowMs));
        Assert.AreEqual(TimeHome.NowMs, SntpTime.ToUnixMs(told.ReceiveTime, TimeHome.NowMs));
        Assert.AreEqual(1, home.Home.Told);
        Assert.AreEqual((int)Reason.Allowed, (int)home.Home.Last);
    }

    // RFC 4330, 5: a client may set nothing but the first byte.
    [TestMethod]
    public void Answer_RequestOfZeros_IsAnswered()
    {
        TimeHome home = new TimeHome();
        byte[] query = new byte[SntpPacket.Length];
        query[0] = 0x23;

        Assert.AreEqual(SntpPacket.Length, home.Ask(query));
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow("not paired", (int)Reason.NotPaired)]
    [DataRow("everything paused", (int)Reason.EverythingPaused)]
    [DataRow("toy paused", (int)Reason.ToyPaused)]
    public void Answer_ToyThatIsHeld_GetsSilence(string rule, int reason)
    {
        TimeHome home = new TimeHome();
        home.Apply(rule);

        Assert.AreEqual(0, home.Ask(TimeHome.Request()));
        Assert.AreEqual(reason, (int)home.Home.Last);
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow(0)]
    [DataRow(2)]
    [DataRow(-1)]
    public void Answer_UnknownToy_GetsSilence(int toy)
    {
        TimeHome home = new TimeHome();

        Assert.AreEqual(0, home.Responder.Answer(TimeHome.Request(), SntpPacket.Length, toy, home.Answer));
        Assert.AreEqual((int)Reason.UnknownToy, (int)home.Home.Last);
    }

    // A time that nobody has set is worse than none: small clients take it, marked as wrong or not.
    [TestMethod]
    [Req("PCTL-03")]
    public void Answer_ClockUnknown_IsSilence()
    {
        TimeHome home = new TimeHome();
        home.Apply("clock unknown");
        Assert.AreEqual(0, home.Ask(TimeHome.Request()));

        home.IsKnown = true;
        Assert.AreEqual(SntpPacket.Length, home.Ask(TimeHome.Request()));
    }

    // The clock's own order: quiet hours are about what leaves, and here nothing does.
    [TestMethod]
    public void Answer_QuietHours_StillTellsTheTime()
    {
        TimeHome home = new TimeHome();
        home.Apply("quiet hours");

        Assert.AreEqual(SntpPacket.Length, home.Ask(TimeHome.Request()));
    }

    [TestMethod]
    public void Answer_EveryFirstByte_OnlyClientsOfVersionsOneToFour()
    {
        TimeHome home = new TimeHome();

        for (int first = 0; first < 256; first++)
        {
            int version = (first >> 3) & 7;
            bool isClient = (first & 7) == 3 && version >= 1 && version <= 4;

            Assert.AreEqual(isClient ? SntpPacket.Length : 0, home.Ask(TimeHome.Packet(first, SntpPacket.Length)), first.ToString());
        }
    }

    [TestMethod]
    public void Answer_OwnAnswer_IsSilence()
    {
        TimeHome home = new TimeHome();
        home.Ask(TimeHome.Request());
        byte[] answer = Bytes.Part(home.Answer, 0, SntpPacket.Length);
        int told = home.Home.Told;

        Assert.AreEqual(0, home.Ask(answer));
        Assert.AreEqual(told, home.Home.Told, "nothing was asked");
    }

    [TestMethod]
    public void Answer_EveryLength_IsNeverLongerThanAsked()
    {
        TimeHome home = new TimeHome();

        for (int length = 0; length <= SntpPacket.DatagramMax + 8; length++)
        {
            bool isPacket = length >= SntpPacket.Length && length <= SntpPacket.DatagramMax && length % 4 == 0;
            byte[] query = length == 0 ? new byte[0] : TimeHome.Packet(0x23, length);

            Assert.AreEqual(isPacket ? SntpPacket.Length : 0, home.Ask(query), length.ToString());
        }
    }

    [TestMethod]
    public void Answer_EveryBitFlip_IsSilenceOrAWholeAnswer()
    {
        TimeHome home = new TimeHome();
        SntpPacket asked = new SntpPacket();
        SntpPacket told = new SntpPacket();

        for (int bit = 0; bit < SntpPacket.Length * 8; bit++)
        {
            byte[] query = TimeHome.Request();
            query[bit / 8] ^= (byte)(1 << (bit % 8));
            int length = home.Ask(query);

            if (length == 0)
            {
                Assert.IsTrue(bit < 6, bit.ToString());
                continue;
            }

            Assert.IsTrue(asked.Read(query, 0, query.Length) && told.Read(home.Answer, 0, length), bit.ToString());
            Assert.AreEqual(asked.TransmitTime, told.OriginTime, bit.ToString());
            Assert.AreEqual(TimeHome.NowMs, SntpTime.ToUnixMs(told.TransmitTime, TimeHome.NowMs), bit.ToString());
        }
    }
}
