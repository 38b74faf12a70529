using ToyGuard.Core.Pairing.SetUp;

namespace ToyGuard.Core.Tests.Pairing.SetUp;

/// <summary>Goal: a press is a press, only 15 s and a second press wipe, and nothing that a child does with the talk button in play is either.</summary>
[TestClass]
public class ButtonReaderTests
{
    // Each step: u or d for how the button is found, then the time in tenths of a second; expected acts as digits in the order of the steps.
    [TestMethod]
    [Req("PAIR-03")]
    [DataRow("u0 d10 u12", "001")]
    [DataRow("u0 d10 d50 u159", "0001")]
    [DataRow("d0 u5", "01")]
    [DataRow("u0 d10 u12 u13 d20 u21", "001001")]
    public void Recessed_ShorterThan15Seconds_IsAPress(string steps, string acts)
    {
        Assert.AreEqual(acts, Acts(false, steps));
    }

    [TestMethod]
    [DataRow("u0 d10 d159 d160 u200 d300 u302", "0002003")]
    [DataRow("u0 d10 u160 d200 u229", "00203")]
    [DataRow("u0 d10 u160 d457 u460", "00203")]
    public void Recessed_HeldThenPressed_Wipes(string steps, string acts)
    {
        Assert.AreEqual(acts, Acts(false, steps));
    }

    [TestMethod]
    [DataRow("u0 d10 u160 u460 u461 d470 u471", "0020401")]
    [DataRow("u0 d10 u160 d461 u462 d470 u471", "0024001")]
    [DataRow("u0 d10 u160 d459 u461 d470 u471", "0020401")]
    [DataRow("u0 d10 u160 d200 d230 u231 d240 u241", "00204001")]
    [DataRow("u0 d10 u160 d200 u230 d240 u241", "0020401")]
    [DataRow("u0 d10 d160 d460 d461 d999 u1000", "0020400")]
    public void Recessed_AnythingElse_CancelsAndWipesNothing(string steps, string acts)
    {
        Assert.AreEqual(acts, Acts(false, steps));
    }

    [TestMethod]
    [DataRow("u0 d10 u12", "000")]
    [DataRow("u0 d10 d160 u200 d210 u212", "000000")]
    [DataRow("u0 d1 d160 d1000 u2000", "00000")]
    [DataRow("d0 u12 d20 u22 d30 d180 u181 d190 u191", "010000000")]
    [DataRow("d0 d150 u160 d200 u202 d210 u212 d220 d370 u371", "0200300000")]
    [DataRow("d0 d150 u160 u451 d460 u462 d470 d640", "02040000")]
    public void Talk_OnlyWhatAPowerOnFoundDown_Counts(string steps, string acts)
    {
        Assert.AreEqual(acts, Acts(true, steps));
    }

    private static string Acts(bool isTalkButton, string steps)
    {
        ButtonReader reader = new(isTalkButton);
        string acts = "";

        foreach (string step in steps.Split(' '))
        {
            acts += ((int)reader.Read(step[0] == 'd', long.Parse(step.Substring(1)) * 100)).ToString();
        }

        return acts;
    }
}
