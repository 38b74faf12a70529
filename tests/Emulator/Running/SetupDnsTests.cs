using System.IO;
using System.Text.Json;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>
/// Goal: out of its box a device answers phones on its own Wi-Fi the names that they probe for and its own, and no other name exists there.
/// Method: the real program, a hub and a toy, asked by dig from an address that is no toy's.
/// </summary>
[TestClass]
public class SetupDnsTests
{
    private const string Phone = "127.0.0.9";
    private const string Toy = "127.0.0.1";

    [TestMethod]
    [DataRow("hub")]
    [DataRow("toy")]
    public void Dig_OutOfItsBox_ProbesAndItsOwnNameOnly(string mode)
    {
        using TestFolder folder = new();
        string[] args = ["--air", "quick", "--data", folder.Path];
        using EmulatorRun run = mode == "toy" ? EmulatorRun.StartToy(args) : EmulatorRun.Start(args);
        string label = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "factory.json"))).RootElement.GetProperty("label").GetString()!;

        foreach (string name in new[] { "captive.apple.com", "connectivitycheck.gstatic.com", "WWW.msftconnecttest.COM", label, label + ".local" })
        {
            Client dig = DnsTests.DigAt(run, Phone, name, "A");
            StringAssert.Contains(dig.Output, "status: NOERROR", dig.All);
            StringAssert.Matches(dig.Output, new(@"\s5\s+IN\s+A\s+127\.0\.0\.1\s"), dig.All);
        }

        Client no6 = DnsTests.DigAt(run, Phone, "captive.apple.com", "AAAA");
        StringAssert.Contains(no6.Output, "status: NOERROR", no6.All);
        StringAssert.Contains(no6.Output, "ANSWER: 0,", no6.All);

        foreach (string name in new[] { "stories.toys.example", "apple.com", "x.captive.apple.com", "toyguard-00000000.local", "com" })
        {
            Client dig = DnsTests.DigAt(run, Phone, name, "A");
            StringAssert.Contains(dig.Output, "status: NXDOMAIN", dig.All);
            StringAssert.Contains(dig.Output, "; EDE: ", dig.All);
        }

        // Nobody is asked for any of them, and whoever is not on that Wi-Fi hears nothing.
        Assert.AreEqual(0, run.Count("lab-resolver", ""));
        StringAssert.Contains(DnsTests.DigAt(run, "127.0.1.9", "captive.apple.com", "A").All, "timed out");
    }

    // Who has the address of a toy is a toy, and held: only strangers are phones that might set it up.
    [TestMethod]
    [Req("DEF-02")]
    public void Dig_OfAToyAtAnUnpairedHub_IsRefused()
    {
        using EmulatorRun run = EmulatorRun.Start("--air", "quick");
        Client dig = DnsTests.DigAt(run, Toy, "stories.toys.example", "A");

        StringAssert.Contains(dig.Output, "status: REFUSED", dig.All);
        run.Verdict("host=stories.toys.example", "reason=10");
    }
}
