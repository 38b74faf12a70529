using System.Text;

using ToyGuard.Wire.Url;

namespace ToyGuard.Wire.Tests.Url;

/// <summary>
/// Goal: the host that is judged is the host that is dialled, whoever reads the URL after us.
/// Method: tables of good URLs with all their parts and of hostile ones with fault and place, then every prefix, every single bit flip and both ends of each bound.
/// </summary>
[TestClass]
public class UrlReaderTests
{
    [TestMethod]
    [DataRow("https://stories.toys.example", 2, "stories.toys.example", 443, "/")]
    [DataRow("http://stories.toys.example", 1, "stories.toys.example", 80, "/")]
    [DataRow("https://stories.toys.example/", 2, "stories.toys.example", 443, "/")]
    [DataRow("https://stories.toys.example/a/b.json", 2, "stories.toys.example", 443, "/a/b.json")]
    [DataRow("https://stories.toys.example/a?b=c&d=e", 2, "stories.toys.example", 443, "/a?b=c&d=e")]
    [DataRow("https://stories.toys.example?b=c", 2, "stories.toys.example", 443, "/?b=c")]
    [DataRow("https://stories.toys.example#top", 2, "stories.toys.example", 443, "/")]
    [DataRow("https://stories.toys.example/a#top", 2, "stories.toys.example", 443, "/a")]
    [DataRow("https://stories.toys.example/a?b#c?d/e", 2, "stories.toys.example", 443, "/a?b")]
    [DataRow("https://stories.toys.example/?", 2, "stories.toys.example", 443, "/?")]
    [DataRow("https://stories.toys.example/a#", 2, "stories.toys.example", 443, "/a")]
    [DataRow("https://a.test:443/", 2, "a.test", 443, "/")]
    [DataRow("https://a.test:8443/", 2, "a.test", 8443, "/")]
    [DataRow("https://a.test:80/", 2, "a.test", 80, "/")]
    [DataRow("http://a.test:443/", 1, "a.test", 443, "/")]
    [DataRow("https://a.test:1/", 2, "a.test", 1, "/")]
    [DataRow("https://a.test:65535/", 2, "a.test", 65535, "/")]
    [DataRow("https://a.test:8443", 2, "a.test", 8443, "/")]
    [DataRow("https://a.test:8443?x", 2, "a.test", 8443, "/?x")]
    [DataRow("https://a.test:8443#x", 2, "a.test", 8443, "/")]
    [DataRow("HTTPS://A.Test/A", 2, "A.Test", 443, "/A")]
    [DataRow("HtTp://a.test", 1, "a.test", 80, "/")]
    [DataRow("https://a.test./", 2, "a.test.", 443, "/")]
    [DataRow("https://xn--mnchen-3ya.example/", 2, "xn--mnchen-3ya.example", 443, "/")]
    [DataRow("https://a-b.c-d.test/", 2, "a-b.c-d.test", 443, "/")]
    [DataRow("https://1a.2b.test/", 2, "1a.2b.test", 443, "/")]
    [DataRow("https://1.2.3.4.test/", 2, "1.2.3.4.test", 443, "/")]
    [DataRow("https://0x7f.test/", 2, "0x7f.test", 443, "/")]
    [DataRow("https://127.0.0.1.example/", 2, "127.0.0.1.example", 443, "/")]
    [DataRow("https://toys.1x/", 2, "toys.1x", 443, "/")]
    [DataRow("https://toys.0xg/", 2, "toys.0xg", 443, "/")]
    [DataRow("https://Zz-9.test/%fF%Aa", 2, "Zz-9.test", 443, "/%fF%Aa")]
    [DataRow("https://toys.0xG/", 2, "toys.0xG", 443, "/")]
    [DataRow("https://a.test../", 2, "a.test..", 443, "/")]
    [DataRow("https://./", 2, ".", 443, "/")]
    [DataRow("https://localhost/", 2, "localhost", 443, "/")]
    [DataRow("https://_dns.toys.example/", 2, "_dns.toys.example", 443, "/")]
    [DataRow("https://-a-.toys..example/", 2, "-a-.toys..example", 443, "/")]
    [DataRow("https://a.test/@b", 2, "a.test", 443, "/@b")]
    [DataRow("https://a.test/?u=https://b.test/", 2, "a.test", 443, "/?u=https://b.test/")]
    [DataRow("https://a.test/http://b.test/", 2, "a.test", 443, "/http://b.test/")]
    [DataRow("https://a.test//b.test/", 2, "a.test", 443, "//b.test/")]
    [DataRow("https://a.test/a:80", 2, "a.test", 443, "/a:80")]
    [DataRow("https://a.test/%00%2e%2E/%20", 2, "a.test", 443, "/%00%2e%2E/%20")]
    [DataRow("https://a.test/../..//.", 2, "a.test", 443, "/../..//.")]
    [DataRow("https://a.test/-._~!$&'()*+,;=:@/?-._~!$&'()*+,;=:@/?", 2, "a.test", 443, "/-._~!$&'()*+,;=:@/?-._~!$&'()*+,;=:@/?")]
    [Req("EGR-02")]
    public void Read_GoodUrl_GivesItsParts(string url, int scheme, string host, int port, string target)
    {
        UrlReader reader = new();
        Assert.AreEqual((int)UrlFault.None, (int)reader.Read(url));
        Assert.AreEqual((int)UrlFault.None, (int)reader.Fault);
        Assert.AreEqual(scheme, (int)reader.Scheme);
        Assert.AreEqual(host, HostOf(reader));
        Assert.AreEqual(port, reader.Port);
        Assert.AreEqual(target, TargetOf(reader));
    }

