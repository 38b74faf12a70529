using ToyGuard.Core.Crypto;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Tests.Policy;

namespace ToyGuard.Core.Tests.Settings;

/// <summary>Goal: the print changes with anything a guardian was asked about, and with nothing else. Method: the example of the format; one field at a time.</summary>
[TestClass]
public class EndpointPrintTests
{
    private const string Host = "stories.toys.example";

    // storage-format.md, "Settings", the example of a print.
    public const string ExampleBytes =
        "01 01 bb01 0700 73746f72696573 1400 73746f726965732e746f79732e6578616d706c65 0c00 4578616d706c6520546f7973"
        + " 0700 73746f72696573 0c00 63686f73656e2d73746f7279";

    [TestMethod]
    [Req("EGR-07")]
    public void Of_Example_IsTheBeginningOfItsHash()
    {
        byte[] hash = Sha256.Of(Hex.Bytes(ExampleBytes));
        long print = 0;

        for (int i = 7; i >= 0; i--)
        {
            print = print * 256 + hash[i];
        }

        Assert.AreEqual(print, EndpointPrint.Of(Sample()));
        Assert.AreEqual("3b1a3d22d4279296", Family.HexOf(Bytes.Part(hash, 0, 8)));
    }

    [TestMethod]
    [Req("EGR-07")]
    public void Of_AnyOtherAnswer_IsAnotherPrint()
    {
        string[] data = new string[] { "chosen-story" };
        Endpoint[] others = new Endpoint[]
        {
            Sample(),
            Of("storie", Host, 443, Scheme.Https, "Example Toys", Party.First, "stories", data),
            Of("stories", "storie.toys.example", 443, Scheme.Https, "Example Toys", Party.First, "stories", data),
            Of("stories", "*.toys.example", 443, Scheme.Https, "Example Toys", Party.First, "stories", data),
            Of("stories", Host, 444, Scheme.Https, "Example Toys", Party.First, "stories", data),
            Of("stories", Host, 443 + 256, Scheme.Https, "Example Toys", Party.First, "stories", data),
            Of("stories", Host, 443, Scheme.Tls, "Example Toys", Party.First, "stories", data),
            Of("stories", Host, 443, Scheme.Http, "Example Toys", Party.First, "stories", data),
            Of("stories", Host, 443, Scheme.Https, "Other Toys", Party.First, "stories", data),
            Of("stories", Host, 443, Scheme.Https, "Example Toys", Party.Third, "stories", data),
            Of("stories", Host, 443, Scheme.Https, "Example Toys", Party.First, "analytics", data),
            Of("stories", Host, 443, Scheme.Https, "Example Toys", Party.First, "stories", new string[0]),
            Of("stories", Host, 443, Scheme.Https, "Example Toys", Party.First, "stories", new string[] { "chosen-story", "voice" }),
            Of("stories", Host, 443, Scheme.Https, "Example Toys", Party.First, "stories", new string[] { "chosen", "-story" }),
            Of("stories", Host, 443, Scheme.Https, "Example Toysstories", Party.First, "", data),
        };

        for (int i = 0; i < others.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.AreNotEqual(EndpointPrint.Of(others[j]), EndpointPrint.Of(others[i]), i.ToString());
            }
        }
    }

    [TestMethod]
    public void Of_TheMakersOwnLimits_DoNotCount()
    {
        Endpoint limited = new Endpoint(
            "stories",
            Home.Pattern(Host),
            443,
            Scheme.Https,
            "Example Toys",
            Party.First,
            "stories",
            new string[] { "chosen-story" },
            1000,
            Family.Hours(0, 60),
            "/delete");

        Assert.AreEqual(EndpointPrint.Of(Sample()), EndpointPrint.Of(limited));
    }

    private static Endpoint Sample()
    {
        return Of("stories", Host, 443, Scheme.Https, "Example Toys", Party.First, "stories", new string[] { "chosen-story" });
    }

    private static Endpoint Of(string id, string host, int port, Scheme scheme, string owner, Party party, string purpose, string[] data)
    {
        return new Endpoint(id, Home.Pattern(host), port, scheme, owner, party, purpose, data, 0, null);
    }
}
