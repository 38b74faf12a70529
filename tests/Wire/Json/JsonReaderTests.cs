using System.Text;

using ToyGuard.Wire;
using ToyGuard.Wire.Json;

namespace ToyGuard.Wire.Tests.Json;

/// <summary>
/// Goal: every text that RFC 8259 allows is read as it stands, and every other one, and every one that two readers could take differently, is refused at the right byte.
/// Method: tables with each yes beside its nearest no (the kinds of the public JSON parsing suite, made anew), then the bounds from both sides.
/// </summary>
[TestClass]
public class JsonReaderTests
{
    [TestMethod]
    [DataRow("{}", "{ } end")]
    [DataRow("[]", "[ ] end")]
    [DataRow(" [ ] ", "[ ] end")]
    [DataRow("\t\r\n[\t\r\n]\t\r\n", "[ ] end")]
    [DataRow("{\"a\":{}}", "{ n:a { } } end")]
    [DataRow("{\"a\":[]}", "{ n:a [ ] } end")]
    [DataRow("[[]   ]", "[ [ ] ] end")]
    [DataRow("[{},[],{}]", "[ { } [ ] { } ] end")]
    [DataRow("{\"a\":1,\"b\":2}", "{ n:a w:1 n:b w:2 } end")]
    [DataRow("{\"a\" : 1 , \"b\" : [ 2 ] }", "{ n:a w:1 n:b [ w:2 ] } end")]
    [DataRow("{\"\":0}", "{ n: w:0 } end")]
    [DataRow("{\"a\":1,\"A\":2}", "{ n:a w:1 n:A w:2 } end")]
    [DataRow("{\"x\":[{\"id\":\"1\"}],\"id\":\"2\"}", "{ n:x [ { n:id t:1 } ] n:id t:2 } end")]
    [DataRow("[{\"a\":1},{\"a\":1}]", "[ { n:a w:1 } { n:a w:1 } ] end")]
    [DataRow("{\"a\":{\"a\":{\"a\":1}}}", "{ n:a { n:a { n:a w:1 } } } end")]
    [DataRow("{\"a\":{\"b\":1},\"b\":2}", "{ n:a { n:b w:1 } n:b w:2 } end")]
    [DataRow("[null, 1, \"1\", {}]", "[ null w:1 t:1 { } ] end")]
    [DataRow("[1,null,null,null,2]", "[ w:1 null null null w:2 ] end")]
    [DataRow("null", "null end")]
    [DataRow("true", "true end")]
    [DataRow("false", "false end")]
    [DataRow("42", "w:42 end")]
    [DataRow("-0.1", "d:-0.1 end")]
    [DataRow("\"asd\"", "t:asd end")]
    [DataRow("\"\"", "t: end")]
    [DataRow(" true ", "true end")]
    [DataRow("[true,false,null]", "[ true false null ] end")]
    [DataRow("[0]", "[ w:0 ] end")]
    [DataRow("[-0]", "[ w:0 ] end")]
    [DataRow("[-1]", "[ w:-1 ] end")]
    [DataRow("[10]", "[ w:10 ] end")]
    [DataRow("[100]", "[ w:100 ] end")]
    [DataRow("[0e+1]", "[ d:0e+1 ] end")]
    [DataRow("[0e1]", "[ d:0e1 ] end")]
    [DataRow("[1E22]", "[ d:1E22 ] end")]
    [DataRow("[1E-2]", "[ d:1E-2 ] end")]
    [DataRow("[1E+2]", "[ d:1E+2 ] end")]
    [DataRow("[123.456e78]", "[ d:123.456e78 ] end")]
    [DataRow("[0.0]", "[ d:0.0 ] end")]
    [DataRow("[-0.0]", "[ d:-0.0 ] end")]
    [DataRow("[1.0]", "[ d:1.0 ] end")]
    [DataRow("[20e0]", "[ d:20e0 ] end")]
    [DataRow("[9223372036854775807]", "[ w:9223372036854775807 ] end")]
    [DataRow("[-9223372036854775808]", "[ w:-9223372036854775808 ] end")]
    [DataRow("[9223372036854775808]", "[ d:9223372036854775808 ] end")]
    [DataRow("[-9223372036854775809]", "[ d:-9223372036854775809 ] end")]
    [DataRow("[18446744073709551616]", "[ d:18446744073709551616 ] end")]
    [DataRow("[92233720368547758070]", "[ d:92233720368547758070 ] end")]
    [DataRow("[1099511627776]", "[ w:1099511627776 ] end")]
    [DataRow("[123e-10000000]", "[ d:123e-10000000 ] end")]
    [DataRow("[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]", "[ d:-0.000000000000000000000000000000000000000000000000000000000000000000000000000001 ] end")]
    [DataRow("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "[ t:\"\\/\u0008\u000c\n\r\t ] end")]
    [DataRow("[\"\\u0041\\u00e9\\u20AC\\uFFFF\"]", "[ t:A\u00e9\u20ac\uffff ] end")]
    [DataRow("[\"\\uD834\\uDD1E\"]", "[ t:\U0001d11e ] end")]
    [DataRow("[\"\\ud83d\\ude39\\ud83d\\udc8d\"]", "[ t:\U0001f639\U0001f48d ] end")]
    [DataRow("[\"\\uDBFF\\uDFFF\"]", "[ t:\U0010ffff ] end")]
    [DataRow("[\"\\uD800\\uDC00\"]", "[ t:\U00010000 ] end")]
    [DataRow("[\"\\\\u0000\"]", "[ t:\\u0000 ] end")]
    [DataRow("[\"\\u005C\"]", "[ t:\\ ] end")]
    [DataRow("[\"\\u0022\"]", "[ t:\" ] end")]
    [DataRow("[\"\\u0001\\u001f\"]", "[ t:\u0001\u001f ] end")]
    [DataRow("[\"\u00e9\u20ac\U0001f600\"]", "[ t:\u00e9\u20ac\U0001f600 ] end")]
    [DataRow("[\"\u007f\"]", "[ t:\u007f ] end")]
    [DataRow("[\"\u2028\u2029\"]", "[ t:\u2028\u2029 ] end")]
    [DataRow("[\"\ue000\uffff\U0010ffff\"]", "[ t:\ue000\uffff\U0010ffff ] end")]
    [DataRow("[\"a/*b*/c/*d//e\"]", "[ t:a/*b*/c/*d//e ] end")]
    [DataRow("{\"\\u0061b\":1,\"ac\":2}", "{ n:ab w:1 n:ac w:2 } end")]
    public void Read_LegalText_GivesItsTokens(string json, string trace)
    {
        Assert.AreEqual(trace, JsonTrace.Of(json));
    }

    [TestMethod]
    [DataRow("{\"a\":1,\"a\":2}", 13, 7)]
    [DataRow("{\"a\":1,\"b\":2,\"a\":3}", 13, 13)]
    [DataRow("{\"a\":1,\"\\u0061\":2}", 13, 7)]
    [DataRow("{\"\\u0061\":1,\"a\":2}", 13, 12)]
    [DataRow("{\"/\":1,\"\\/\":2}", 13, 7)]
    [DataRow("{\"\\ud83d\\ude00\":1,\"\U0001f600\":2}", 13, 18)]
    [DataRow("{\"\":1,\"\":2}", 13, 6)]
    [DataRow("[{\"x\":{\"b\":0},\"b\":{\"c\":1,\"c\":2}}]", 13, 25)]
    [DataRow("{\"a\":{\"b\":1},\"a\":2}", 13, 13)]
    [DataRow("{\"a\":1,\"a\":1}", 13, 7)]
    [DataRow("[1 2]", 16, 3)]
    [DataRow("[1,]", 2, 3)]
    [DataRow("[,1]", 2, 1)]
    [DataRow("[1,,2]", 2, 3)]
    [DataRow("[1}", 16, 2)]
    [DataRow("{\"a\":1]", 16, 6)]
    [DataRow("[:]", 2, 1)]
    [DataRow("[\"a\":1]", 16, 4)]
    [DataRow("[\"x\"]]", 17, 5)]
    [DataRow("[]]", 17, 2)]
    [DataRow("{}}", 17, 2)]
    [DataRow("{} {}", 17, 3)]
    [DataRow("1 2", 17, 2)]
    [DataRow("[][]", 17, 2)]
    [DataRow("{\"a\":1}#", 17, 7)]
    [DataRow("{\"a\":true} \"x\"", 17, 11)]
    [DataRow("nullx", 17, 4)]
    [DataRow("1x", 17, 1)]
    [DataRow("1]", 17, 1)]
    [DataRow("{\"a\":1,}", 14, 7)]
    [DataRow("{,\"a\":1}", 14, 1)]
    [DataRow("{\"a\":1,,\"b\":2}", 14, 7)]
    [DataRow("{a:1}", 14, 1)]
    [DataRow("{'a':1}", 14, 1)]
    [DataRow("{1:1}", 14, 1)]
    [DataRow("{null:1}", 14, 1)]
    [DataRow("{[]:1}", 14, 1)]
    [DataRow("{\"a\":1 \"b\":2}", 16, 7)]
    [DataRow("{\"a\"}", 15, 4)]
    [DataRow("{\"a\",1}", 15, 4)]
    [DataRow("{\"a\" 1}", 15, 5)]
    [DataRow("{\"a\"::1}", 2, 5)]
    [DataRow("{\"a\":}", 2, 5)]
    [DataRow("{\"a\":,}", 2, 5)]
    [DataRow("{{}:1}", 14, 1)]
    [DataRow("{\"a\":\"b\",/**/}", 14, 9)]
    [DataRow("[True]", 2, 1)]
    [DataRow("[TRUE]", 2, 1)]
    [DataRow("[trUe]", 3, 1)]
    [DataRow("[nul]", 3, 1)]
    [DataRow("[fals]", 3, 1)]
    [DataRow("[truee]", 16, 5)]
    [DataRow("[undefined]", 2, 1)]
    [DataRow("[NaN]", 2, 1)]
    [DataRow("[Infinity]", 2, 1)]
    [DataRow("[-Infinity]", 4, 1)]
    [DataRow("[-NaN]", 4, 1)]
    [DataRow("[+1]", 2, 1)]
    [DataRow("[-]", 4, 1)]
    [DataRow("[- 1]", 4, 1)]
    [DataRow("[--1]", 4, 1)]
    [DataRow("[-01]", 4, 1)]
    [DataRow("[01]", 4, 1)]
    [DataRow("[00]", 4, 1)]
    [DataRow("[012]", 4, 1)]
    [DataRow("[-012]", 4, 1)]
    [DataRow("[.5]", 2, 1)]
    [DataRow("[-.5]", 4, 1)]
    [DataRow("[1.]", 4, 1)]
    [DataRow("[-2.]", 4, 1)]
    [DataRow("[0.e1]", 4, 1)]
    [DataRow("[2.e3]", 4, 1)]
    [DataRow("[0.3e]", 4, 1)]
    [DataRow("[0.3e+]", 4, 1)]
    [DataRow("[0e]", 4, 1)]
    [DataRow("[0E+]", 4, 1)]
    [DataRow("[1eE2]", 4, 1)]
    [DataRow("[1e1.5]", 16, 4)]
    [DataRow("[1.2.3]", 16, 4)]
    [DataRow("[0x1F]", 16, 2)]
    [DataRow("[0x42]", 16, 2)]
    [DataRow("[1_000]", 16, 2)]
    [DataRow("[1 000]", 16, 3)]
    [DataRow("[1a]", 16, 2)]
    [DataRow("[1+2]", 16, 2)]
    [DataRow("[1e1-]", 16, 4)]
    [DataRow("[0b1]", 16, 2)]
    [DataRow("[\uff11]", 2, 1)]
    [DataRow("[\"\n\"]", 5, 2)]
    [DataRow("[\"\t\"]", 5, 2)]
    [DataRow("[\"a\rb\"]", 5, 3)]
    [DataRow("[\"\u0001\"]", 5, 2)]
    [DataRow("[\"\u001f\"]", 5, 2)]
    [DataRow("{\"a\nb\":1}", 5, 3)]
    [DataRow("[\"\\x41\"]", 6, 2)]
    [DataRow("[\"\\a\"]", 6, 2)]
    [DataRow("[\"\\v\"]", 6, 2)]
    [DataRow("[\"\\0\"]", 6, 2)]
    [DataRow("[\"\\'\"]", 6, 2)]
    [DataRow("[\"\\U0041\"]", 6, 2)]
    [DataRow("[\"\\u00A\"]", 6, 2)]
    [DataRow("[\"\\u00G0\"]", 6, 2)]
    [DataRow("[\"\\u 041\"]", 6, 2)]
    [DataRow("[\"\\u-041\"]", 6, 2)]
    [DataRow("[\"\\\n\"]", 6, 2)]
    [DataRow("[\"\\\u00e9\"]", 6, 2)]
    [DataRow("[\"\\uD834\\u\"]", 6, 8)]
    [DataRow("[\"\\uD834\\uDD1\"]", 6, 8)]
    [DataRow("[\"\\u0000\"]", 7, 2)]
    [DataRow("[\"a\\u0000b\"]", 7, 3)]
    [DataRow("{\"a\\u0000\":1}", 7, 3)]
    [DataRow("{\"allowed.test\\u0000.evil.test\":1}", 7, 14)]
    [DataRow("[\"\\uD800\"]", 8, 2)]
    [DataRow("[\"\\uDC00\"]", 8, 2)]
    [DataRow("[\"\\uD800\\uD800\"]", 8, 2)]
    [DataRow("[\"\\uD800\\n\"]", 8, 2)]
    [DataRow("[\"\\uD800abc\"]", 8, 2)]
    [DataRow("[\"\\uDD1E\\uD834\"]", 8, 2)]
    [DataRow("[\"a\\uDFFF\"]", 8, 3)]
    [DataRow("[\"\\uDBFF\\u0041\"]", 8, 2)]
    [DataRow("[\"\\uD834\\u0000\"]", 8, 2)]
    [DataRow("{\"\\uDFAA\":0}", 8, 2)]
    [DataRow("['a']", 2, 1)]
    [DataRow("[`a`]", 2, 1)]
    [DataRow("[a]", 2, 1)]
    [DataRow("[\"a\"b]", 16, 4)]
    [DataRow("abc", 2, 0)]
    [DataRow("<null>", 2, 0)]
    [DataRow("*", 2, 0)]
    [DataRow("@", 2, 0)]
    [DataRow("]", 2, 0)]
    [DataRow("}", 2, 0)]
    [DataRow(",", 2, 0)]
    [DataRow(":", 2, 0)]
    [DataRow("/* c */[]", 2, 0)]
    [DataRow("[] // c", 17, 3)]
    [DataRow("[1/**/]", 16, 2)]
    [DataRow("{\"a\":1/*", 16, 6)]
    [DataRow("# c\n[]", 2, 0)]
    [DataRow("\u000c[]", 2, 0)]
    [DataRow("[\u000c]", 2, 1)]
    [DataRow("[\u000b]", 2, 1)]
    [DataRow("\u00a0[]", 2, 0)]
    [DataRow("[]\u00a0", 17, 2)]
    [DataRow("\u2060[]", 2, 0)]
    [DataRow("[\u00e9]", 2, 1)]
    [DataRow("[]\u001a", 17, 2)]
    [DataRow("\ufeff[]", 1, 0)]
    [DataRow("[\ufeff]", 2, 1)]
    [DataRow("[]\ufeff", 17, 2)]
    [DataRow(" \ufeff[]", 2, 1)]
    public void Read_IllegalText_IsRefusedAtTheByte(string json, int fault, int offset)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        AssertRefused(bytes, fault, offset);
    }

