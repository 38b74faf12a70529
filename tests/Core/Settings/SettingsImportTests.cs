using ToyGuard.Core.Settings;
using ToyGuard.Core.Tests.Policy;

namespace ToyGuard.Core.Tests.Settings;

/// <summary>Goal: a file may tighten and never loosen, whatever is in it.</summary>
[TestClass]
public class SettingsImportTests
{
    [TestMethod]
    [Req("DEF-03")]
    public void Merge_AnyFile_IsNeverLooserThanBefore()
    {
        Dice dice = new Dice(21);

        for (int i = 0; i < 60; i++)
        {
            FamilySettings now = Family.Any(dice);
            FamilySettings result = SettingsImport.Merge(now, FileOf(Family.Any(dice)));
            Assert.IsTrue(Strictness.IsNeverLooser(result, now), i.ToString());
            Assert.AreEqual(now.IsPaired, result.IsPaired, "pairing is no matter of a file");
        }
    }

    [TestMethod]
    public void Merge_StricterFile_Tightens()
    {
        FamilySettings file = Family.With(Family.Bear().WithPlayMinutes(30).WithPaused(true)).WithPaired(false);
        FamilySettings result = SettingsImport.Merge(Family.Sample(), FileOf(file));

        Family.AssertSame(Family.With(Family.Bear().WithPlayMinutes(30).WithPaused(true)), result, "");
    }

    [TestMethod]
    public void Merge_ToysOfOneSideOnly_StayAsTheyAreHere()
    {
        FamilySettings file = FamilySettings.Strict.WithEverythingPaused(false).WithToy(ToySettings.Introduced("cat"));
        FamilySettings result = SettingsImport.Merge(Family.Sample().WithRetentionDays(5), FileOf(file));

        Family.AssertSame(Family.Sample().WithRetentionDays(5), result, "bear and rabbit stay, the cat stays out");
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Merge_DamagedFile_ChangesNothing()
    {
        Family.AssertSame(Family.Sample(), SettingsImport.Merge(Family.Sample(), SettingsCodec.Read(new byte[] { 9, 9, 9 })), "");
    }

    private static SettingsReading FileOf(FamilySettings settings)
    {
        return SettingsCodec.Read(SettingsCodec.Write(settings));
    }
}
