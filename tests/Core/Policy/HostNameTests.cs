using System.Text;

using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy;

/// <summary>
/// Goal: one name has one form, and nothing that another reader could take for something else is a name at all (EGR-02, EGR-03).
/// Method: lists, one a fault; then every prefix, every bit flip and random bytes against what must hold for any reading.
/// </summary>
[TestClass]
public class HostNameTests
{
    private const string Label63 = "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff123";

    [TestMethod]
    public void New_IsNoName()
    {
        HostName name = new HostName();
        Assert.AreEqual(0, name.Length);
        Assert.AreEqual((int)HostFault.NotRead, (int)name.Fault);
        Assert.AreEqual("", name.ToString());
        Assert.AreEqual(HostName.LengthMax, name.Bytes.Length);
    }

    [TestMethod]
    [Req("EGR-02")]
    public void Read_GoodSpelling_IsAName()
    {
        // As it comes, as it is kept.
        string[] good = new string[]
        {
            "toys.example", "toys.example",
            "TOYS.EXAMPLE", "toys.example",
            "ToYs.ExAmPlE", "toys.example",
            "AzZa-09.EXAMPLE", "azza-09.example",
            "toys.example.", "toys.example",
            "TOYS.example.", "toys.example",
            "www.toys.example", "www.toys.example",
            "a.b.c.d.e.f.g.toys.example", "a.b.c.d.e.f.g.toys.example",
            "a.b", "a.b",
            "A.B.", "a.b",
            "a1.example", "a1.example",
            "1a.example", "1a.example",
            "1.example", "1.example",
            "0.example", "0.example",
            "0x7f.example", "0x7f.example",
            "127.0.0.1.example", "127.0.0.1.example",
            "192-0-2-1.example", "192-0-2-1.example",
            "3com.test", "3com.test",
            "1-2-3.test", "1-2-3.test",
            "a-b.test", "a-b.test",
            "a--b.test", "a--b.test",
            "abc--d.test", "abc--d.test",
            "a-b-c-d.test", "a-b-c-d.test",
            "api.v2.toys.test", "api.v2.toys.test",
            "mqtt-eu-west-1.toys.test", "mqtt-eu-west-1.toys.test",
            "x.test", "x.test",
            "xn.test", "xn.test",
            "xn-a.test", "xn-a.test",
            "xna--b.test", "xna--b.test",
            "dead.beef", "dead.beef",
            "face.b00c", "face.b00c",
            "cafe.f0", "cafe.f0",
            "localhost.test", "localhost.test",
            "local.test", "local.test",
            "onion.test", "onion.test",
            "home.arpa.test", "home.arpa.test",
            "alt.example", "alt.example",
            "mylocal.mylocal", "mylocal.mylocal",
            "notlocal.xlocal", "notlocal.xlocal",
            "a.loca", "a.loca",
            "a.locale", "a.locale",
            "a.ocal", "a.ocal",
            "a.internals", "a.internals",
            "nothing.invalid", "nothing.invalid",
            "some.test", "some.test",
            "de.example.com", "de.example.com",
            "xn--bcher-kva.example", "xn--bcher-kva.example",
            "XN--BCHER-KVA.EXAMPLE", "xn--bcher-kva.example",
            "Xn--Mnchen-3Ya.example.", "xn--mnchen-3ya.example",
            "xn--strae-oqa.test", "xn--strae-oqa.test",
            "xn--ixahbwnhi5b.test", "xn--ixahbwnhi5b.test",
            "xn--e1afmkfd.xn--p1ai", "xn--e1afmkfd.xn--p1ai",
            "xn--r8jz45g.xn--zckzah", "xn--r8jz45g.xn--zckzah",
            "xn--fsqu00a.xn--fiqs8s", "xn--fsqu00a.xn--fiqs8s",
            "xn--mgbh0fb.xn--kgbechtv", "xn--mgbh0fb.xn--kgbechtv",
            "xn--p1b6ci4b4b3a.test", "xn--p1b6ci4b4b3a.test",
            "xn--6dbbec0c.test", "xn--6dbbec0c.test",
            "xn--9n2bp8q.test", "xn--9n2bp8q.test",
            "xn--72c1a1bt4awk9o.test", "xn--72c1a1bt4awk9o.test",
            "xn--prfrence-c1ab.test", "xn--prfrence-c1ab.test",
            "xn--and-6ma2c.test", "xn--and-6ma2c.test",
            "xn--d-uga0v4h.test", "xn--d-uga0v4h.test",
            "xn--etina-gya30d.test", "xn--etina-gya30d.test",
            "xn--zca.test", "xn--zca.test",
            "xn--wda.test", "xn--wda.test",
            "xn--p8saa.test", "xn--p8saa.test",
            // Words of RFC 3492, 7.1, in small letters.
            "xn--egbpdaj6bu4bxfgehfvwxn.test", "xn--egbpdaj6bu4bxfgehfvwxn.test",
            "xn--ihqwcrb4cv8a8dqg056pqjye.test", "xn--ihqwcrb4cv8a8dqg056pqjye.test",
            "xn--proprostnemluvesky-uyb24dma41a.test", "xn--proprostnemluvesky-uyb24dma41a.test",
            "xn--4dbcagdahymbxekheh6e0a7fei0b.test", "xn--4dbcagdahymbxekheh6e0a7fei0b.test",
            "xn--i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd.test", "xn--i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd.test",
            "xn--n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa.test", "xn--n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa.test",
            "xn--porqunopuedensimplementehablarenespaol-fmd56a.test", "xn--porqunopuedensimplementehablarenespaol-fmd56a.test",
            "xn--tisaohkhngthchnitingvit-kjcr8268qyxafd2f1b9g.test", "xn--tisaohkhngthchnitingvit-kjcr8268qyxafd2f1b9g.test",
            Label63 + ".test", Label63 + ".test",
            Longest(), Longest(),
            Longest() + ".", Longest(),
        };

        HostName name = new HostName();
        HostName bytes = new HostName();
        Assert.IsTrue(good.Length / 2 >= 50);

        for (int i = 0; i < good.Length; i += 2)
        {
            Assert.AreEqual((int)HostFault.None, (int)name.Read(good[i]), good[i]);
            Assert.AreEqual(good[i + 1], name.ToString());
            Assert.AreEqual(good[i + 1].Length, name.Length);
            Assert.AreEqual((int)HostFault.None, (int)name.Fault);

            byte[] utf8 = Encoding.UTF8.GetBytes(good[i]);
            Assert.AreEqual((int)HostFault.None, (int)bytes.Read(utf8, 0, utf8.Length), good[i]);
            Assert.IsTrue(name.IsSame(bytes), good[i]);
            Assert.IsTrue(bytes.IsSame(name), good[i]);
        }
    }