    [TestMethod]
    [DataRow("5b 22 80 22 5d", 9, 2)] // a stray continuation byte
    [DataRow("5b 22 bf 22 5d", 9, 2)]
    [DataRow("5b 22 e9 22 5d", 9, 2)] // Latin-1
    [DataRow("5b 22 c0 af 22 5d", 9, 2)] // overlong slash
    [DataRow("5b 22 c1 bf 22 5d", 9, 2)]
    [DataRow("5b 22 c0 80 22 5d", 9, 2)] // overlong NUL
    [DataRow("5b 22 e0 80 af 22 5d", 9, 2)] // overlong
    [DataRow("5b 22 e0 9f bf 22 5d", 9, 2)] // last overlong of three
    [DataRow("5b 22 f0 80 80 af 22 5d", 9, 2)]
    [DataRow("5b 22 f0 8f bf bf 22 5d", 9, 2)] // last overlong of four
    [DataRow("5b 22 ed a0 80 22 5d", 9, 2)] // U+D800
    [DataRow("5b 22 ed bf bf 22 5d", 9, 2)] // U+DFFF
    [DataRow("5b 22 ed a0 bd ed b8 80 22 5d", 9, 2)] // CESU-8
    [DataRow("5b 22 f4 90 80 80 22 5d", 9, 2)] // U+110000
    [DataRow("5b 22 f5 80 80 80 22 5d", 9, 2)]
    [DataRow("5b 22 f8 88 80 80 80 22 5d", 9, 2)] // five bytes
    [DataRow("5b 22 fc 83 bf bf bf bf 22 5d", 9, 2)] // six bytes
    [DataRow("5b 22 fe 22 5d", 9, 2)]
    [DataRow("5b 22 ff 22 5d", 9, 2)]
    [DataRow("5b 22 c3 28 22 5d", 9, 2)]
    [DataRow("5b 22 e2 82 22 5d", 9, 2)] // cut short
    [DataRow("5b 22 e2 28 a1 22 5d", 9, 2)]
    [DataRow("5b 22 f0 9f 98 22 5d", 9, 2)]
    [DataRow("5b 22 f0 28 8c bc 22 5d", 9, 2)]
    [DataRow("5b 22 61 00 62 22 5d", 5, 3)] // NUL as itself
    [DataRow("5b 00 5d", 2, 1)]
    [DataRow("00", 2, 0)]
    [DataRow("5b 5d 00", 17, 2)]
    [DataRow("ef bb bf 7b 7d", 1, 0)]
    [DataRow("ef", 2, 0)]
    [DataRow("ef bb", 2, 0)]
    [DataRow("ef bb bf", 1, 0)]
    [DataRow("ef bb 7b 7d", 2, 0)] // part of a mark
    [DataRow("fe ff 00 5b 00 5d", 2, 0)] // UTF-16
    [DataRow("ff fe 5b 00 5d 00", 2, 0)] // UTF-16
    [DataRow("5b 00 22 00 e9 00 22 00 5d 00", 2, 1)] // UTF-16 without mark
    [DataRow("00 5b 00 5d", 2, 0)]
    [DataRow("5b e5 5d", 2, 1)]
    [DataRow("5b 31 e5 5d", 16, 2)]
    [DataRow("5b 31 65 31 e5 5d", 16, 4)]
    [DataRow("5b 31 65 e5 5d", 4, 1)]
    [DataRow("5b 30 e5 5d", 16, 2)]
    [DataRow("5b 61 e5 5d", 2, 1)]
    [DataRow("7b 22 b9 22 3a 30 7d", 9, 2)] // in a name
    [DataRow("5b 22 5c 75 30 30 e5 22 5d", 6, 2)] // in an escape
    [DataRow("5b 22 5c e5 22 5d", 6, 2)]
    [DataRow("e9", 2, 0)]
    [DataRow("5b 22 5c 00 22 5d", 6, 2)]
    public void Read_IllegalBytes_AreRefusedAtTheByte(string hex, int fault, int offset)
    {
        AssertRefused(Hex.Bytes(hex), fault, offset);
    }

