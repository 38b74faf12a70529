using ToyGuard.Core.Family;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Family;

/// <summary>Goal: a service that got data is told once and again until it answers, never twice for one try, and nobody is told anything by a device that was wiped.</summary>
[TestClass]
public class EraseBookTests
{
    internal const long Noon = 1800014400;
    private const long Minute = 60;
    private const long Day = 86400;

    [TestMethod]
    [Req("DEL-03")]
    public void Ask_IsInFlashBeforeAnythingIsSent_ThenSentOnce_ThenConfirmed()
    {
        FlashModel flash = new FlashModel();
        EraseBook book = Open(flash);
        Assert.AreEqual((int)EraseFault.None, (int)Ask(book, "metrics.example", EraseCause.Erased, Noon));
        Assert.AreEqual((int)EraseState.Waiting, (int)Open(flash).All[0].State);
        Assert.AreEqual(0, Open(flash).All[0].Tries);
        EraseRequest? taken = book.Take(Noon);
        Assert.AreEqual("/v1/delete", taken!.Path);
        Assert.AreEqual("metrics.example", taken.Place.Text);
        Assert.IsTrue(book.Begin(Noon, 0));
        Assert.AreEqual(1, Open(flash).All[0].Tries);
        book.Settle(EraseState.Confirmed, Noon);
        Assert.AreEqual((int)EraseState.Confirmed, (int)Open(flash).All[0].State);
        Assert.IsNull(book.Take(Noon + (29 * Day)));
        Assert.IsNull(Open(flash).Take(Noon + (29 * Day)));
    }

