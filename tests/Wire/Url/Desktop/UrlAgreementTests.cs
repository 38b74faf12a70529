using System;
using System.Text;

using ToyGuard.Wire.Url;

namespace ToyGuard.Wire.Tests.Url;

/// <summary>
/// Goal: a URL that we read never leads elsewhere when another library reads it.
/// Method: System.Uri as the peer over seeded damage and random composition of URL parts; wherever we read one, the peer reads the same scheme, host and port.
/// </summary>
[TestClass]
public class UrlAgreementTests
{
    private static readonly string[] Pieces =
    {
        "https", "http", "ftp", ":", "/", "//", "://", "@", "\\", "?", "#", "%", "%2e", "%40", ".", "..", "-", "_", "[", "]", "[::1]", "127.0.0.1", "0x7f.1",
        "2130706433", "a.test", "evil.test", "toys.example", "xn--mnchen-3ya", "443", "0", "065", "65535", "65536", " ", "\t", "\n", "\u00e9", "\u3002", "A", "&", "=", ";", "+",
    };

    private static readonly string[] Good =
    {
        "https://stories.toys.example:8443/a/b?c=%20d#e",
        "http://a.test",
        "HTTPS://A-1.Test.:443/?x=y@z",
    };

    [TestMethod]
    [Req("EGR-02")]
    public void Read_ComposedPieces_AgreesWithThePeer()
    {
        int read = 0;

        for (int seed = 1; seed <= 100_000; seed++)
        {
            Random random = new(seed);
            StringBuilder url = new(random.Next(3) == 0 ? "" : "https://");

            for (int pieces = random.Next(1, 8); pieces > 0; pieces--)
            {
                url.Append(Pieces[random.Next(Pieces.Length)]);
            }

            read += AssertAgrees(url.ToString(), "seed " + seed) ? 1 : 0;
        }

        Assert.IsTrue(read > 1000, read + " read");
    }

    [TestMethod]
    [Req("EGR-02")]
    public void Read_SeededDamage_AgreesWithThePeer()
    {
        int read = 0;

        for (int seed = 1; seed <= 100_000; seed++)
        {
            Random random = new(seed);
            string url = Good[random.Next(Good.Length)];

            for (int times = random.Next(1, 4); times > 0; times--)
            {
                int at = random.Next(url.Length);
                string piece = Pieces[random.Next(Pieces.Length)];
                url = url[..at] + piece + url[Math.Min(url.Length, at + random.Next(3))..];
            }

            read += AssertAgrees(url, "seed " + seed) ? 1 : 0;
        }

        Assert.IsTrue(read > 1000, read + " read");
    }

    [TestMethod]
    public void Read_RandomBytes_NeverThrows()
    {
        UrlReader reader = new();

        for (int seed = 1; seed <= 50_000; seed++)
        {
            Random random = new(seed);
            byte[] bytes = new byte[random.Next(60)];
            random.NextBytes(bytes);

            // Half of them get past the scheme.
            Encoding.ASCII.GetBytes("http://").AsSpan(0, Math.Min(bytes.Length, seed % 2 * 7)).CopyTo(bytes);
            UrlFault fault = reader.Read(bytes, 0, bytes.Length);
            Assert.IsTrue(fault == UrlFault.None || reader.HostLength == 0, "seed " + seed);
        }
    }

    [TestMethod]
    public void Read_Bytes_AllocatesNothing()
    {
        UrlReader reader = new();
        byte[] good = Encoding.ASCII.GetBytes(Good[0]);
        byte[] bad = Encoding.ASCII.GetBytes("https://a.test@evil.test/");
        reader.Read(good, 0, good.Length);
        reader.Read(bad, 0, bad.Length);

        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 100; i++)
        {
            reader.Read(good, 0, good.Length);
            reader.Read(bad, 0, bad.Length);
        }

        Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static bool AssertAgrees(string url, string what)
    {
        UrlReader reader = new();

        if (reader.Read(url) != UrlFault.None)
        {
            return false;
        }

        string host = Encoding.UTF8.GetString(reader.Source, reader.HostOffset, reader.HostLength).ToLowerInvariant();

        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? peer))
        {
            // Names of a wrong form: ours passes them on to be judged as names.
            Assert.AreEqual(UriHostNameType.Unknown, Uri.CheckHostName(host), $"{what}: {url}");
            return true;
        }

        Assert.AreEqual(peer.Scheme, reader.Scheme == UrlScheme.Https ? "https" : "http", $"{what}: {url}");
        Assert.AreEqual(peer.Host, host, $"{what}: {url}");
        Assert.AreEqual(peer.Port, reader.Port, $"{what}: {url}");
        Assert.AreEqual("", peer.UserInfo, $"{what}: {url}");
        return true;
    }
}
