using System.Text;

using ToyGuard.Wire.Url;

namespace ToyGuard.Wire.Tests.Url;

/// <summary>
/// Goal: a redirect leads where every reader of RFC 3986 says it leads, or nowhere.
/// Method: the RFC's own examples (5.4), hostile references with their faults, bounds, then every prefix and every single bit flip of a good one.
/// </summary>
[TestClass]
public class UrlReferenceTests
{
    private const string Base = "http://a.test/b/c/d;p?q";

    [TestMethod]
    [DataRow("http://x.test:8080/g?h#i", "1 x.test 8080 /g?h")]
    [DataRow("HTTPS://X.test", "2 X.test 443 ")]
    [DataRow("g", "1 a.test 80 /b/c/g")]
    [DataRow("./g", "1 a.test 80 /b/c/g")]
    [DataRow("g/", "1 a.test 80 /b/c/g/")]
    [DataRow("/g", "1 a.test 80 /g")]
    [DataRow("//g.test", "1 g.test 80 ")]
    [DataRow("//g.test:81/h", "1 g.test 81 /h")]
    [DataRow("g?y", "1 a.test 80 /b/c/g?y")]
    [DataRow("g#s", "1 a.test 80 /b/c/g")]
    [DataRow("g?y#s", "1 a.test 80 /b/c/g?y")]
    [DataRow(";x", "1 a.test 80 /b/c/;x")]
    [DataRow("g;x?y#s", "1 a.test 80 /b/c/g;x?y")]
    [DataRow(".", "1 a.test 80 /b/c/")]
    [DataRow("./", "1 a.test 80 /b/c/")]
    [DataRow("..", "1 a.test 80 /b/")]
    [DataRow("../", "1 a.test 80 /b/")]
    [DataRow("../g", "1 a.test 80 /b/g")]
    [DataRow("../..", "1 a.test 80 /")]
    [DataRow("../../", "1 a.test 80 /")]
    [DataRow("../../g", "1 a.test 80 /g")]
    [DataRow("../../../g", "1 a.test 80 /g")]
    [DataRow("../../../../g", "1 a.test 80 /g")]
    [DataRow("/./g", "1 a.test 80 /g")]
    [DataRow("/../g", "1 a.test 80 /g")]
    [DataRow("g.", "1 a.test 80 /b/c/g.")]
    [DataRow(".g", "1 a.test 80 /b/c/.g")]
    [DataRow("g..", "1 a.test 80 /b/c/g..")]
    [DataRow("..g", "1 a.test 80 /b/c/..g")]
    [DataRow("...", "1 a.test 80 /b/c/...")]
    [DataRow("./../g", "1 a.test 80 /b/g")]
    [DataRow("./g/.", "1 a.test 80 /b/c/g/")]
    [DataRow("g/./h", "1 a.test 80 /b/c/g/h")]
    [DataRow("g/../h", "1 a.test 80 /b/c/h")]
    [DataRow("g;x=1/./y", "1 a.test 80 /b/c/g;x=1/y")]
    [DataRow("g;x=1/../y", "1 a.test 80 /b/c/y")]
    [DataRow("g?y/./x", "1 a.test 80 /b/c/g?y/./x")]
    [DataRow("g?y/../x", "1 a.test 80 /b/c/g?y/../x")]
    [DataRow("g#s/../x", "1 a.test 80 /b/c/g")]
    [DataRow("/.//evil.test/", "1 a.test 80 //evil.test/")]
    [DataRow("g//../h", "1 a.test 80 /b/c/g/h")]
    [DataRow("/a:b", "1 a.test 80 /a:b")]
    [DataRow("./a:b", "1 a.test 80 /b/c/a:b")]
    [DataRow("g?a:b", "1 a.test 80 /b/c/g?a:b")]
    [DataRow("https://a.test/x/../y?../z", "2 a.test 443 /y?../z")]
    [DataRow("/%2e%2e/g", "1 a.test 80 /%2e%2e/g")]
    public void Resolve_GoodReference_LeadsWhereTheStandardSays(string reference, string told)
    {
        Assert.AreEqual(told, ResolvedFrom(Base, reference));
    }