    [TestMethod]
    [Req("EGR-03")]
    public void Read_Address_IsRefusedInEverySpelling()
    {
        AssertFault(HostFault.Address, new string[]
        {
            "127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "127.000.000.001", "0177.0.0.1", "0177.0.0.01", "0x7f.0.0.1", "0x7F.1", "0X7f.0X1",
            "2130706433", "2130706433.", "017700000001", "0x7f000001", "0x7F000001.", "0x7f.0x0.0x0.0x1", "127.0x1", "127.0.0x1",
            "0", "0.0", "0.0.0.0", "00000000000", "1", "1.1", "8.8.8.8", "192.0.2.1", "192.168.1.1", "192.168.257", "192.11010305", "10.1",
            "255.255.255.255", "256.256.256.256", "999.999.999.999", "1.2.3.4.5", "1.2.3.4.5.6.7.8", "4294967295", "4294967296",
            "99999999999999999999", "0x", "0x.0x", "1.0x", "0x1.0x", "toys.example.1", "toys.1", "a.0x7f", "a.0xg", "a.1b", "a.0", "1.2.3.4a",
            "169.254.169.254", "0xA9FEA9FE", "2852039166", "0251.0376.0251.0376", "toys.example.127", "1.0.0.127.0x0",
        });
    }

    [TestMethod]
    [Req("EGR-03")]
    public void Read_BracketOrColon_IsRefused()
    {
        AssertFault(HostFault.Bracket, new string[] { "[::1]", "[::ffff:127.0.0.1]", "[fe80::1%25eth0]", "[v1.x]", "[127.0.0.1]", "[]", "toys.example]", "a[0].test" });
        AssertFault(HostFault.Colon, new string[]
        {
            "::1", "::", "fe80::1", "2001:db8::1", "::ffff:192.0.2.1", "toys.example:443", "toys.example:", ":443", "toys.example:80:443",
            "https://toys.example", "https:toys.example", "user:pass@toys.example", "a:b.test",
        });
    }

