using System.Globalization;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>
/// Goal: a toy's name questions get the hub's address for what is open, and nothing for all else.
/// Method: the real program, asked by dig from the toys' addresses; what the lab resolver saw is in the program's own lines.
/// </summary>
[TestClass]
public class DnsTests
{
    private const string Bear = "127.0.0.1";
    private const string Lamp = "127.0.0.2";

    [TestMethod]
    [Req("EGR-01")]
    [DataRow(Bear, "stories.toys.example")]
    [DataRow(Bear, "STORIES.Toys.Example.")]
    [DataRow(Bear, "bear.voices.toys.example")]
    [DataRow(Lamp, "lullabies.lights.test")]
    public void Dig_AcceptedName_GetsTheHubsAddress(string toy, string name)
    {
        Client dig = Dig(toy, name, "A");

        StringAssert.Contains(dig.Output, "status: NOERROR", dig.All);
        StringAssert.Contains(dig.Output, "ANSWER: 1,", dig.All);
        StringAssert.Matches(dig.Output, new(@"\s5\s+IN\s+A\s+127\.0\.0\.1\s"), dig.All);
    }

    [TestMethod]
    [DataRow("AAAA")]
    [DataRow("HTTPS")]
    [DataRow("SVCB")]
    public void Dig_OtherAddressTypesOfAnAcceptedName_AreEmpty(string type)
    {
        Client dig = Dig(Bear, "stories.toys.example", type);

        StringAssert.Contains(dig.Output, "status: NOERROR", dig.All);
        StringAssert.Contains(dig.Output, "ANSWER: 0,", dig.All);
    }

    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-04")]
    [DataRow(Bear, "tracker.ads.example", 18)]
    [DataRow(Bear, "toys.example", 18)]
    [DataRow(Bear, "stories.toys.example.evil.test", 18)]
    [DataRow(Bear, "xstories.toys.example", 18)]
    [DataRow(Bear, "a.b.voices.toys.example", 18)]
    [DataRow(Bear, "voices.toys.example", 18)]
    [DataRow(Bear, "lullabies.lights.test", 18)]
    [DataRow(Lamp, "stories.toys.example", 18)]
    public void Dig_HeldName_IsRefusedWithAReasonAndNeverLookedUp(string toy, string name, int reason)
    {
        int looked = SharedRun.Run.Count("lab-resolver", $"name={name}");
        Client dig = Dig(toy, name, "A");

        StringAssert.Matches(dig.Output, new("status: (NXDOMAIN|REFUSED)"), dig.All);
        StringAssert.Contains(dig.Output, "ANSWER: 0,", dig.All);
        StringAssert.Contains(dig.Output, "; EDE: ", dig.All);
        SharedRun.Run.Verdict($"host={name}", "asked=name", "state=closed", $"reason={reason.ToString(CultureInfo.InvariantCulture)}");
        Assert.AreEqual(looked, SharedRun.Run.Count("lab-resolver", $"name={name}"));
    }

    [TestMethod]
    [Req("EGR-06")]
    [DataRow("usage.metrics.example")] // somebody else's
    [DataRow("postcards.toys.example")] // plain text
    public void Dig_WaitingName_IsHeld(string name)
    {
        Client dig = Dig(Bear, name, "A");

        StringAssert.Matches(dig.Output, new("status: (NXDOMAIN|REFUSED)"), dig.All);
        StringAssert.Contains(dig.Output, "; EDE: ", dig.All);
        SharedRun.Run.Verdict($"host={name}", "state=waiting", "reason=19");
    }

    [TestMethod]
    public void Dig_OtherTypeOfAnAcceptedName_IsRefused()
    {
        Client dig = Dig(Bear, "stories.toys.example", "TXT");

        StringAssert.Contains(dig.Output, "status: REFUSED", dig.All);
        StringAssert.Contains(dig.Output, "; EDE: ", dig.All);
    }

    [TestMethod]
    public void Dig_UnknownToy_IsRefused()
    {
        Client dig = Dig("127.0.0.77", "stories.toys.example", "A");

        StringAssert.Contains(dig.Output, "status: REFUSED", dig.All);
        StringAssert.Contains(dig.Output, "; EDE: ", dig.All);
        SharedRun.Run.Verdict("toy=-", "host=stories.toys.example", "reason=11");
    }

    [TestMethod]
    public void Dig_FromOutsideTheToySide_GetsNothing()
    {
        Client dig = Dig("127.0.9.9", "stories.toys.example", "A");

        StringAssert.Contains(dig.All, "timed out", dig.All);
    }

    private static Client Dig(string toy, string name, string type)
    {
        return DigAt(SharedRun.Run, toy, name, type);
    }

    internal static Client DigAt(EmulatorRun run, string toy, string name, string type)
    {
        return Client.Run("dig", "+tries=1", "+time=2", "-b", toy, "-p", run.DnsPort.ToString(CultureInfo.InvariantCulture), "@127.0.0.1", name, type);
    }
}