    [TestMethod]
    [DataRow("", 1, 0)]
    [DataRow("a.test", 7, 0)]
    [DataRow("a.test/x", 7, 0)]
    [DataRow("//a.test/", 7, 0)]
    [DataRow("/a", 7, 0)]
    [DataRow("?a", 7, 0)]
    [DataRow("#a", 7, 0)]
    [DataRow("://a.test", 7, 0)]
    [DataRow(":443", 7, 0)]
    [DataRow("1http://a.test", 7, 0)]
    [DataRow("ht_tp://a.test", 7, 0)]
    [DataRow("h%74tps://a.test", 7, 0)]
    [DataRow("*://a.test", 7, 0)]
    [DataRow("https", 7, 0)]
    [DataRow("https//a.test", 7, 0)]
    [DataRow("user@a.test", 7, 0)]
    [DataRow("[::1]", 7, 0)]
    [DataRow("ftp://a.test/", 8, 0)]
    [DataRow("ws://a.test/", 8, 0)]
    [DataRow("wss://a.test/", 8, 0)]
    [DataRow("file:///etc/hosts", 8, 0)]
    [DataRow("javascript:alert(1)", 8, 0)]
    [DataRow("data:text/plain,x", 8, 0)]
    [DataRow("mailto:a@a.test", 8, 0)]
    [DataRow("a.test:443", 8, 0)]
    [DataRow("localhost:80", 8, 0)]
    [DataRow("httpss://a.test", 8, 0)]
    [DataRow("httpsx://a.test", 8, 0)]
    [DataRow("http+unix://a.test", 8, 0)]
    [DataRow("blob:https://a.test/", 8, 0)]
    [DataRow("view-source:https://a.test/", 8, 0)]
    [DataRow("tls://a.test:443", 8, 0)]
    [DataRow("jar:http://a.test!/x", 8, 0)]
    [DataRow("h:a.test", 8, 0)]
    [DataRow("http:/a.test", 9, 6)]
    [DataRow("https:a.test", 9, 6)]
    [DataRow("http:", 9, 5)]
    [DataRow("http:/", 9, 6)]
    [DataRow("https:?a", 9, 6)]
    [DataRow("https:#a", 9, 6)]
    [DataRow("https:/?/a.test", 9, 7)]
    [DataRow("https:;//a.test", 9, 6)]
    [DataRow("http://", 11, 7)]
    [DataRow("http:///a.test", 11, 7)]
    [DataRow("https:////a.test", 11, 8)]
    [DataRow("https://?a", 11, 8)]
    [DataRow("https://#a", 11, 8)]
    [DataRow("https://:443/", 11, 8)]
    [DataRow("https://:", 11, 8)]
    [DataRow("https:///", 11, 8)]
    [DataRow("https://a.test@evil.test/", 10, 14)]
    [DataRow("https://a.test:443@evil.test/", 10, 18)]
    [DataRow("https://@a.test/", 10, 8)]
    [DataRow("https://u:p@a.test/", 10, 11)]
    [DataRow("https://a.test@", 10, 14)]
    [DataRow("https://a@b@c.test/", 10, 9)]
    [DataRow("https://a.test%40evil.test/", 12, 14)]
    [DataRow("https://a.test:@evil.test", 10, 15)]
    [DataRow("https://evil.test@127.0.0.1/", 10, 17)]
    [DataRow("https://a.test\\@evil.test/", 6, 14)]
    [DataRow("https:\\\\a.test", 6, 6)]
    [DataRow("https:/\\a.test", 6, 7)]
    [DataRow("https://a.test\\x", 6, 14)]
    [DataRow("https://a.test/a\\b", 6, 16)]
    [DataRow("https://a.test/?a\\b", 6, 17)]
    [DataRow("https://a.test/#\\", 6, 16)]
    [DataRow("\\\\a.test\\x", 6, 0)]
    [DataRow("https:\\/\\/a.test", 6, 6)]
    [DataRow(" https://a.test", 3, 0)]
    [DataRow("https://a.test ", 3, 14)]
    [DataRow("https://a .test", 3, 9)]
    [DataRow("https: //a.test", 3, 6)]
    [DataRow("https://a.test/a b", 3, 16)]
    [DataRow("https://a.test/#a b", 3, 17)]
    [DataRow("https ://a.test", 3, 5)]
    [DataRow("https://a.test: 443", 3, 15)]
    [DataRow("https://a.test .evil.test/", 3, 14)]
    [DataRow("https://a.te\u0009st", 4, 12)]
    [DataRow("ht\u000atps://a.test", 4, 2)]
    [DataRow("https:\u000d\u000a//a.test", 4, 6)]
    [DataRow("\u0009https://a.test", 4, 0)]
    [DataRow("https://a.test/\u000d\u000aHost: b.test", 4, 15)]
    [DataRow("https://a.test/a\u001f", 4, 16)]
    [DataRow("https://a.test/\u007f", 4, 15)]
    [DataRow("https://a.test/#\u000a", 4, 16)]
    [DataRow("\u0001https://a.test", 4, 0)]
    [DataRow("https://a.test:44\u000a3/", 4, 17)]
    [DataRow("https://b\u00fccher.test/", 5, 9)]
    [DataRow("https://\u0430.test/", 5, 8)]
    [DataRow("https://a.test/\u00e9", 5, 15)]
    [DataRow("https://a\u3002test/", 5, 9)]
    [DataRow("https://a\uff0etest", 5, 9)]
    [DataRow("https://a.test\u2044x", 5, 14)]
    [DataRow("https://a\u200b.test", 5, 9)]
    [DataRow("https://a\u00ad.test", 5, 9)]
    [DataRow("\ufeffhttps://a.test", 5, 0)]
    [DataRow("https://a.test/#\u00e9", 5, 16)]
    [DataRow("https://a.test\uff20evil.test", 5, 14)]
    [DataRow("https://\u2460.test", 5, 8)]
    [DataRow("https\uff1a//a.test", 5, 5)]
    [DataRow("https://a.test:\uff14\uff14\uff13", 5, 15)]
    [DataRow("https://a.test\u00a0/", 5, 14)]
    [DataRow("https://a\u202etset.test", 5, 9)]
    [DataRow("https://a%2etest/", 12, 9)]
    [DataRow("https://%61.test/", 12, 8)]
    [DataRow("https://a.test%00.evil.test/", 12, 14)]
    [DataRow("https://%31%32%37.0.0.1/", 12, 8)]
    [DataRow("https://a.test%2f@evil", 10, 17)]
    [DataRow("https://a.test%", 12, 14)]
    [DataRow("https://[::1]/", 13, 8)]
    [DataRow("https://[::ffff:192.0.2.1]:443/", 13, 8)]
    [DataRow("https://[a.test]/", 13, 8)]
    [DataRow("https://[", 13, 8)]
    [DataRow("https://a.test[/", 13, 14)]
    [DataRow("https://[fe80::1%25eth0]/", 13, 8)]
    [DataRow("https://]/", 15, 8)]
    [DataRow("http://127.0.0.1/", 14, 15)]
    [DataRow("http://192.0.2.1:8080/x", 14, 15)]
    [DataRow("http://2130706433/", 14, 7)]
    [DataRow("http://0x7f000001/", 14, 7)]
    [DataRow("http://0x7f.0.0.1", 14, 16)]
    [DataRow("http://0177.0.0.1", 14, 16)]
    [DataRow("http://127.1", 14, 11)]
    [DataRow("http://0", 14, 7)]
    [DataRow("http://0x", 14, 7)]
    [DataRow("http://1.2.3", 14, 11)]
    [DataRow("http://1.2.3.4.5", 14, 15)]
    [DataRow("http://256.256.256.256", 14, 19)]
    [DataRow("http://127.0.0.1./", 14, 15)]
    [DataRow("http://a.test.1/", 14, 14)]
    [DataRow("http://a.0xff", 14, 9)]
    [DataRow("http://a.0X7F.", 14, 9)]
    [DataRow("http://0xFFFFFFFFFF", 14, 7)]
    [DataRow("http://017700000001", 14, 7)]
    [DataRow("http://4294967296", 14, 7)]
    [DataRow("http://1.0x", 14, 9)]
    [DataRow("http://00000127.0.0.1", 14, 20)]
    [DataRow("http://127.0.0.0x1#a", 14, 15)]
    [DataRow("https://a!.test/", 15, 9)]
    [DataRow("https://a*.test/", 15, 9)]
    [DataRow("https://*.toys.test/", 15, 8)]
    [DataRow("https://a,b.test/", 15, 9)]
    [DataRow("https://a;b.test/", 15, 9)]
    [DataRow("https://a.test&b/", 15, 14)]
    [DataRow("https://a'b.test/", 15, 9)]
    [DataRow("https://a\"b.test/", 15, 9)]
    [DataRow("https://<a>.test/", 15, 8)]
    [DataRow("https://a|b.test/", 15, 9)]
    [DataRow("https://a^b.test/", 15, 9)]
    [DataRow("https://a`b.test", 15, 9)]
    [DataRow("https://{a}.test", 15, 8)]
    [DataRow("https://a=b.test", 15, 9)]
    [DataRow("https://a~.test", 15, 9)]
    [DataRow("https://$a.test", 15, 8)]
    [DataRow("https://a+b.test", 15, 9)]
    [DataRow("https://a(b).test", 15, 9)]
    [DataRow("https://a.test:", 16, 15)]
    [DataRow("https://a.test:/", 16, 15)]
    [DataRow("https://a.test:?x", 16, 15)]
    [DataRow("https://a.test:#x", 16, 15)]
    [DataRow("https://a.test:+443/", 17, 15)]
    [DataRow("https://a.test:-443/", 17, 15)]
    [DataRow("https://a.test:443a/", 17, 18)]
    [DataRow("https://a.test:0x1bb/", 17, 16)]
    [DataRow("https://a.test:443:443/", 17, 18)]
    [DataRow("https://a.test::443", 17, 15)]
    [DataRow("https://a.test:4.4", 17, 16)]
    [DataRow("https://a.test:443;80", 17, 18)]
    [DataRow("https://a.test:https", 17, 15)]
    [DataRow("https://::1/", 11, 8)]
    [DataRow("https://a.test:443%20/", 17, 18)]
    [DataRow("https://a.test:0/", 18, 15)]
    [DataRow("https://a.test:00", 18, 15)]
    [DataRow("https://a.test:0443/", 18, 15)]
    [DataRow("https://a.test:080", 18, 15)]
    [DataRow("https://a.test:000000000000000000443", 18, 15)]
    [DataRow("https://a.test:65536/", 19, 15)]
    [DataRow("https://a.test:99999", 19, 15)]
    [DataRow("https://a.test:4294967739/", 19, 15)]
    [DataRow("https://a.test:18446744073709552059/", 19, 15)]
    [DataRow("https://a.test:443443443443443443443", 19, 15)]
    [DataRow("https://a.test/%", 20, 15)]
    [DataRow("https://a.test/%4", 20, 15)]
    [DataRow("https://a.test/%zz", 20, 15)]
    [DataRow("https://a.test/%4g", 20, 15)]
    [DataRow("https://a.test/%G4", 20, 15)]
    [DataRow("https://a.test/%/4", 20, 15)]
    [DataRow("https://a.test/%4:", 20, 15)]
    [DataRow("https://a.test/%@4", 20, 15)]
    [DataRow("https://a.test/%%41", 20, 15)]
    [DataRow("https://a.test/?a=%", 20, 18)]
    [DataRow("https://a.test/#%", 20, 16)]
    [DataRow("https://a.test/%u0041", 20, 15)]
    [DataRow("https://a.test/%4#1", 20, 15)]
    [DataRow("https://a.test/a\"b", 21, 16)]
    [DataRow("https://a.test/<a>", 21, 15)]
    [DataRow("https://a.test/a^b", 21, 16)]
    [DataRow("https://a.test/a`b", 21, 16)]
    [DataRow("https://a.test/{id}", 21, 15)]
    [DataRow("https://a.test/a|b", 21, 16)]
    [DataRow("https://a.test/?q=[1]", 21, 18)]
    [DataRow("https://a.test/#a#b", 21, 17)]
    [DataRow("https://a.test/##", 21, 16)]
    [Req("EGR-02")]
    public void Read_HostileUrl_IsRefusedAtTheByte(string url, int fault, int offset)
    {
        UrlReader reader = new();
        reader.Read("https://before.test:8443/x");
        Assert.AreEqual(fault, (int)reader.Read(url));
        Assert.AreEqual(fault, (int)reader.Fault);
        Assert.AreEqual(offset, reader.FaultOffset);
        AssertNothingRead(reader);
    }