    [TestMethod]
    [Req("EGR-02")]
    public void Read_CharacterThatNoNameHolds_IsRefused()
    {
        AssertFault(HostFault.Character, new string[]
        {
            "toys.example/", "toys.example/evil.test", "/toys.example", "//toys.example", "toys.example\\", "\\\\toys.example", "toys.example\\evil.test",
            "user@toys.example", "toys.example@evil.test", "@toys.example", "toys.example?", "toys.example?a", "toys.example#", "toys.example#a",
            "*.toys.example", "*", "a*.test", "toys.*", "**.test", "toys,example", "toys;example", "toys.example,evil.test", "toys!.example",
            "toys$.example", "toys&.example", "toys'.example", "\"toys.example\"", "(toys.example)", "<toys.example>", "{toys}.example", "toys|.example",
            "toys~.example", "toys^.example", "toys`.example", "toys+.example", "toys=.example",
        });
        AssertFault(HostFault.Percent, new string[]
        {
            "toys%2eexample", "toys%2Eexample", "%74oys.example", "toys.example%00", "toys.example%00.evil.test", "toys.example%20", "127%2e0%2e0%2e1",
            "%31%32%37.1", "fe80%25eth0", "%", "toys.example%", "%E2%80%8B.test",
        });
        AssertFault(HostFault.Underscore, new string[] { "_dmarc.toys.example", "toys_1.example", "_.example", "a_.example", "_443._tcp.toys.example" });
        AssertFault(HostFault.Space, new string[] { " toys.example", "toys.example ", "toys .example", "toys. example", " ", "a b.test", "toys.example evil.test" });
        AssertFault(HostFault.Control, new string[]
        {
            "toys.example\n", "toys.example\r\n", "\ttoys.example", "toys\t.example", "toys.example\r", "\u0001toys.example", "toys\u001F.example",
            "toys\u007F.example", "toys.example\r\nHost: evil.test", "toys\b.example", "toys.example\u001B[0m",
        });
    }

    [TestMethod]
    [Req("EGR-02")]
    public void Read_BeyondAscii_IsRefused()
    {
        AssertFault(HostFault.NonAscii, new string[]
        {
            "t\u043Eys.example", "toys.ex\u0430mple", "toys\u3002example", "toys\uFF0Eexample", "toys\uFF61example", "\uFF54oys.example", "toys.example\u200B",
            "to\u00ADys.example", "to\u200Dys.example", "\u202Etoys.example", "\u2066toys.example", "\uFEFFtoys.example", "b\u00FCcher.example",
            "\u0130.example", "toys\u2024example", "toys\u2044example", "toys.example\u2215evil.test", "\u2460.example", "1\u30022\u30023\u30024",
            "\uFF11.\uFF12.\uFF13.\uFF14", "\u0661.\u0662.\u0663.\u0664", "toys.example\u00A0", "toys.example\u0085", "xn--b\u00FCcher.example",
            "stra\u00DFe.test", "\u212Belvin.test",
        });
    }

    // No runtime string can hold these on the device.
    [TestMethod]
    [Req("EGR-02")]
    public void Read_BytesNoTextHolds_AreRefused()
    {
        AssertBytesFault(HostFault.Nul, "746f79732e6578616d706c6500");
        AssertBytesFault(HostFault.Nul, "746f79732e6578616d706c65002e6576696c2e74657374");
        AssertBytesFault(HostFault.Nul, "00");
        AssertBytesFault(HostFault.Nul, "00746f79732e6578616d706c65");
        AssertBytesFault(HostFault.NonAscii, "746f79732eff6578616d706c65");
        AssertBytesFault(HostFault.NonAscii, "746f79732e806578616d706c65");
        AssertBytesFault(HostFault.Control, "746f79732e7f6578616d706c65");
        AssertBytesFault(HostFault.NonAscii, "f46f79732e6578616d706c65"); // the bit that seven-bit readers drop: "toys.example"
        AssertBytesFault(HostFault.NonAscii, "746f7973c0ae6578616d706c65"); // a dot in two bytes of overlong UTF-8
        AssertBytesFault(HostFault.NonAscii, "746f7973ae6578616d706c65");
        AssertBytesFault(HostFault.Control, "746f79730a2e6578616d706c65");
        AssertBytesFault(HostFault.Control, "04746f7973076578616d706c65"); // a name with DNS length bytes
    }