    [TestMethod]
    [DataRow("5b 22 c2 80 22 5d")] // first of two bytes
    [DataRow("5b 22 df bf 22 5d")] // last of two bytes
    [DataRow("5b 22 e0 a0 80 22 5d")] // first of three
    [DataRow("5b 22 ed 9f bf 22 5d")] // last before the surrogates
    [DataRow("5b 22 ee 80 80 22 5d")] // first after them
    [DataRow("5b 22 ef bf bf 22 5d")] // last of three
    [DataRow("5b 22 f0 90 80 80 22 5d")] // first of four
    [DataRow("5b 22 f4 8f bf bf 22 5d")] // U+10FFFF
    [DataRow("5b 22 ef bb bf 22 5d")] // a mark inside a text
    [DataRow("5b 22 7f 22 5d")] // DEL
    public void Read_EdgesOfUtf8_AreRead(string hex)
    {
        byte[] bytes = Hex.Bytes(hex);
        Assert.AreEqual((int)ReadStatus.Complete, (int)JsonTrace.StatusOf(bytes, 0, bytes.Length));
    }

    [TestMethod]
    [DataRow("[1")]
    [DataRow("")]
    [DataRow("[tru")]
    [DataRow("[\"a")]
    [DataRow("[\"a\\")]
    [DataRow("   ")]
    [DataRow("{")]
    [DataRow("[")]
    [DataRow("{\"a\"")]
    [DataRow("{\"a\":")]
    [DataRow("{\"a\":1")]
    [DataRow("{\"a\":1,")]
    [DataRow("[1,")]
    [DataRow("[[")]
    [DataRow("[[]")]
    [DataRow("[{}")]
    [DataRow(" {\"a\":[")]
    [DataRow("\"")]
    [DataRow("\"abc")]
    [DataRow("\"\\u")]
    [DataRow("\"\\u00")]
    [DataRow("\"\\uD834")]
    [DataRow("\"\\uD834\\")]
    [DataRow("\"\\uD834\\u")]
    [DataRow("\"\\uD834\\uDD")]
    [DataRow("t")]
    [DataRow("tr")]
    [DataRow("fals")]
    [DataRow("n")]
    [DataRow("nul")]
    [DataRow("-")]
    [DataRow("1.")]
    [DataRow("1e")]
    [DataRow("1e+")]
    [DataRow("1E-")]
    [DataRow("[1.")]
    [DataRow("[-")]
    [DataRow("[1e")]
    public void Read_TextCutShort_NeedsMore(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        Assert.AreEqual((int)ReadStatus.NeedMore, (int)JsonTrace.StatusOf(bytes, 0, bytes.Length));
    }