    [TestMethod]
    [DataRow("https://a.test:8443", "g", "2 a.test 8443 /g")]
    [DataRow("https://a.test:8443", "..", "2 a.test 8443 /")]
    [DataRow("https://a.test?x/y", "g", "2 a.test 443 /g")]
    [DataRow("https://a.test/x?y/z", "g", "2 a.test 443 /g")]
    [DataRow("https://a.test/x#y/z", "g", "2 a.test 443 /g")]
    [DataRow("https://A.test./x/", "g", "2 A.test. 443 /x/g")]
    [DataRow("https://a.test/x/", "//b.test/y", "2 b.test 443 /y")]
    [DataRow("https://a.test/x/../y/", "g", "2 a.test 443 /y/g")]
    public void Resolve_FromOtherUrls_TakesOverWhatIsMissing(string from, string reference, string told)
    {
        Assert.AreEqual(told, ResolvedFrom(from, reference));
    }

    [TestMethod]
    [DataRow("", (int)UrlFault.Empty)]
    [DataRow("?y", (int)UrlFault.OnlyQuery)]
    [DataRow("#s", (int)UrlFault.OnlyQuery)]
    [DataRow("g:h", (int)UrlFault.OtherScheme)]
    [DataRow("javascript:alert(1)", (int)UrlFault.OtherScheme)]
    [DataRow("file:///etc", (int)UrlFault.OtherScheme)]
    [DataRow("http:g", (int)UrlFault.NoSlashes)]
    [DataRow("https:/g", (int)UrlFault.NoSlashes)]
    [DataRow(":80/", (int)UrlFault.NoScheme)]
    [DataRow("1:2", (int)UrlFault.NoScheme)]
    [DataRow("//", (int)UrlFault.EmptyHost)]
    [DataRow("///evil.test/", (int)UrlFault.EmptyHost)]
    [DataRow("////evil.test/", (int)UrlFault.EmptyHost)]
    [DataRow("https:///evil.test/", (int)UrlFault.EmptyHost)]
    [DataRow("/\\evil.test/", (int)UrlFault.Backslash)]
    [DataRow("\\\\evil.test/", (int)UrlFault.Backslash)]
    [DataRow("//a.test@evil.test/", (int)UrlFault.UserInfo)]
    [DataRow("https://a.test@evil.test/", (int)UrlFault.UserInfo)]
    [DataRow("//127.0.0.1/", (int)UrlFault.NumericHost)]
    [DataRow("//[::1]/", (int)UrlFault.BracketInHost)]
    [DataRow("//a.test:99999/", (int)UrlFault.PortTooLarge)]
    [DataRow(" /g", (int)UrlFault.Space)]
    [DataRow("/g h", (int)UrlFault.Space)]
    [DataRow("/g\r\nX: y", (int)UrlFault.Control)]
    [DataRow("/\tg", (int)UrlFault.Control)]
    [DataRow("/g%", (int)UrlFault.BadPercent)]
    [DataRow("/<g>", (int)UrlFault.PathCharacter)]
    [DataRow("/\u00e9", (int)UrlFault.NotAscii)]
    [Req("EGR-01")]
    public void Resolve_HostileReference_LeadsNowhere(string reference, int fault)
    {
        UrlReference resolved = new UrlReference();

        Assert.AreEqual(fault, (int)Resolve(resolved, Base, reference));
        Assert.IsTrue(resolved.Url.Fault != UrlFault.None);
        Assert.AreEqual(0, resolved.Url.HostLength);
    }

    [TestMethod]
    public void Read_Text_IsReadAsItIsWritten()
    {
        UrlReference read = new UrlReference();

        Assert.AreEqual((int)UrlFault.None, (int)read.Read("https://A.test/x/../y#z"));
        Assert.AreEqual("2 A.test 443 /x/../y", TextOf(read.Url));
        Assert.AreEqual((int)UrlFault.NotAscii, (int)read.Read("https://a.test/\u0101"));
        Assert.AreEqual((int)UrlFault.NoScheme, (int)read.Read("/g"));
        Assert.AreEqual((int)UrlFault.Empty, (int)read.Read(""));
        Assert.AreEqual(0, read.Url.HostLength);
    }