    [TestMethod]
    [Req("EGR-02")]
    public void Read_LabelOutOfForm_IsRefused()
    {
        AssertFault(HostFault.Empty, new string[] { "", "." });
        AssertFault(HostFault.EmptyLabel, new string[]
        {
            "..", "...", ".toys.example", "toys..example", "toys.example..", "toys...example", "..toys.example", ".toys.example.", ".test", "127..1",
        });
        AssertFault(HostFault.LabelTooLong, new string[]
        {
            Label63 + "4.test", "toys." + Label63 + "4", Label63 + Label63 + ".test", "xn--" + Label63 + ".test",
        });
        AssertFault(HostFault.HyphenAtEdge, new string[]
        {
            "-toys.example", "toys-.example", "-.example", "toys.-example", "toys.example-", "--.example", "toys.-", "a.-b-.c", "xn--.test", "xn---.test",
            "-127.0.0.1", "toys.example-.", "xn--bcher-.test",
        });
        AssertFault(HostFault.ReservedLabel, new string[]
        {
            "ab--c.test", "zz--bcher-kva.test", "xm--bcher-kva.test", "nx--bcher-kva.test", "12--3.test", "toys.ab--cd", "yn--p1ai.test", "a---b.test", "a----b.test", "r3---sn.test",
        });
        AssertFault(HostFault.TooLong, new string[]
        {
            Longest() + "a", Longest() + "a.", Longest() + "..", Longest() + Longest(), "a." + Longest(),
        });
        AssertFault(HostFault.OneLabel, new string[] { "toys", "localhost", "com", "LOCALHOST.", "a", "xn--p1ai", "router", "wpad" });
    }

    [TestMethod]
    [Req("EGR-02")]
    public void Read_ALabelThatIsNone_IsRefused()
    {
        AssertFault(HostFault.BadALabel, new string[]
        {
            "xn--abc-dz.test", "xn--bcher-kv.test", "xn--99999.test", "xn--hello-b9999.test", "toys.xn--0", // a number that does not end
            "xn--999999b.test", "xn--99999999b.test", "xn--999999999b.test", "xn--99999999999999999999b.test", // past the last code point
            "xn--a.test", "xn---a.test", "xn----a.test", // U+0080
        });

        // Decodes, but to what no name holds. The code points stand beside.
        AssertFault(HostFault.BadALabel, new string[]
        {
            "xn--wca.test", "xn--a-kfa.test", "xn--a-dka.test", "xn--a-frb.test", "xn--a-5jb.test", "xn--22g.test", "xn--kkg.test", "xn--ci8c.test", // capitals
            "xn--ab-ba.test", "xn--ab-1ca.test", "xn--ab-5da.test", // U+0080, U+00A0, U+00AD
            "xn--ab-g1t.test", "xn--ab-j1t.test", "xn--ab-m1t.test", "xn--ab-p1t.test", "xn--ab-s1t.test", // U+200B to U+200F
            "xn--ab-33t.test", "xn--ab-g4t.test", "xn--ab-q8t.test", "xn--ab-88t.test", "xn--ab-i9t.test", // U+202A, 202E, 2060, 2066, 2069
            "xn--ab-ot3n.test", "xn--ab-372n.test", "xn--ab-x0b.test", "xn--ab-esd.test", "xn--ab-50o.test", // U+FEFF, FE0F, 034F, 061C, 180E
            "xn--ab-iuk.test", "xn--ab-3w4a.test", // Hangul fillers
            "xn--ab-r13a.test", "xn--ab-yu3n.test", "xn--ab-213n.test", "xn--ab-c6t.test", "xn--ab-6bv.test", // other dots and slashes
            "xn--a-zq0i.test", "xn--gz1h.test", "xn--b-3wn.test", // full-width a, mathematical A, the Kelvin sign
            "xn--ab-je4l.test", "xn--ab-gg4n.test", "xn--ab-jg4n.test", "xn--a-b611m.test", "xn--a-g023p.test", // private, U+FFFD, no character, a tag, the last
        });
    }