    [TestMethod]
    [DataRow("68747470733a2f2f612e7465737400", 4, 14)] // NUL behind the host
    [DataRow("68747470733a2f2f612e74657374002e6576696c2e74657374", 4, 14)] // NUL inside the host
    [DataRow("68747470733a2f2f612e746573742f00", 4, 15)] // NUL in the path
    [DataRow("0068747470733a2f2f612e74657374", 4, 0)] // NUL in front
    [DataRow("68747470733a2f2fc0ae2e74657374", 5, 8)] // an overlong dot
    [DataRow("68747470733a2f2f612e746573742fff", 5, 15)] // no UTF-8 at all
    [DataRow("68747470733a2f2f61852e74657374", 5, 9)] // next line in Latin-1
    [Req("EGR-02")]
    public void Read_HostileBytes_AreRefusedAtTheByte(string hex, int fault, int offset)
    {
        byte[] bytes = Hex.Bytes(hex);
        UrlReader reader = new();
        Assert.AreEqual(fault, (int)reader.Read(bytes, 0, bytes.Length));
        Assert.AreEqual(offset, reader.FaultOffset);
        AssertNothingRead(reader);
    }

    [TestMethod]
    public void Read_2048Bytes_IsReadAndOneMoreRefused()
    {
        string url = "https://a.test/" + new string('x', UrlReader.LengthMax - 15);
        UrlReader reader = new();
        Assert.AreEqual((int)UrlFault.None, (int)reader.Read(url));
        Assert.AreEqual(UrlReader.LengthMax - 14, reader.TargetLength);
        Assert.AreEqual((int)UrlFault.TooLong, (int)reader.Read(url + "x"));
        Assert.AreEqual(UrlReader.LengthMax, reader.FaultOffset);
        AssertNothingRead(reader);
    }