    [TestMethod]
    public void Resolve_AtTheBound_ReadsTheLastThatFits()
    {
        UrlReference resolved = new UrlReference();
        string most = new string('a', UrlReader.LengthMax - "http://a.test/".Length);

        Assert.AreEqual((int)UrlFault.None, (int)Resolve(resolved, Base, "/" + most));
        Assert.AreEqual(most.Length + 1, resolved.Url.TargetLength);
        Assert.AreEqual((int)UrlFault.TooLong, (int)Resolve(resolved, Base, "/" + most + "a"));
        Assert.AreEqual(0, resolved.Url.HostLength);
        Assert.AreEqual((int)UrlFault.None, (int)resolved.Read("http://a.test/" + most));
        Assert.AreEqual((int)UrlFault.TooLong, (int)resolved.Read("http://a.test/" + most + "a"));
    }

    [TestMethod]
    public void Resolve_FromNothing_IsOurMistake()
    {
        UrlReference resolved = new UrlReference();
        UrlReader none = new UrlReader();

        Check.Throws(typeof(System.InvalidOperationException), () => resolved.Resolve(none, new byte[1], 0, 1));
        resolved.Read(Base);
        Check.Throws(typeof(System.InvalidOperationException), () => resolved.Resolve(resolved.Url, new byte[1], 0, 1));
    }

    [TestMethod]
    public void Resolve_EveryPrefixAndBitFlip_StaysWithTheHostOrNamesItsOwn()
    {
        byte[] good = Encoding.UTF8.GetBytes("../x/./y?z=1#w");
        UrlReader from = new UrlReader();
        from.Read(Base);
        UrlReference resolved = new UrlReference();

        for (int length = 1; length <= good.Length; length++)
        {
            Assert.AreEqual((int)UrlFault.None, (int)resolved.Resolve(from, good, 0, length), length.ToString());
            AssertSameHostNoDots(resolved.Url, length.ToString());
        }

        for (int bit = 0; bit < good.Length * 8; bit++)
        {
            byte[] flipped = Bytes.Part(good, 0, good.Length);
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));

            if (resolved.Resolve(from, flipped, 0, flipped.Length) == UrlFault.None)
            {
                AssertSameHostNoDots(resolved.Url, "bit " + bit.ToString());
            }
        }
    }

    // None of these references can name a host: no flip of one bit makes two slashes or a scheme of it.
    private static void AssertSameHostNoDots(UrlReader url, string about)
    {
        string text = TextOf(url);
        Assert.AreEqual("1 a.test 80 /", text.Substring(0, "1 a.test 80 /".Length), about);
        int query = text.IndexOf("?");
        string path = (query < 0 ? text : text.Substring(0, query)) + "/";
        Assert.IsTrue(path.IndexOf("/./") < 0 && path.IndexOf("/../") < 0, about + ": " + text);
    }

    private static string ResolvedFrom(string from, string reference)
    {
        UrlReference resolved = new UrlReference();
        Assert.AreEqual((int)UrlFault.None, (int)Resolve(resolved, from, reference));

        return TextOf(resolved.Url);
    }

    private static UrlFault Resolve(UrlReference resolved, string from, string reference)
    {
        UrlReader reader = new UrlReader();
        Assert.AreEqual((int)UrlFault.None, (int)reader.Read(from));
        byte[] bytes = Encoding.UTF8.GetBytes("<" + reference + ">");

        return resolved.Resolve(reader, bytes, 1, bytes.Length - 2);
    }

    private static string TextOf(UrlReader url)
    {
        string host = Encoding.UTF8.GetString(url.Source, url.HostOffset, url.HostLength);
        string target = Encoding.UTF8.GetString(url.Source, url.TargetOffset, url.TargetLength);

        return $"{(int)url.Scheme} {host} {url.Port} {target}";
    }
}