    [TestMethod]
    [Req("EGR-11")]
    public void Read_NameThatNeverLeadsOut_IsRefused()
    {
        AssertFault(HostFault.SpecialUse, new string[]
        {
            "printer.local", "PRINTER.LOCAL.", "a.b.local", "foo.localhost", "router.home.arpa", "home.arpa", "nas.internal", "x.y.internal",
            "expyuzz4wqqyqhjn.onion", "some.alt", "1.2.0.192.in-addr.arpa", "resolver.arpa", "xn--bcher-kva.local",
        });
    }

    [TestMethod]
    public void Read_NullText_IsOurMistake()
    {
        HostName name = new HostName();
        Assert.AreEqual((int)HostFault.None, (int)name.Read("toys.example"));
        Check.Throws(typeof(System.NullReferenceException), () => name.Read(null!));
        Assert.AreEqual(0, name.Length);
        Assert.AreEqual((int)HostFault.NotRead, (int)name.Fault);
    }

    [TestMethod]
    [Req("EGR-02")]
    public void Read_AfterAFault_LeavesNoNameBehind()
    {
        HostName name = new HostName();
        HostName other = new HostName();
        name.Read("toys.example");
        other.Read("toys.example");
        Assert.IsTrue(name.IsSame(other));

        name.Read("toys.example:443");
        Assert.AreEqual(0, name.Length);
        Assert.AreEqual("", name.ToString());
        Assert.IsFalse(name.IsSame(other));
        Assert.IsFalse(other.IsSame(name));

        other.Read("toys.example:443");
        Assert.IsFalse(name.IsSame(other), "two failures are not the same name");
    }

