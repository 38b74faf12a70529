using ToyGuard.Core.Policy;

namespace ToyGuard.Kit.Play.Tests;

[TestClass]
public class ReasonsTests
{
    [TestMethod]
    public void Of_EveryNumber_HasThreePartsThatMakeTheWholeAgain()
    {
        for (int number = 0; number < 256; number++)
        {
            ReasonText text = Reasons.Of((Reason)number);

            Assert.AreEqual(ReasonWords.Of((Reason)number), text.What + ": " + text.Why + " · " + text.Next);
            AssertPart(text.What, number);
            AssertPart(text.Why, number);
            AssertPart(text.Next, number);
        }
    }

    [TestMethod]
    public void Of_AThirdPartyThatWaits_SaysWhatToDo()
    {
        ReasonText text = Reasons.Of(Reason.WaitingForGuardian);

        Assert.AreEqual("Waiting", text.What);
        Assert.AreEqual("nobody has said yes to this place yet", text.Why);
        Assert.AreEqual("decide under Rules", text.Next);
    }

    [TestMethod]
    [DataRow((int)Reason.Allowed, (int)Sign.None)]
    [DataRow((int)Reason.None, (int)Sign.NotAllowed)]
    [DataRow((int)Reason.ToyPaused, (int)Sign.Paused)]
    [DataRow((int)Reason.EverythingPaused, (int)Sign.Paused)]
    [DataRow((int)Reason.QuietHours, (int)Sign.Asleep)]
    [DataRow((int)Reason.PlayTimeUsedUp, (int)Sign.Asleep)]
    [DataRow((int)Reason.ClockUnknown, (int)Sign.Unwell)]
    [DataRow((int)Reason.SensorBroken, (int)Sign.Unwell)]
    [DataRow((int)Reason.NotOnManifest, (int)Sign.NotAllowed)]
    [DataRow((int)Reason.TlsUntrusted, (int)Sign.NotAllowed)]
    [DataRow(255, (int)Sign.NotAllowed)]
    public void SignOf_Reason_IsItsSign(int reason, int sign)
    {
        Assert.AreEqual(sign, (int)Reasons.SignOf((Reason)reason));
    }

    [TestMethod]
    [DataRow((int)Reason.ToyPaused, "A grown-up pressed pause.")]
    [DataRow((int)Reason.NotOnManifest, "I can't do that one. Ask a grown-up.")]
    [DataRow((int)Reason.ServerSilent, "I can't get there right now. Let's play something else.")]
    [DataRow((int)Reason.SensorWaiting, "I may not do that yet. Ask a grown-up.")]
    public void ChildWords_Reason_AreWhatAChildCanUse(int reason, string words)
    {
        Assert.AreEqual(words, Reasons.ChildWords((Reason)reason));
    }

    private static void AssertPart(string part, int number)
    {
        Assert.IsTrue(part.Length > 0 && part.Length <= ReasonWords.LengthMax, number.ToString());
    }
}