    [TestMethod]
    [DataRow("5b 22 c3")]
    [DataRow("5b 22 e2")]
    [DataRow("5b 22 e2 82")]
    [DataRow("5b 22 f0")]
    [DataRow("5b 22 f0 9f")]
    [DataRow("5b 22 f0 9f 98")]
    [DataRow("5b 22 ed")]
    [DataRow("5b 22 f4 8f")]
    public void Read_CharacterCutShort_NeedsMore(string hex)
    {
        byte[] bytes = Hex.Bytes(hex);
        Assert.AreEqual((int)ReadStatus.NeedMore, (int)JsonTrace.StatusOf(bytes, 0, bytes.Length));
    }

    [TestMethod]
    public void Read_SixteenDeep_IsReadAndSeventeenRefused()
    {
        Assert.AreEqual((int)ReadStatus.Complete, StatusOf(Repeat("[", 16) + Repeat("]", 16)));
        Assert.AreEqual((int)ReadStatus.Complete, StatusOf(Repeat("{\"a\":", 15) + "{}" + Repeat("}", 15)));
        AssertRefused(Encoding.UTF8.GetBytes(Repeat("[", 17)), (int)JsonFault.TooDeep, 16);
        AssertRefused(Encoding.UTF8.GetBytes(Repeat("[", 15) + "{\"a\":{"), (int)JsonFault.TooDeep, 20);
        AssertRefused(Encoding.UTF8.GetBytes(Repeat("[", 5000)), (int)JsonFault.TooDeep, 16);
    }

