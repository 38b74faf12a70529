using ToyGuard.Core.Family;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Family;

/// <summary>Goal: a child's question is one waiting item until a guardian answers it once or its day ends, and a yes does nothing by itself.</summary>
[TestClass]
public class RequestBookTests
{
    private const int Day = 20500;
    private const int Noon = 12 * 60;

    [TestMethod]
    [Req("PCTL-08")]
    public void Ask_OneWaiting_AnsweredOnce_ToldUntilMidnight()
    {
        FlashModel flash = new FlashModel();
        RequestBook book = Open(flash);
        Assert.AreEqual((int)RequestFault.None, Ask(book, "Bear", RequestKind.More, 0, Noon));
        Assert.AreEqual(1, book.WaitingOf(At(Noon)));
        Assert.AreEqual(1, book.Of(At(Noon)).Length);
        ChildRequest? asked = book.Newest("Bear", At(Noon));
        Assert.AreEqual((int)RequestState.Waiting, (int)asked!.State);
        Assert.AreEqual((int)RequestDeed.GiveBonus, (int)asked.Deed);
        Assert.AreEqual((int)RequestFault.None, (int)book.Answer(asked.Number, true, 15, At(Noon + 1)));
        Assert.AreEqual((int)RequestFault.NotWaiting, (int)book.Answer(asked.Number, true, 15, At(Noon + 1)));
        Assert.AreEqual((int)RequestFault.NotWaiting, (int)book.Answer(asked.Number, false, 0, At(Noon + 1)));
        book = Open(flash);
        asked = book.Newest("Bear", At(1439));
        Assert.AreEqual((int)RequestState.Yes, (int)asked!.State);
        Assert.AreEqual(15, asked.Minutes);
        Assert.AreEqual(0, book.WaitingOf(At(1439)));
        Assert.IsNull(book.Newest("Bear", At(1440)));
        Assert.IsNull(book.Newest("Lamp", At(1439)));
    }

    [TestMethod]
    [Req("PCTL-08")]
    public void Ask_SecondWithinTenMinutes_IsRefused_AcrossMidnightToo()
    {
        FlashModel flash = new FlashModel();
        RequestBook book = Open(flash);
        Assert.AreEqual((int)RequestFault.None, Ask(book, "Bear", RequestKind.More, 0, 1435));
        Assert.AreEqual((int)RequestFault.TooSoon, Ask(book, "Bear", RequestKind.Change, 1, 1439));
        Assert.AreEqual((int)RequestFault.None, Ask(book, "Lamp", RequestKind.More, 0, 1439));
        book.Turn(At(1440));
        book = Open(flash);
        Assert.AreEqual((int)RequestFault.TooSoon, Ask(book, "Bear", RequestKind.Change, 1, 1444));
        Assert.AreEqual((int)RequestFault.None, Ask(book, "Bear", RequestKind.Change, 1, 1445));
    }