    [TestMethod]
    public void Read_FromTheMiddle_TakesOnlyWhatItIsGiven()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("https://toys.example/x");
        HostName name = new HostName();
        Assert.AreEqual((int)HostFault.None, (int)name.Read(bytes, 8, 12));
        Assert.AreEqual("toys.example", name.ToString());
        Assert.AreEqual((int)'h', (int)bytes[0]);
        Assert.AreEqual((int)HostFault.Empty, (int)name.Read(bytes, 8, 0));
    }

    [TestMethod]
    public void Read_LeavesTheSourceAlone()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("TOYS.example.");
        new HostName().Read(bytes, 0, bytes.Length);
        Assert.AreEqual("TOYS.example.", Encoding.UTF8.GetString(bytes, 0, bytes.Length));
    }

    [TestMethod]
    public void IsSame_OtherName_False()
    {
        HostName name = new HostName();
        HostName other = new HostName();
        name.Read("toys.example");
        string[] others = new string[] { "toyt.example", "uoys.example", "toys.examplf", "toys.exampl", "toys.examplee", "xtoys.example", "a.b" };

        for (int i = 0; i < others.Length; i++)
        {
            other.Read(others[i]);
            Assert.IsFalse(name.IsSame(other), others[i]);
            Assert.IsFalse(other.IsSame(name), others[i]);
        }
    }

    // The number that names are sorted out by is the same for these.
    [TestMethod]
    [Req("EGR-02")]
    public void IsSame_TwoNamesOfOneHash_False()
    {
        HostName name = new HostName();
        HostName other = new HostName();
        name.Read("c0.toys.example");
        other.Read("an.toys.example");
        Assert.IsFalse(name.IsSame(other));

        name.Read("toys.example.xc0");
        other.Read("toys.example.xan");
        Assert.IsFalse(name.IsSame(other));
    }

    [TestMethod]
    [Req("EGR-02")]
    public void Read_EveryPrefix_IsSound()
    {
        for (int i = 0; i < Samples().Length; i++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(Samples()[i]);

            for (int count = 0; count <= bytes.Length; count++)
            {
                AssertSound(bytes, count, "prefix of " + Samples()[i]);
            }
        }
    }

    [TestMethod]
    [Req("EGR-02")]
    public void Read_EveryBitFlipped_IsSound()
    {
        for (int i = 0; i < Samples().Length; i++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(Samples()[i]);

            for (int bit = 0; bit < bytes.Length * 8; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                AssertSound(bytes, bytes.Length, "bit " + bit.ToString() + " of " + Samples()[i]);
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    // Bytes that names are made of, so that a good part of them are names.
    [TestMethod]
    [Req("EGR-02")]
    [DataRow(1, 400)]
    [DataRow(20261121, 400)]
    public void Read_RandomBytes_IsSound(int seed, int rounds)
    {
        byte[] alphabet = Encoding.UTF8.GetBytes("aabcnxXNZ019---.... *:_%@[/\n");
        Dice dice = new Dice(seed);

        for (int round = 0; round < rounds; round++)
        {
            byte[] bytes = new byte[dice.Roll(dice.Roll(8) == 0 ? 300 : 12)];
            int letters = dice.Roll(2) == 0 ? alphabet.Length : 19;

            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = dice.Roll(64) == 0 ? (byte)dice.Roll(256) : alphabet[dice.Roll(letters)];
            }

            AssertSound(bytes, bytes.Length, "seed " + seed.ToString() + ", round " + round.ToString());
        }
    }

    private static string[] Samples()
    {
        return new string[] { "toys.example", "A1-b.Toys.TEST.", "xn--bcher-kva.example", "xn--e1afmkfd.xn--p1ai", "1.2.3.4.example" };
    }

    private static string Longest()
    {
        return Label63 + "." + Label63 + "." + Label63 + "." + Label63.Substring(0, 59) + ".b";
    }

    private static void AssertFault(HostFault fault, string[] texts)
    {
        HostName name = new HostName();

        for (int i = 0; i < texts.Length; i++)
        {
            name.Read("toys.example");
            Assert.AreEqual((int)fault, (int)name.Read(texts[i]), texts[i]);
            Assert.AreEqual((int)fault, (int)name.Fault);
            Assert.AreEqual(0, name.Length);

            byte[] bytes = Encoding.UTF8.GetBytes(texts[i]);
            name.Read("toys.example");
            Assert.AreEqual((int)fault, (int)name.Read(bytes, 0, bytes.Length), texts[i]);
            Assert.AreEqual(0, name.Length);
        }
    }

    private static void AssertBytesFault(HostFault fault, string hex)
    {
        byte[] bytes = Hex.Bytes(hex);
        HostName name = new HostName();
        Assert.AreEqual((int)fault, (int)name.Read(bytes, 0, bytes.Length), hex);
        Assert.AreEqual(0, name.Length);
    }

    // What holds for every reading: no name, or one in the form, the same text as came, which reads as itself.
    private static void AssertSound(byte[] bytes, int count, string about)
    {
        HostName name = new HostName();
        HostFault fault = name.Read(bytes, 0, count);
        Assert.AreEqual((int)fault, (int)name.Fault, about);
        Assert.AreEqual(fault == HostFault.None, name.Length > 0, about);

        if (fault != HostFault.None)
        {
            return;
        }

        Assert.IsTrue(name.Length == count || (name.Length == count - 1 && bytes[count - 1] == '.'), about);
        int dots = 0;
        int label = 0;

        for (int i = 0; i < name.Length; i++)
        {
            byte b = name.Bytes[i];
            bool isUpper = bytes[i] >= 'A' && bytes[i] <= 'Z';
            Assert.AreEqual(isUpper ? bytes[i] + 32 : bytes[i], (int)b, about);
            Assert.IsTrue(b == '.' || b == '-' || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9'), about);

            label = b == '.' ? 0 : label + 1;
            dots += b == '.' ? 1 : 0;
            Assert.IsTrue(label <= 63, about);
            Assert.IsFalse(b == '.' && (i == 0 || i == name.Length - 1 || name.Bytes[i - 1] == '.' || name.Bytes[i - 1] == '-'), about);
            Assert.IsFalse(b == '-' && (i == 0 || i == name.Length - 1 || name.Bytes[i - 1] == '.'), about);
        }

        Assert.IsTrue(dots > 0, about);

        HostName again = new HostName();
        Assert.AreEqual((int)HostFault.None, (int)again.Read(name.ToString()), about);
        Assert.IsTrue(again.IsSame(name), about);
    }
}