    [TestMethod]
    public void Read_SixteenDeepAgainAndAgain_IsRead()
    {
        // Depth counts what is open, not what was.
        Assert.AreEqual((int)ReadStatus.Complete, StatusOf("[" + Repeat("[[]],", 40) + "[]]"));
    }

    [TestMethod]
    public void Read_SixtyFourNames_AreReadAndOneMoreRefused()
    {
        Assert.AreEqual((int)ReadStatus.Complete, StatusOf("{" + Members(64) + "}"));
        AssertRefused(Encoding.UTF8.GetBytes("{" + Members(65) + "}"), (int)JsonFault.TooManyNames, Members(64).Length + 2);
    }

    [TestMethod]
    public void Read_ManyNamesInOpenObjects_StillFindsTheSameOne()
    {
        // Goal: the memory of names grows past its first size and still belongs to the right object.
        string open = Repeat("{" + Members(62) + ",\"deep\":", 10);
        string close = Repeat("}", 10);
        Assert.AreEqual((int)ReadStatus.Complete, StatusOf(open + "{" + Members(64) + "}" + close));
        Assert.AreEqual((int)ReadStatus.Complete, StatusOf(open + "0" + Repeat(",\"last\":0}", 10)));

        string doubled = open + "0,\"m7\":1";
        AssertRefused(Encoding.UTF8.GetBytes(doubled + close), (int)JsonFault.DuplicateName, doubled.Length - 6);
    }

