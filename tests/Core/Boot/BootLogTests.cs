using ToyGuard.Core.Boot;
using ToyGuard.Core.Storage;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Boot;

/// <summary>
/// Goal: a device knows how many boots in a row went wrong, whatever a power cut or a broken flash does to the count.
/// Method: every history of eight boots, good or bad; every cut of a boot's note and of its mark; a flash that takes nothing.
/// </summary>
[TestClass]
public class BootLogTests
{
    private const int Boots = 8;

    [TestMethod]
    [Req("UPD-04")]
    public void Started_EveryHistoryOfMarks_CountsTheBadOnesInARow()
    {
        for (int marks = 0; marks < 1 << Boots; marks++)
        {
            FlashModel flash = new FlashModel();
            int bad = 0;

            for (int boot = 0; boot < Boots; boot++)
            {
                BootLog log = NewLog(flash);
                string about = marks.ToString() + " at boot " + boot.ToString();
                Assert.IsTrue(log.Started(), about);
                Assert.AreEqual(boot + 1, (int)log.Number, about);
                Assert.AreEqual(bad, log.BadBoots, about);

                bool isGood = ((marks >> boot) & 1) == 1;
                Assert.IsTrue(!isGood || log.MarkGood(), about);
                bad = isGood ? 0 : bad + 1;
            }
        }
    }

    [TestMethod]
    public void Started_ThousandsOfBoots_GoOnAndOn()
    {
        FlashModel flash = new FlashModel();

        for (int boot = 1; boot <= 3000; boot++)
        {
            BootLog log = NewLog(flash);
            Assert.IsTrue(log.Started(), boot.ToString());
            Assert.AreEqual(boot, (int)log.Number);
            Assert.AreEqual(boot - 1 < 255 ? boot - 1 : 255, log.BadBoots);
        }

        Assert.IsTrue(flash.ErasesOf(FlashLayout.BootA) + flash.ErasesOf(FlashLayout.BootB) < 20, "folds are rare");
    }

    [TestMethod]
    [Req("RES-02")]
    public void Started_CutAnywhere_NextCountsItOrNot()
    {
        for (int cut = 0; cut < 64; cut++)
        {
            FlashModel flash = WithBoots(2);
            flash.CutAfter(cut);
            bool isNoted = NewLog(flash).Started();
            flash.PowerOn();
            BootLog next = NewLog(flash);

            Assert.IsTrue(next.Started(), cut.ToString());
            Assert.IsTrue(next.BadBoots == 3 || (next.BadBoots == 2 && !isNoted), cut.ToString() + ": " + next.BadBoots.ToString());
            Assert.AreEqual(next.BadBoots + 1, (int)next.Number, cut.ToString());
        }
    }

    [TestMethod]
    public void MarkGood_CutAnywhere_IsGoodOrIsNot()
    {
        for (int cut = 0; cut < 64; cut++)
        {
            FlashModel flash = WithBoots(2);
            BootLog log = NewLog(flash);
            log.Started();
            flash.CutAfter(cut);
            bool isMarked = log.MarkGood();
            flash.PowerOn();
            BootLog next = NewLog(flash);
            next.Started();

            Assert.IsTrue(next.BadBoots == 0 || (next.BadBoots == 3 && !isMarked), cut.ToString() + ": " + next.BadBoots.ToString());
        }
    }

    [TestMethod]
    public void MarkGood_Again_WritesNothing()
    {
        FlashModel flash = WithBoots(1);
        BootLog log = NewLog(flash);
        log.Started();
        Assert.IsTrue(log.MarkGood());
        int writes = flash.Writes;

        Assert.IsTrue(log.MarkGood());
        Assert.AreEqual(writes, flash.Writes);
    }

    [TestMethod]
    [Req("RES-01")]
    public void Started_FlashTakesNothing_SaysSoAndCountsOn()
    {
        FlashModel flash = WithBoots(2);
        flash.Break(FlashLayout.BootA, FlashFault.Stuck);
        flash.Break(FlashLayout.BootB, FlashFault.Stuck);
        BootLog log = NewLog(flash);

        Assert.IsFalse(log.Started());
        Assert.AreEqual(2, log.BadBoots);
        Assert.AreEqual(3, (int)log.Number);
        Assert.IsFalse(log.MarkGood());

        flash.Break(FlashLayout.BootA, FlashFault.None);
        flash.Break(FlashLayout.BootB, FlashFault.None);
        Assert.IsTrue(log.MarkGood(), "it is tried anew");
    }

    [TestMethod]
    public void Started_OneAreaIsBroken_GoesOnInTheOther()
    {
        for (int area = FlashLayout.BootA; area <= FlashLayout.BootB; area++)
        {
            FlashModel flash = WithBoots(2);
            flash.Break(area, FlashFault.Stuck);
            NewLog(flash).Started();
            BootLog next = NewLog(flash);
            next.Started();

            Assert.IsTrue(next.BadBoots >= 2, next.BadBoots.ToString());
        }
    }

    private static FlashModel WithBoots(int boots)
    {
        FlashModel flash = new FlashModel();

        for (int i = 0; i < boots; i++)
        {
            NewLog(flash).Started();
        }

        return flash;
    }

    private static BootLog NewLog(FlashModel flash)
    {
        return new BootLog(new Journal(flash, FlashLayout.BootA, FlashLayout.BootB));
    }
}