    // try, minutes until the next
    [TestMethod]
    [Req("DEL-03")]
    public void Take_Unanswered_IsTriedAfter_1_5_30_120_AndThenDaily_AlsoAcrossRestarts()
    {
        FlashModel flash = new FlashModel();
        Ask(Open(flash), "metrics.example", EraseCause.Erased, Noon);
        int[] waits = new int[] { 1, 5, 30, 120, 1440, 1440 };
        long now = Noon;

        for (int i = 0; i < waits.Length; i++)
        {
            EraseBook book = Open(flash);
            Assert.IsNotNull(book.Take(now), i.ToString());
            Assert.IsTrue(book.Begin(now, 0));
            book.Settle(EraseState.Waiting, now);
            book = Open(flash);
            Assert.IsNull(book.Take(now + (waits[i] * Minute) - 1), i.ToString());
            now += waits[i] * Minute;
        }

        Assert.AreEqual(6, Open(flash).All[0].Tries);
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Begin_CutOffInTheMiddleOfSending_WaitsLikeATryThatFailed()
    {
        FlashModel flash = new FlashModel();
        EraseBook book = Open(flash);
        Ask(book, "metrics.example", EraseCause.Withdrew, Noon);
        book.Take(Noon);
        Assert.IsTrue(book.Begin(Noon, 0));
        book = Open(flash);
        Assert.IsNull(book.Take(Noon + 59));
        Assert.IsNotNull(book.Take(Noon + 60));
    }

    [TestMethod]
    public void Begin_Spread_IsAQuarterAtMost()
    {
        EraseBook book = Open(new FlashModel());
        Ask(book, "metrics.example", EraseCause.Erased, Noon);

        for (long now = Noon; book.All[0].Tries < 4; now += Minute)
        {
            if (book.Take(now) is not null)
            {
                Assert.IsTrue(book.Begin(now, EraseBook.SpreadMax - 1));
            }
        }

        int begun = book.All[0].Minute;
        Assert.IsNull(book.Take((begun - 1) * Minute));
        Assert.IsNotNull(book.Take(begun * Minute));
        long before = begun * Minute;
        Assert.IsTrue(book.Begin(before, EraseBook.SpreadMax - 1));
        Assert.AreEqual(begun + 1440 + 358, book.All[0].Minute);
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Settle_Told_IsAskedAgainDailyWithTheSameId_UntilItConfirms()
    {
        FlashModel flash = new FlashModel();
        EraseBook book = Open(flash);
        Ask(book, "metrics.example", EraseCause.Erased, Noon);
        byte id = book.All[0].Id[15];

        for (int day = 0; day < 3; day++)
        {
            long now = Noon + (day * Day);
            EraseRequest? taken = book.Take(now);
            Assert.AreEqual(id, taken!.Id[15]);
            Assert.IsTrue(book.Begin(now, 0));
            book.Settle(EraseState.Told, now);
            book = Open(flash);
            Assert.AreEqual((int)EraseState.Told, (int)book.All[0].State);
            Assert.IsNull(book.Take(now + Day - 1), day.ToString());
        }

        book.Take(Noon + (3 * Day));
        book.Begin(Noon + (3 * Day), 0);
        book.Settle(EraseState.Confirmed, Noon + (3 * Day));
        Assert.AreEqual(4, Open(flash).All[0].Tries);
        Assert.AreEqual((int)EraseState.Confirmed, (int)Open(flash).All[0].State);
    }

    [TestMethod]
    [Req("DEL-03")]
    [DataRow(true)]
    [DataRow(false)]
    public void Turn_ThirtyDaysInVain_CannotBeTold_AndThirtyLaterItGoes(bool isTold)
    {
        FlashModel flash = new FlashModel();
        EraseBook book = Open(flash);
        Ask(book, "metrics.example", EraseCause.Erased, Noon);
        book.Take(Noon);
        book.Begin(Noon, 0);
        book.Settle(isTold ? EraseState.Told : EraseState.Waiting, Noon);
        book.Turn(Noon + (29 * Day));
        Assert.IsTrue(book.All[0].IsOpen);
        book.Turn(Noon + (30 * Day));
        Assert.AreEqual((int)EraseState.Cannot, (int)Open(flash).All[0].State);
        Assert.IsNull(book.Take(Noon + (31 * Day)));
        book.Turn(Noon + (60 * Day) - 1);
        Assert.AreEqual(1, book.All.Length);
        book.Turn(Noon + (60 * Day));
        Assert.AreEqual(0, Open(flash).All.Length);
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Ask_NoPath_OrNobodyToSendIt_CannotBeTold()
    {
        EraseBook book = Open(new FlashModel());
        Assert.AreEqual((int)EraseFault.None, (int)book.Ask(Place("*.metrics.example", ""), EraseCause.Erased, true, new byte[16], Noon));
        Assert.AreEqual((int)EraseFault.None, (int)book.Ask(Place("stories.example", "/v1/delete"), EraseCause.Erased, false, new byte[16], Noon));
        Assert.AreEqual((int)EraseState.Cannot, (int)book.All[0].State);
        Assert.AreEqual((int)EraseState.Cannot, (int)book.All[1].State);
        Assert.AreEqual("", book.All[1].Path);
        Assert.IsNull(book.Take(Noon + Day));

        // Asked for anew: one row, with the new date.
        book.Ask(Place("*.metrics.example", ""), EraseCause.Withdrew, true, new byte[16], Noon + Day);
        Assert.AreEqual(2, book.All.Length);
        Assert.AreEqual((int)EraseCause.Withdrew, (int)book.All[1].Cause);
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Ask_TheSameThatWaits_IsOne_ATakenOneIsAskedAnew()
    {
        EraseBook book = Open(new FlashModel());
        Ask(book, "metrics.example", EraseCause.Withdrew, Noon);
        Ask(book, "metrics.example", EraseCause.Erased, Noon + 1);
        Ask(book, "stories.example", EraseCause.Erased, Noon + 1);
        Assert.AreEqual(2, book.All.Length);
        book.Take(Noon + 1);
        book.Begin(Noon + 1, 0);
        book.Settle(EraseState.Told, Noon + 1);

        // What the toy sent since is not covered by what the service took.
        Ask(book, "metrics.example", EraseCause.Erased, Noon + Day);
        Assert.AreEqual(3, book.All.Length);
    }

    [TestMethod]
    public void Ask_AFullBook_DropsTheOldestConfirmed_ElseSaysSo()
    {
        FlashModel flash = new FlashModel();
        EraseBook book = Open(flash);

        for (int i = 0; i < EraseBook.RequestsMax; i++)
        {
            Assert.AreEqual((int)EraseFault.None, (int)Ask(book, "a" + i.ToString() + ".example", EraseCause.Erased, Noon));
        }

        Assert.AreEqual((int)EraseFault.Full, (int)Ask(book, "b.example", EraseCause.Erased, Noon));
        Assert.AreEqual(EraseBook.RequestsMax, Open(flash).All.Length);
        Confirm(book, 2);
        Assert.AreEqual((int)EraseFault.None, (int)Ask(book, "b.example", EraseCause.Erased, Noon));
        Assert.AreEqual(EraseBook.RequestsMax, book.All.Length);
        Assert.AreEqual("a1.example", book.All[0].Place.Text);
        Assert.AreEqual("b.example", Open(flash).All[31].Place.Text);
        Assert.AreEqual((int)EraseFault.None, (int)Ask(book, "c.example", EraseCause.Erased, Noon));
        Assert.AreEqual((int)EraseFault.Full, (int)Ask(book, "d.example", EraseCause.Erased, Noon));
    }

    // Names and paths of full length do not fit 32 times.
    [TestMethod]
    public void Ask_MoreBytesThanFlashHolds_SaysSo_AndKeepsTheOthers()
    {
        FlashModel flash = new FlashModel();
        EraseBook book = Open(flash);
        string label = new string('x', 60);
        string path = "/" + new string('y', ErasePath.LengthMax - 1);
        EraseFault fault = EraseFault.None;
        int kept = -1;

        for (int i = 0; fault == EraseFault.None; i++)
        {
            fault = book.Ask(Place(i.ToString() + "." + label + "." + label + "." + label + ".example", path), EraseCause.Erased, true, new byte[16], Noon);
            kept++;
        }

        Assert.AreEqual((int)EraseFault.Full, (int)fault);
        Assert.IsTrue(kept > 8 && kept < 32, kept.ToString());
        Assert.AreEqual(kept, Open(flash).All.Length);
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Take_ClockUnknown_SendsNothing_AndTheDayBeginsWhenItIsKnown()
    {
        EraseBook book = Open(new FlashModel());
        Ask(book, "metrics.example", EraseCause.Erased, 0);
        book.Turn(0);
        Assert.IsNull(book.Take(0));
        Assert.AreEqual(0, book.All[0].Day);
        book.Turn(Noon);
        Assert.AreEqual((int)(Noon / Day), book.All[0].Day);
        Assert.IsNotNull(book.Take(Noon));
    }

    [TestMethod]
    public void Take_AClockThatWasAhead_KeepsNobodyWaitingForYears()
    {
        FlashModel flash = new FlashModel();
        EraseBook book = Open(flash);
        long ahead = Noon + (400 * Day);
        Ask(book, "metrics.example", EraseCause.Erased, ahead);
        book.Take(ahead);
        book.Begin(ahead, 0);
        book.Turn(Noon);
        Assert.AreEqual((int)(Noon / Day), book.All[0].Day);
        Assert.IsNotNull(book.Take(Noon));
        book.Begin(Noon, 0);
        book.Settle(EraseState.Confirmed, ahead);
        book.Turn(Noon);
        book.Turn(Noon + (30 * Day));
        Assert.AreEqual(0, book.All.Length);
    }

    [TestMethod]
    [Req("DEL-03")]
    public void IsInHand_IsExactlyThatPlace_AndOnlyWhileItIsSent()
    {
        EraseBook book = Open(new FlashModel());
        Ask(book, "metrics.example", EraseCause.Erased, Noon);
        Assert.IsFalse(book.IsInHand(Host("metrics.example"), 443), "nobody sends yet");
        book.Take(Noon);
        Assert.IsTrue(book.IsInHand(Host("metrics.example"), 443));
        Assert.IsFalse(book.IsInHand(Host("metrics.example"), 8443));
        Assert.IsFalse(book.IsInHand(Host("a.metrics.example"), 443));
        Assert.IsFalse(book.IsInHand(Host("stories.example"), 443));
        Assert.IsFalse(book.IsInHand(new HostName(), 443));
        book.Begin(Noon, 0);
        Assert.IsTrue(book.IsInHand(Host("metrics.example"), 443));
        book.Settle(EraseState.Waiting, Noon);
        Assert.IsFalse(book.IsInHand(Host("metrics.example"), 443), "sent");
        Assert.IsNull(book.Take(Noon));
        Assert.IsFalse(book.IsInHand(Host("metrics.example"), 443), "not due");
    }

    [TestMethod]
    [Req("DEF-02")]
    public void Close_BeforeAWipe_ForgetsAll_AndPutsNothingBackIntoFlash()
    {
        FlashModel flash = new FlashModel();
        EraseBook book = Open(flash);
        Ask(book, "metrics.example", EraseCause.Erased, Noon);
        book.Take(Noon);
        book.Begin(Noon, 0);
        book.Close();
        flash.Erase(FlashLayout.DeletesA);
        flash.Erase(FlashLayout.DeletesB);
        Assert.IsFalse(book.IsInHand(Host("metrics.example"), 443));
        book.Settle(EraseState.Confirmed, Noon);
        Assert.AreEqual((int)EraseFault.NotSaved, (int)Ask(book, "metrics.example", EraseCause.Erased, Noon));
        Assert.IsNull(book.Take(Noon + Day));
        Assert.AreEqual(0, flash.Held(FlashLayout.DeletesA).Length + flash.Held(FlashLayout.DeletesB).Length);
        Assert.IsTrue(book.Open(), "nothing is no damage");
        Assert.AreEqual(0, book.All.Length);
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Save_ThatFails_SendsNothing()
    {
        FlashModel flash = new FlashModel();
        EraseBook book = Open(flash);
        Ask(book, "metrics.example", EraseCause.Erased, Noon);
        flash.Break(FlashLayout.DeletesA, FlashFault.Stuck);
        flash.Break(FlashLayout.DeletesB, FlashFault.Stuck);
        Assert.AreEqual((int)EraseFault.NotSaved, (int)Ask(book, "stories.example", EraseCause.Erased, Noon));
        Assert.AreEqual(1, book.All.Length);
        Assert.IsNotNull(book.Take(Noon));
        Assert.IsFalse(book.Begin(Noon, 0));
        Assert.IsFalse(book.IsInHand(Host("metrics.example"), 443));
        Assert.AreEqual(0, book.All[0].Tries);
    }

    internal static Endpoint Place(string host, string path)
    {
        return new Endpoint(
            "metrics", HostPattern.Parse(host, out _)!, 443, Scheme.Https, "Metrics Ltd", Party.Third, "analytics", new string[] { "usage" }, 0, null, path);
    }

    internal static EraseBook Open(FlashModel flash)
    {
        EraseBook book = new EraseBook(flash);
        Assert.IsTrue(book.Open());
        return book;
    }

    internal static EraseFault Ask(EraseBook book, string host, EraseCause cause, long utcSeconds)
    {
        byte[] id = new byte[EraseRequest.IdBytes];
        id[15] = (byte)(1 + book.All.Length);
        return book.Ask(Place(host, "/v1/delete"), cause, true, id, utcSeconds);
    }

    private static void Confirm(EraseBook book, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Assert.IsNotNull(book.Take(Noon));
            Assert.IsTrue(book.Begin(Noon, 0));
            book.Settle(EraseState.Confirmed, Noon);
        }
    }

    private static HostName Host(string text)
    {
        HostName host = new HostName();
        host.Read(text);
        return host;
    }
}