    [TestMethod]
    public void Read_NamesWithOneHash_AreNotTakenForTheSame()
    {
        // Both meet in 32 bits of FNV-1a.
        Assert.AreEqual("{ n:glbvs w:1 n:yacxa w:2 } end", JsonTrace.Of("{\"glbvs\":1,\"yacxa\":2}"));
        AssertRefused(Encoding.UTF8.GetBytes("{\"glbvs\":1,\"yacxa\":2,\"glbvs\":3}"), (int)JsonFault.DuplicateName, 21);
    }

    [TestMethod]
    public void Read_TextOf1024Bytes_IsReadAndOneMoreRefused()
    {
        Assert.AreEqual((int)ReadStatus.Complete, StatusOf("[\"" + Repeat("a", 1024) + "\"]"));
        AssertRefused(Encoding.UTF8.GetBytes("[\"" + Repeat("a", 1025) + "\"]"), (int)JsonFault.TextTooLong, 1026);
        Assert.AreEqual((int)ReadStatus.Complete, StatusOf("[\"" + Repeat("\\u20ac", 341) + "a\"]"));
        AssertRefused(Encoding.UTF8.GetBytes("[\"" + Repeat("\\u20ac", 342) + "\"]"), (int)JsonFault.TextTooLong, 2 + (341 * 6));
        AssertRefused(Encoding.UTF8.GetBytes("{\"" + Repeat("a", 1025) + "\":1}"), (int)JsonFault.TextTooLong, 1026);
    }

