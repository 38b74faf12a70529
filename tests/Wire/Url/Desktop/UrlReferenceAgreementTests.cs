using System;
using System.Text;

using ToyGuard.Wire.Url;

namespace ToyGuard.Wire.Tests.Url;

/// <summary>
/// Goal: a reference that we resolve never leads elsewhere when another library resolves it.
/// Method: System.Uri as the peer over random composition of reference pieces; wherever we find a place, the peer finds the same.
/// </summary>
[TestClass]
public class UrlReferenceAgreementTests
{
    private static readonly string[] Pieces =
    {
        "https:", "http:", "/", "/", "//", ".", "..", "./", "../", "?", "#", "a", "b.test", "evil.test", ":8080", "@", "\\", "%2f", ";", "=", ":", "[", " ", "x=1",
    };

    private static readonly string[] Bases =
    {
        "http://a.test/b/c/d;p?q", "https://a.test:8443", "https://a.test/?x/y", "https://a.test/b/../c/./d", "http://a.test/b//c/",
    };

    [TestMethod]
    [Req("EGR-01")]
    public void Resolve_ComposedPieces_AgreesWithThePeer()
    {
        UrlReference resolved = new();
        int agreed = 0;

        for (int seed = 1; seed <= 100_000; seed++)
        {
            Random random = new(seed);
            string from = Bases[random.Next(Bases.Length)];
            StringBuilder text = new();

            for (int pieces = random.Next(1, 7); pieces > 0; pieces--)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]);
            }

            string reference = text.ToString();
            UrlReader reader = new();
            reader.Read(from);
            byte[] bytes = Encoding.ASCII.GetBytes(reference);

            // Hosts of dots and the like pass the reader and not the peer; the gate's own host reader refuses them.
            if (resolved.Resolve(reader, bytes, 0, bytes.Length) != UrlFault.None || !Uri.TryCreate(new Uri(from), reference, out Uri? peer))
            {
                continue;
            }

            UrlReader mine = resolved.Url;
            string about = $"seed {seed}: {from} and {reference}";
            string path = Encoding.ASCII.GetString(mine.Source, mine.TargetOffset, mine.TargetLength);
            Assert.AreEqual(peer.Scheme, mine.Scheme == UrlScheme.Https ? "https" : "http", about);
            Assert.AreEqual(peer.Host, Encoding.ASCII.GetString(mine.Source, mine.HostOffset, mine.HostLength), about);
            Assert.AreEqual(peer.Port, mine.Port, about);
            Assert.AreEqual(peer.PathAndQuery, mine.NeedsSlash ? "/" + path : path, about);
            agreed++;
        }

        Assert.IsTrue(agreed > 20_000, agreed.ToString());
    }
}