    [TestMethod]
    public void Read_RangeInsideABuffer_GivesIndexesOfTheBuffer()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("GET http://a.test:81/b?c#d HTTP/1.1");
        UrlReader reader = new();
        Assert.AreEqual((int)UrlFault.None, (int)reader.Read(bytes, 4, 22));
        Assert.AreEqual(11, reader.HostOffset);
        Assert.AreEqual(6, reader.HostLength);
        Assert.AreEqual(81, reader.Port);
        Assert.AreEqual(20, reader.TargetOffset);
        Assert.AreEqual(4, reader.TargetLength);
        Assert.AreEqual((int)UrlFault.Space, (int)reader.Read(bytes, 4, 23));
        Assert.AreEqual(26, reader.FaultOffset);
    }

    [TestMethod]
    public void Fault_BeforeAnyUrl_IsEmpty()
    {
        UrlReader reader = new();
        Assert.AreEqual((int)UrlFault.Empty, (int)reader.Fault);
        AssertNothingRead(reader);
    }

    [TestMethod]
    [Req("EGR-02")]
    public void Read_EveryPrefix_NamesNoOtherHost()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Sample);
        UrlReader reader = new();
        int refused = 0;

        for (int count = 0; count < bytes.Length; count++)
        {
            if (reader.Read(bytes, 0, count) != UrlFault.None)
            {
                refused++;
                AssertNothingRead(reader);
                continue;
            }

            // Up to its end the host is a shorter one, which is a prefix of the whole; then it is the whole.
            Assert.AreEqual(0, SampleHost.IndexOf(HostOf(reader)));
            Assert.AreEqual((int)UrlScheme.Https, (int)reader.Scheme);
            Assert.IsTrue(count < 29 || HostOf(reader) == SampleHost);
            Assert.IsTrue(reader.Port == 443 || reader.Port == 8 || reader.Port == 84 || reader.Port == 844 || reader.Port == 8443);
        }

        // No host yet (9), port announced but not there (1), escape cut (2).
        Assert.AreEqual(12, refused);
    }

    [TestMethod]
    [Req("EGR-02")]
    public void Read_EveryBitFlip_ChangesOnePartOrIsRefused()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Sample);
        UrlReader reader = new();
        int read = 0;

        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));

            if (reader.Read(bytes, 0, bytes.Length) == UrlFault.None)
            {
                read++;
                bool isSameHost = HostOf(reader) == SampleHost;
                bool isHostBit = bit / 8 >= 8 && bit / 8 <= 8 + SampleHost.Length;
                Assert.IsTrue(isSameHost || isHostBit, "bit " + bit.ToString());
                Assert.AreEqual((int)UrlScheme.Https, (int)reader.Scheme, "bit " + bit.ToString());
            }
            else
            {
                AssertNothingRead(reader);
            }

            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.IsTrue(read > 100, read.ToString());
    }

    [TestMethod]
    public void Of_EveryFault_HasItsOwnWords()
    {
        string seen = "";

        for (int i = 0; i <= (int)UrlFault.OnlyQuery; i++)
        {
            string words = UrlFaultWords.Of((UrlFault)i);
            Assert.IsTrue(words.Length > 10 && words.Length <= 90, words);
            Assert.IsTrue(words != UrlFaultWords.Of((UrlFault)255) && seen.IndexOf(words) < 0, words);
            seen += words;
        }
    }

    private const string SampleHost = "stories.toys.example";
    private const string Sample = "https://stories.toys.example:8443/a/b?c=%20d#e";

    private static string HostOf(UrlReader reader)
    {
        return Encoding.UTF8.GetString(reader.Source, reader.HostOffset, reader.HostLength);
    }

    private static string TargetOf(UrlReader reader)
    {
        string target = Encoding.UTF8.GetString(reader.Source, reader.TargetOffset, reader.TargetLength);
        return reader.NeedsSlash ? "/" + target : target;
    }

    private static void AssertNothingRead(UrlReader reader)
    {
        Assert.AreEqual((int)UrlScheme.None, (int)reader.Scheme);
        Assert.AreEqual(0, reader.HostOffset);
        Assert.AreEqual(0, reader.HostLength);
        Assert.AreEqual(0, reader.Port);
        Assert.AreEqual(0, reader.TargetOffset);
        Assert.AreEqual(0, reader.TargetLength);
        Assert.IsFalse(reader.NeedsSlash);
    }
}