    [TestMethod]
    public void Ask_TheSameThatWaits_IsOne()
    {
        RequestBook book = Open(new FlashModel());
        Assert.AreEqual((int)RequestFault.None, Ask(book, "Bear", RequestKind.Open, 7, Noon));
        Assert.AreEqual((int)RequestFault.AlreadyAsked, Ask(book, "Bear", RequestKind.Open, 7, Noon + 10));
        Assert.AreEqual((int)RequestFault.None, Ask(book, "Bear", RequestKind.Open, 8, Noon + 10));
    }

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(1, 1)]
    [DataRow(3, 0)]
    [DataRow(3, 5)]
    [DataRow(4, 0)]
    public void Ask_WhatIsNone_IsUnfit(int kind, int what)
    {
        Assert.AreEqual((int)RequestFault.Unfit, Ask(Open(new FlashModel()), "Bear", (RequestKind)kind, what, Noon));
    }

    [TestMethod]
    public void Ask_WithoutAClock_IsRefused_AndNothingIsShown()
    {
        FlashModel flash = new FlashModel();
        RequestBook book = Open(flash);
        Assert.AreEqual((int)RequestFault.ClockUnknown, (int)book.Ask("Bear", RequestKind.More, 0, default));
        Ask(book, "Bear", RequestKind.More, 0, Noon);
        book = Open(flash);
        book.Turn(default);
        Assert.AreEqual(0, book.Of(default).Length);
        Assert.AreEqual((int)RequestFault.ClockUnknown, (int)book.Answer(1, true, 15, default));
        Assert.AreEqual(1, book.Of(At(Noon + 2)).Length);
    }

    [TestMethod]
    public void Ask_MoreThanEight_RefusesTheNinth_AnAnsweredOneMakesRoom()
    {
        RequestBook book = Open(new FlashModel());

        for (int i = 0; i < RequestBook.RequestsMax; i++)
        {
            Assert.AreEqual((int)RequestFault.None, Ask(book, "Toy " + i.ToString(), RequestKind.More, 0, Noon));
        }

        Assert.AreEqual((int)RequestFault.Full, Ask(book, "Bear", RequestKind.More, 0, Noon + 20));
        Assert.AreEqual((int)RequestFault.None, (int)book.Answer(3, false, 0, At(Noon + 20)));
        Assert.AreEqual((int)RequestFault.None, Ask(book, "Bear", RequestKind.More, 0, Noon + 20));
        Assert.AreEqual(8, book.WaitingOf(At(Noon + 20)));
        Assert.IsNull(book.Newest("Toy 2", At(Noon + 20)));
        Assert.AreEqual(9, book.Newest("Bear", At(Noon + 20))!.Number);
    }

    // kind, yes, minutes, fits
    [TestMethod]
    [DataRow(1, true, 15, true)]
    [DataRow(1, true, 60, true)]
    [DataRow(1, true, 61, false)]
    [DataRow(1, true, 0, false)]
    [DataRow(1, true, -1, false)]
    [DataRow(1, false, 0, true)]
    [DataRow(1, false, 15, false)]
    [DataRow(2, true, 60, true)]
    [DataRow(2, true, 1440, true)]
    [DataRow(2, true, 0, true)]
    [DataRow(2, true, 61, false)]
    [DataRow(2, false, 0, true)]
    [DataRow(3, true, 0, true)]
    [DataRow(3, true, 15, false)]
    public void Answer_MinutesMustFitTheKind(int kind, bool isYes, int minutes, bool isFit)
    {
        RequestBook book = Open(new FlashModel());
        Ask(book, "Bear", (RequestKind)kind, kind == 3 ? 1 : 0, Noon);
        RequestFault fault = book.Judge(1, isYes, minutes, At(Noon), out ChildRequest? request);
        Assert.AreEqual(isFit ? (int)RequestFault.None : (int)RequestFault.Unfit, (int)fault);
        Assert.AreEqual(isFit, request is not null);
        Assert.AreEqual((int)fault, (int)book.Answer(1, isYes, minutes, At(Noon)));
        Assert.AreEqual(isFit ? 0 : 1, book.WaitingOf(At(Noon)));
    }

    [TestMethod]
    public void Numbers_GoOnAfterMidnight_SoThatAnOldPageAnswersNothing()
    {
        RequestBook book = Open(new FlashModel());
        Ask(book, "Bear", RequestKind.More, 0, Noon);
        Ask(book, "Bear", RequestKind.Change, 1, 1440 + Noon);
        Assert.AreEqual((int)RequestFault.NotWaiting, (int)book.Answer(1, true, 15, At(1440 + Noon)));
        Assert.AreEqual(2, book.Newest("Bear", At(1440 + Noon))!.Number);
    }

    [TestMethod]
    [Req("PCTL-08")]
    public void Midnight_OnceSeen_NoClockRevivesIt()
    {
        FlashModel flash = new FlashModel();
        RequestBook book = Open(flash);
        Ask(book, "Bear", RequestKind.More, 0, 1436);
        book.Turn(At(1441));
        Assert.AreEqual(0, book.Of(At(1437)).Length);
        book = Open(flash);
        Assert.AreEqual(0, book.Of(At(1437)).Length);
        Assert.AreEqual((int)RequestFault.NotWaiting, (int)book.Answer(1, true, 15, At(1437)));
    }

    [TestMethod]
    public void Save_ThatFails_ChangesNothing()
    {
        FlashModel flash = new FlashModel();
        RequestBook book = Open(flash);
        Ask(book, "Bear", RequestKind.More, 0, Noon);
        flash.Break(FlashLayout.RequestsA, FlashFault.Stuck);
        flash.Break(FlashLayout.RequestsB, FlashFault.Stuck);
        Assert.AreEqual((int)RequestFault.NotSaved, Ask(book, "Lamp", RequestKind.More, 0, Noon));
        Assert.AreEqual((int)RequestFault.NotSaved, (int)book.Answer(1, true, 15, At(Noon)));
        Assert.AreEqual(1, book.Of(At(Noon)).Length);
        Assert.AreEqual(1, book.WaitingOf(At(Noon)));
    }

    internal static Moment At(int minuteOfDay)
    {
        return Moment.FromLocalSeconds((Day * 86400L) + (minuteOfDay * 60L));
    }

    private static RequestBook Open(FlashModel flash)
    {
        RequestBook book = new RequestBook(flash);
        book.Open();
        return book;
    }

    private static int Ask(RequestBook book, string toy, RequestKind kind, int what, int minuteOfDay)
    {
        return (int)book.Ask(toy, kind, what, At(minuteOfDay));
    }
}
