using ToyGuard.Core.Pairing;

namespace ToyGuard.Core.Tests.Pairing;

[TestClass]
public class PinRulesTests
{
    [TestMethod]
    [Req("PAIR-02")]
    [DataRow("", (int)Why.PinEmpty)]
    [DataRow("      ", (int)Why.PinEmpty)]
    [DataRow("--- ---", (int)Why.PinEmpty)]
    [DataRow("1", (int)Why.PinShort)]
    [DataRow("48291", (int)Why.PinShort)]
    [DataRow("4-8-2-9-1", (int)Why.PinShort)]
    [DataRow("qwe", (int)Why.PinShort)]
    [DataRow("bears77", (int)Why.PinShort)]
    [DataRow("bears7    ", (int)Why.PinShort)]
    [DataRow("111111", (int)Why.PinRepeats)]
    [DataRow("121212", (int)Why.PinRepeats)]
    [DataRow("483483", (int)Why.PinRepeats)]
    [DataRow("19871987", (int)Why.PinRepeats)]
    [DataRow("abcabcabc", (int)Why.PinRepeats)]
    [DataRow("aaaaaaab", (int)Why.PinRepeats)]
    [DataRow("112122", (int)Why.PinRepeats)]
    [DataRow("123456", (int)Why.PinSequence)]
    [DataRow("12-34-56", (int)Why.PinSequence)]
    [DataRow("987654", (int)Why.PinSequence)]
    [DataRow("567890", (int)Why.PinSequence)]
    [DataRow("246802", (int)Why.PinSequence)]
    [DataRow("1234567890", (int)Why.PinSequence)]
    [DataRow("ABCDEFGH", (int)Why.PinSequence)]
    [DataRow("zyxwvuts", (int)Why.PinSequence)]
    [DataRow("159753", (int)Why.PinCommon)]
    [DataRow("112233", (int)Why.PinCommon)]
    [DataRow("password", (int)Why.PinCommon)]
    [DataRow("Password1!", (int)Why.PinCommon)]
    [DataRow("12password", (int)Why.PinCommon)]
    [DataRow("pass word 99", (int)Why.PinCommon)]
    [DataRow("qwertyuiop", (int)Why.PinCommon)]
    [DataRow("1q2w3e4r", (int)Why.PinCommon)]
    [DataRow("CloudPets", (int)Why.PinCommon)]
    [DataRow("toyguard2026", (int)Why.PinCommon)]
    [DataRow("teddybear1", (int)Why.PinCommon)]
    [DataRow("contraseña", (int)Why.PinCommon)]
    public void FaultOf_WhatAnybodyTriesFirst_IsRefused(string pin, int why)
    {
        Assert.AreEqual(why, (int)PinRules.FaultOf(pin));
    }

    [TestMethod]
    [DataRow("482915")]
    [DataRow("48-29-15")]
    [DataRow("48291507")]
    [DataRow("730264")]
    [DataRow("oak river lantern")]
    [DataRow("drei alte Kamele")]
    [DataRow("سماء زرقاء جدا")]
    [DataRow("熊の森へ行く道は")]
    public void FaultOf_GoodOnes_AreTaken(string pin)
    {
        Assert.AreEqual((int)Why.None, (int)PinRules.FaultOf(pin));
    }

    [TestMethod]
    public void FaultOf_LengthAtItsEnds()
    {
        string long64 = "seven grey herons stood by the mill pond until it was far too late".Substring(0, PinRules.LengthMax);
        Assert.AreEqual((int)Why.None, (int)PinRules.FaultOf(long64));
        Assert.AreEqual((int)Why.PinLong, (int)PinRules.FaultOf(long64 + "x"));
    }

    // Whatever a page sends, the answer is a value.
    [TestMethod]
    public void FaultOf_AnyText_Answers()
    {
        Chance chance = new(7);

        for (int i = 0; i < 2000; i++)
        {
            char[] text = new char[chance.Below(70)];

            for (int k = 0; k < text.Length; k++)
            {
                text[k] = (char)(1 + chance.Below(chance.Below(4) == 0 ? 0xFFFE : 0x7E));
            }

            Why why = PinRules.FaultOf(new string(text));
            Assert.IsTrue(why == Why.None || (why >= Why.PinEmpty && why <= Why.PinRepeats), i.ToString());
            Assert.IsTrue(why != Why.None || text.Length >= PinRules.DigitsMin, i.ToString());
        }
    }
}
