using ToyGuard.Emulator.Commands;

namespace ToyGuard.Emulator.Tests.Commands;

[TestClass]
public class TextsTests
{
    [TestMethod]
    [DataRow("plain text, ünïcode · 日本", "plain text, ünïcode · 日本")]
    [DataRow("a\u001b[2Jb", "a·[2Jb")]
    [DataRow("a\r\nb\tc\0d", "a··b·c·d")]
    [DataRow("a\u009bb", "a·b")] // one-byte CSI
    [DataRow("a\u202eb\u2066c\u200dd", "a·b·c·d")] // turned around, isolated, joined
    public void Shown_IsWhatATerminalMayHave(string text, string shown)
    {
        Assert.AreEqual(shown, Texts.Shown(text));
    }

    [TestMethod]
    public void Shown_IsNotEndless()
    {
        Assert.AreEqual(121, Texts.Shown(new string('a', 100_000)).Length);
    }

    [TestMethod]
    [DataRow("127.0.0.1", true)]
    [DataRow("127.0.0.01", false)]
    [DataRow("127.1", false)]
    [DataRow("2130706433", false)]
    [DataRow("0x7f.0.0.1", false)]
    [DataRow(" 127.0.0.1", false)]
    [DataRow("::1", false)]
    [DataRow("::ffff:127.0.0.1", false)]
    public void TryAddress_TakesOneSpelling(string text, bool isOne)
    {
        Assert.AreEqual(isOne, Texts.TryAddress(text, out _));
    }
}