    [TestMethod]
    public void Read_NumberOf1024Bytes_IsReadAndOneMoreRefused()
    {
        Assert.AreEqual((int)ReadStatus.Complete, StatusOf("[" + Repeat("1", 1024) + "]"));
        AssertRefused(Encoding.UTF8.GetBytes("[" + Repeat("1", 1025) + "]"), (int)JsonFault.TextTooLong, 1);
    }

    [TestMethod]
    public void Line_CountsLineFeeds_AlsoAtTheFault()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("{\r\n \"a\": 1,\n\n \"b\": [\n  x ] }");
        JsonReader reader = new(bytes, 0, bytes.Length);
        reader.Read();
        Assert.AreEqual(1, reader.Line);
        reader.Read();
        Assert.AreEqual(2, reader.Line);
        Assert.AreEqual(4, reader.Offset);
        reader.Read();
        reader.Read();
        Assert.AreEqual(4, reader.Line);
        reader.Read();
        reader.Read();
        Assert.AreEqual((int)JsonFault.ValueExpected, (int)reader.Fault);
        Assert.AreEqual(5, reader.Line);
        Assert.AreEqual(bytes.Length - 5, reader.Offset);
    }

    [TestMethod]
    public void Read_RangeInsideABuffer_IsAllItLooksAt()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("]]{\"a\":12345}}}");
        Assert.AreEqual("{ n:a w:12345 } end", JsonTrace.Of(bytes, 2, 11));
        Assert.AreEqual("{ n:a w:12345 more", JsonTrace.Of(bytes, 2, 10));
        Assert.AreEqual("w:12 end", JsonTrace.Of(bytes, 7, 2));
        Assert.AreEqual("more", JsonTrace.Of(bytes, 7, 0));
    }

    [TestMethod]
    public void Read_AfterTheEnd_StaysThere()
    {
        JsonReader reader = new(Encoding.UTF8.GetBytes("[]"), 0, 2);
        reader.Read();
        reader.Read();
        Assert.AreEqual((int)ReadStatus.None, (int)reader.Status);
        Assert.AreEqual((int)JsonToken.End, (int)reader.Read());
        Assert.AreEqual((int)JsonToken.End, (int)reader.Read());
        Assert.AreEqual((int)ReadStatus.Complete, (int)reader.Status);
    }

    [TestMethod]
    public void Read_AfterAFault_StaysThere()
    {
        JsonReader reader = new(Encoding.UTF8.GetBytes("[x,1]"), 0, 5);
        reader.Read();
        Assert.AreEqual((int)JsonToken.None, (int)reader.Read());
        Assert.AreEqual((int)JsonToken.None, (int)reader.Read());
        Assert.AreEqual((int)JsonFault.ValueExpected, (int)reader.Fault);
        Assert.AreEqual("", reader.Text);
        Assert.IsFalse(reader.Skip());
    }

    [TestMethod]
    [DataRow("[\"ab\\x\"]")]
    [DataRow("[\"ab")]
    [DataRow("{\"ab\\x\":1}")]
    public void Text_OfABrokenText_IsEmpty(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        JsonReader reader = new(bytes, 0, bytes.Length);
        reader.Read();
        Assert.AreEqual((int)JsonToken.None, (int)reader.Read());
        Assert.AreEqual("", reader.Text);
    }

    [TestMethod]
    public void Text_AfterOtherTokens_IsEmpty()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("{\"a\":true}");
        JsonReader reader = new(bytes, 0, bytes.Length);
        reader.Read();
        reader.Read();
        Assert.AreEqual("a", reader.Text);
        Assert.IsTrue(reader.IsText("a"));
        Assert.IsFalse(reader.IsText("A"));
        Assert.IsFalse(reader.IsText("ab"));
        Assert.IsFalse(reader.IsText(""));
        reader.Read();
        Assert.AreEqual("", reader.Text);
        Assert.IsTrue(reader.IsText(""));
    }

    [TestMethod]
    [DataRow("{\"skip\":1,\"next\":2}")]
    [DataRow("{\"skip\":\"x\",\"next\":2}")]
    [DataRow("{\"skip\":[1,{\"a\":[]},[[]]],\"next\":2}")]
    [DataRow("{\"skip\":{\"next\":{\"next\":1}},\"next\":2}")]
    [DataRow("{\"skip\":{},\"next\":2}")]
    public void Skip_AnyValue_LeavesTheNextName(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        JsonReader reader = new(bytes, 0, bytes.Length);
        reader.Read();
        reader.Read();
        Assert.IsTrue(reader.Skip());
        Assert.AreEqual(1, reader.Depth);
        Assert.AreEqual((int)JsonToken.Name, (int)reader.Read());
        Assert.AreEqual("next", reader.Text);
    }

    [TestMethod]
    [DataRow("{\"skip\":[1,{\"a\":[}],\"next\":2}")]
    [DataRow("{\"skip\":[1,2")]
    [DataRow("{\"skip\"")]
    public void Skip_BrokenValue_SaysSo(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        JsonReader reader = new(bytes, 0, bytes.Length);
        reader.Read();
        reader.Read();
        Assert.IsFalse(reader.Skip());
    }

    [TestMethod]
    public void Read_EveryPrefix_NeedsMore()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Sample);

        for (int count = 0; count < bytes.Length; count++)
        {
            Assert.AreEqual((int)ReadStatus.NeedMore, (int)JsonTrace.StatusOf(bytes, 0, count), "prefix of " + count.ToString());
        }

        Assert.AreEqual((int)ReadStatus.Complete, (int)JsonTrace.StatusOf(bytes, 0, bytes.Length));
    }

    [TestMethod]
    public void Of_EveryFault_HasItsOwnWords()
    {
        string seen = "";

        for (int i = 0; i <= (int)JsonFault.TrailingBytes; i++)
        {
            string words = JsonFaultWords.Of((JsonFault)i);
            Assert.IsTrue(words.Length > 10 && words.Length <= 90, words);
            Assert.IsTrue(words != JsonFaultWords.Of((JsonFault)255) && seen.IndexOf(words) < 0, words);
            seen += words;
        }
    }

    private const string Sample =
        "{ \"manifest\": 1, \"text\": \"a\\u00e9\\ud83d\\ude00\\n\u00e9\U0001F600\", \"list\": [ -1.5e+10, true, false, null, {} ], \"o\": { \"p\": [ [ 0 ] ] } }";

    private static void AssertRefused(byte[] bytes, int fault, int offset)
    {
        JsonReader reader = new(bytes, 0, bytes.Length);

        while (reader.Status == ReadStatus.None)
        {
            reader.Read();
        }

        Assert.AreEqual((int)ReadStatus.Refused, (int)reader.Status);
        Assert.AreEqual(fault, (int)reader.Fault);
        Assert.AreEqual(offset, reader.Offset);
    }

    private static int StatusOf(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        return (int)JsonTrace.StatusOf(bytes, 0, bytes.Length);
    }

    private static string Members(int count)
    {
        StringBuilder members = new();

        for (int i = 0; i < count; i++)
        {
            members.Append(i == 0 ? "\"m" : ",\"m");
            members.Append(i);
            members.Append("\":0");
        }

        return members.ToString();
    }

    private static string Repeat(string text, int times)
    {
        StringBuilder all = new();

        for (int i = 0; i < times; i++)
        {
            all.Append(text);
        }

        return all.ToString();
    }
}
