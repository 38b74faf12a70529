using System;
using ToyGuard.Guard.Sockets;

namespace ToyGuard.Guard.Tests.Sockets;

/// <summary>Goal: sixteen sockets are enough for everybody, whatever one toy does with its share. Method: each rule beside its nearest no; a walk of random guests is in SocketWalkTests.</summary>
[TestClass]
public class SocketBudgetTests
{
    // Three toys and two phones.
    private const int Bear = 1;
    private const int Robot = 2;
    private const int Lamp = 3;
    private const int Phone = 101;
    private const int Tablet = 102;

    [TestMethod]
    [DataRow(16, 3, 3)]
    [DataRow(10, 1, 1)]
    [DataRow(11, 1, 1)]
    [DataRow(12, 1, 2)]
    [DataRow(13, 2, 2)]
    [DataRow(32, 8, 8)]
    [DataRow(1024, 339, 339)]
    public void PlacesOf_Sockets_AThirdForPages(int sockets, int pages, int relays)
    {
        SocketBudget budget = new SocketBudget(sockets);

        Assert.AreEqual(pages, budget.PlacesOf(SocketUse.Page));
        Assert.AreEqual(relays, budget.PlacesOf(SocketUse.Tls));
        Assert.AreEqual(relays, budget.PlacesOf(SocketUse.Plain));
        Assert.IsTrue(SocketBudget.FixedSockets + pages + (relays * SocketBudget.SocketsARelay) <= sockets);
        Assert.IsFalse(budget.IsUnlimited);
    }

    [TestMethod]
    [DataRow(0, 0, 0, 0, 0)]
    [DataRow(0, 0, 0, 1, 1)]
    [DataRow(0, 0, 1, 0, 256)]
    [DataRow(0, 1, 0, 0, 65536)]
    [DataRow(1, 0, 0, 0, 16777216)]
    [DataRow(192, 168, 4, 2, -1062730750)]
    public void HolderOf_Addresses_CountEveryByte(int a, int b, int c, int d, int holder)
    {
        Assert.AreEqual(holder, SocketBudget.HolderOf(new byte[] { (byte)a, (byte)b, (byte)c, (byte)d }));
    }

    // design.md 5, number by number.
    [TestMethod]
    public void PlacesOf_DeviceSockets_AreTheDesigns()
    {
        SocketBudget budget = new SocketBudget(SocketBudget.DeviceSockets);

        Assert.AreEqual(SocketBudget.PagePlaces, budget.PlacesOf(SocketUse.Page));
        Assert.AreEqual(SocketBudget.RelayPlaces, budget.PlacesOf(SocketUse.Tls));
        Assert.AreEqual(SocketBudget.FixedSockets, budget.UsedSockets);

        for (int i = 0; i < 6; i++)
        {
            new Guest().Comes(budget, i < 3 ? SocketUse.Page : SocketUse.Tls, 50 + i, i < 3, 0, out Guest? _);
        }

        Assert.AreEqual(16, budget.UsedSockets);
    }

    [TestMethod]
    [DataRow(-1)]
    [DataRow(1)]
    [DataRow(9)]
    [DataRow(1025)]
    [DataRow(2147483647)]
    public void New_NumberThatNoHubCanDoWith_IsOurMistake(int sockets)
    {
        Check.Throws(typeof(ArgumentOutOfRangeException), () => new SocketBudget(sockets).CountOf(SocketUse.Page));
    }

    [TestMethod]
    public void Take_NoLimit_ServesEverybodyAndNobodyGivesWay()
    {
        SocketBudget budget = new SocketBudget(0);
        Guest[] guests = new Guest[300];

        for (int i = 0; i < guests.Length; i++)
        {
            guests[i] = new Guest();
            Assert.IsTrue(guests[i].Comes(budget, (SocketUse)(i % 3), Bear, false, 1000 * i, out Guest? gaveWay));
            Assert.IsNull(gaveWay);
        }

        Assert.AreEqual(100, budget.CountOf(SocketUse.Plain));
        Assert.AreEqual(SocketBudget.FixedSockets + 100 + (200 * SocketBudget.SocketsARelay), budget.UsedSockets);
        Assert.IsTrue(budget.IsUnlimited);

        for (int i = 0; i < guests.Length; i++)
        {
            Assert.IsTrue(budget.Free(guests[i].Seat));
        }

        Assert.AreEqual(SocketBudget.FixedSockets, budget.UsedSockets);
    }

    [TestMethod]
    [Req("WEB-04")]
    public void Take_PagesOfTheToySide_LeaveOneForHome()
    {
        SocketBudget budget = Device();
        Assert.IsTrue(Opened(budget, SocketUse.Page, Bear, false, 0));
        Assert.IsTrue(Opened(budget, SocketUse.Page, Robot, false, 0));

        // However long they wait: both have a place each, and have said what they want.
        Assert.IsFalse(Opened(budget, SocketUse.Page, Lamp, false, 5000));
        Assert.IsFalse(Opened(budget, SocketUse.Page, Bear, false, 5000));
        Assert.IsTrue(Opened(budget, SocketUse.Page, Phone, true, 5000));
        Assert.IsFalse(Opened(budget, SocketUse.Page, Tablet, true, 5000));
        Assert.AreEqual(3, budget.CountOf(SocketUse.Page));
    }

    [TestMethod]
    [Req("WEB-04")]
    public void Take_PagesOfTheHomeSide_MayBeAllButGiveWayToAToy()
    {
        SocketBudget budget = Device();
        Assert.IsTrue(Opened(budget, SocketUse.Page, Phone, true, 0));
        Assert.IsTrue(Opened(budget, SocketUse.Page, Phone, true, 0));
        Assert.IsTrue(Opened(budget, SocketUse.Page, Tablet, true, 0));

        Assert.IsTrue(new Guest().Comes(budget, SocketUse.Page, Bear, false, 10, out Guest? gaveWay));
        Assert.AreEqual(Phone, gaveWay!.Holder);

        // Now that each has one, home keeps its two.
        Assert.IsFalse(new Guest().Comes(budget, SocketUse.Page, Robot, 200));
    }

    [TestMethod]
    [Req("WEB-04")]
    [DataRow((int)SocketUse.Page)]
    [DataRow((int)SocketUse.Tls)]
    [DataRow((int)SocketUse.Plain)]
    public void Take_HolderWithMoreThanOne_GivesOneToAHolderWithNone(int use)
    {
        SocketBudget budget = Device();
        Guest[] greedy = Fill(budget, (SocketUse)use, Robot);

        // At once, and although every one of them is open and busy.
        Assert.IsTrue(new Guest().Comes(budget, (SocketUse)use, Lamp, false, 1, out Guest? gaveWay));
        Assert.AreEqual(Robot, gaveWay!.Holder);
        Assert.AreEqual(1, gaveWay.ToldToGiveWay);
        Assert.AreEqual(greedy.Length, budget.CountOf((SocketUse)use));

        // Its own newcomers get none.
        Assert.IsFalse(new Guest().Comes(budget, (SocketUse)use, Robot, 1));
    }

    [TestMethod]
    public void Take_TheOneWhoHasToGiveWay_IsTheOldestUnopenedElseTheIdlest()
    {
        SocketBudget budget = Device();
        Guest first = Sits(budget, SocketUse.Tls, Robot, 0);
        Guest second = Sits(budget, SocketUse.Tls, Robot, 10);
        Guest third = Sits(budget, SocketUse.Tls, Robot, 20);
        first.Opens(budget);
        budget.Moved(first.Seat, 25);

        Assert.IsTrue(new Guest().Comes(budget, SocketUse.Tls, Bear, false, 30, out Guest? gaveWay));
        Assert.IsTrue(gaveWay == second, "the older of two that are not open");

        third.Opens(budget);
        budget.Moved(third.Seat, 24);
        Assert.IsTrue(new Guest().Comes(budget, SocketUse.Tls, Lamp, false, 30, out gaveWay));
        Assert.IsTrue(gaveWay == third, "it moved something earlier");
    }

    [TestMethod]
    [Req("WEB-04")]
    [DataRow((int)SocketUse.Page, 250, false)]
    [DataRow((int)SocketUse.Page, 251, true)]
    [DataRow((int)SocketUse.Tls, 250, false)]
    [DataRow((int)SocketUse.Tls, 251, true)]
    [DataRow((int)SocketUse.Plain, 250, false)]
    [DataRow((int)SocketUse.Plain, 251, true)]
    public void Take_UnopenedForTooLong_GivesWay(int use, int afterMs, bool isServed)
    {
        SocketBudget budget = Device();
        Guest[] seated = Distinct(budget, (SocketUse)use);

        for (int i = 1; i < seated.Length; i++)
        {
            seated[i].Opens(budget);
        }

        Assert.AreEqual(isServed, new Guest().Comes(budget, (SocketUse)use, Lamp, false, afterMs, out Guest? gaveWay));
        Assert.AreEqual(isServed, gaveWay == seated[0]);
    }

    // One address keeps at most one that says nothing while another waits; and who has nothing to wait for pushes nobody out.
    [TestMethod]
    [Req("WEB-04")]
    public void Take_NewcomerOfAHolderWithAsMany_PushesOutOnlyItsOwn()
    {
        SocketBudget budget = Device();
        Guest slow = Sits(budget, SocketUse.Page, Bear, 0);
        Guest flood = Sits(budget, SocketUse.Page, Robot, 100);

        // The flood goes on, and meets itself only, although the other has waited longer.
        Assert.IsTrue(new Guest().Comes(budget, SocketUse.Page, Robot, false, 1000, out Guest? gaveWay));
        Assert.IsTrue(gaveWay == flood);
        Assert.IsFalse(new Guest().Comes(budget, SocketUse.Page, Robot, 1250), "nor its own, before its time");
        Assert.AreEqual(0, slow.ToldToGiveWay);
    }

    [TestMethod]
    [Req("WEB-04")]
    public void Take_HolderWithFewer_TakesOneThatSaysNothing()
    {
        SocketBudget budget = Device();
        Sits(budget, SocketUse.Tls, Bear, 0).Opens(budget);
        Guest silent = Sits(budget, SocketUse.Tls, Robot, 0);
        Sits(budget, SocketUse.Tls, Robot, 0).Opens(budget);

        // A second one for the bear: the robot has two, and one of them is not open yet.
        Assert.IsFalse(new Guest().Comes(budget, SocketUse.Tls, Bear, 250));
        Assert.IsTrue(new Guest().Comes(budget, SocketUse.Tls, Bear, false, 251, out Guest? gaveWay));
        Assert.IsTrue(gaveWay == silent);

        // Open ones of somebody who has only one more are safe.
        Assert.IsFalse(new Guest().Comes(budget, SocketUse.Tls, Robot, 252));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void Take_Tls_IsSureOfTwo(int already)
    {
        SocketBudget budget = Device();
        Guest[] plain = new Guest[3 - already];

        for (int i = 0; i < already; i++)
        {
            Sits(budget, SocketUse.Tls, 50 + i, 0).Opens(budget);
        }

        for (int i = 0; i < plain.Length; i++)
        {
            plain[i] = Sits(budget, SocketUse.Plain, 60 + i, i);
            plain[i].Opens(budget);
            budget.Moved(plain[i].Seat, 100 - i);
        }

        // The plain one that moved nothing for the longest gives way, although nobody has two.
        Assert.IsTrue(new Guest().Comes(budget, SocketUse.Tls, Bear, false, 100, out Guest? gaveWay));
        Assert.IsTrue(gaveWay == plain[plain.Length - 1]);
        Assert.AreEqual(already + 1, budget.CountOf(SocketUse.Tls));
    }

    [TestMethod]
    public void Take_TlsThatHasItsTwo_LeavesThePlainOne()
    {
        SocketBudget budget = Device();
        Sits(budget, SocketUse.Tls, Bear, 0).Opens(budget);
        Sits(budget, SocketUse.Tls, Robot, 0).Opens(budget);
        Sits(budget, SocketUse.Plain, Phone, 0).Opens(budget);

        Assert.IsFalse(new Guest().Comes(budget, SocketUse.Tls, Lamp, 5000));
    }

    [TestMethod]
    public void Take_TlsOfAToyWithAPlainOne_TakesThatOnesPlace()
    {
        SocketBudget budget = Device();
        Guest own = Sits(budget, SocketUse.Plain, Bear, 0);
        own.Opens(budget);
        Sits(budget, SocketUse.Plain, Robot, 0).Opens(budget);
        Sits(budget, SocketUse.Plain, Lamp, 0).Opens(budget);

        Assert.IsTrue(new Guest().Comes(budget, SocketUse.Tls, Bear, false, 1, out Guest? gaveWay));
        Assert.IsTrue(gaveWay == own, "nobody else loses his only one to somebody who has one");
    }

    [TestMethod]
    public void Take_Third_IsForTlsOrPlainWhoeverComes()
    {
        SocketBudget budget = Device();
        Sits(budget, SocketUse.Tls, Bear, 0).Opens(budget);
        Sits(budget, SocketUse.Tls, Robot, 0).Opens(budget);
        Guest third = Sits(budget, SocketUse.Tls, Lamp, 0);
        third.Opens(budget);

        // Each has one: a plain request waits.
        Assert.IsFalse(new Guest().Comes(budget, SocketUse.Plain, Phone, 5000));
        Assert.IsTrue(budget.Free(third.Seat));
        Assert.IsTrue(new Guest().Comes(budget, SocketUse.Plain, Phone, 5000));
    }

    [TestMethod]
    public void Take_PagesAndRelays_DoNotShare()
    {
        SocketBudget budget = Device();
        Fill(budget, SocketUse.Page, Bear);
        Sits(budget, SocketUse.Tls, Bear, 0);

        // Two pages do not make the bear give up its relay, nor the other way round.
        Assert.IsTrue(new Guest().Comes(budget, SocketUse.Tls, Robot, false, 0, out Guest? gaveWay));
        Assert.IsNull(gaveWay);
        Assert.IsTrue(new Guest().Comes(budget, SocketUse.Page, Robot, false, 0, out gaveWay));
        Assert.AreEqual((int)SocketUse.Page, (int)gaveWay!.Use);
    }

    [TestMethod]
    public void Free_SeatThatGaveWay_IsFreedOnceAndCanBeUsedAgain()
    {
        SocketBudget budget = Device();
        Guest[] greedy = Fill(budget, SocketUse.Page, Robot);
        Guest honest = new Guest();
        Assert.IsFalse(budget.HasGivenWay(greedy[0].Seat));
        Assert.IsTrue(honest.Comes(budget, SocketUse.Page, Bear, false, 0, out Guest? gaveWay));
        Assert.IsTrue(gaveWay == greedy[0]);
        Assert.IsTrue(budget.HasGivenWay(greedy[0].Seat));

        Assert.IsFalse(budget.Free(greedy[0].Seat));
        Assert.IsFalse(budget.HasGivenWay(greedy[0].Seat));
        Assert.AreEqual(2, budget.CountOf(SocketUse.Page), "the place was counted out once");
        Check.Throws(typeof(InvalidOperationException), () => budget.Free(greedy[0].Seat));

        Assert.IsTrue(budget.Free(greedy[1].Seat));
        Assert.IsTrue(greedy[0].Comes(budget, SocketUse.Page, Lamp, 0));
        Assert.IsTrue(budget.Free(greedy[0].Seat));
        Assert.IsTrue(budget.Free(honest.Seat));
        Assert.AreEqual(0, budget.CountOf(SocketUse.Page));
    }

    [TestMethod]
    public void Take_SeatThatIsNotFree_IsOurMistake()
    {
        SocketBudget budget = Device();
        Guest[] greedy = Fill(budget, SocketUse.Page, Robot);
        Check.Throws(typeof(InvalidOperationException), () => greedy[1].Comes(budget, SocketUse.Page, Robot, 0));

        // Not one that gave way either, before its owner has freed it.
        new Guest().Comes(budget, SocketUse.Page, Bear, 0);
        Check.Throws(typeof(InvalidOperationException), () => greedy[0].Comes(budget, SocketUse.Page, Robot, 0));
        Check.Throws(typeof(InvalidOperationException), () => budget.Free(new Guest().Seat));
    }

    // Two hundred connections that say nothing, again and again; somebody honest comes in between.
    [TestMethod]
    [Req("WEB-04")]
    [DataRow((int)SocketUse.Page)]
    [DataRow((int)SocketUse.Tls)]
    [DataRow((int)SocketUse.Plain)]
    public void Take_FloodOfOneAddress_NeverKeepsAnotherOut(int use)
    {
        SocketBudget budget = Device();
        int now = 0;

        for (int round = 0; round < 20; round++)
        {
            for (int i = 0; i < 200; i++)
            {
                now += 3;
                Guest flood = new Guest();

                if (flood.Comes(budget, (SocketUse)use, Robot, false, now, out Guest? own))
                {
                    Assert.IsTrue(own is null || own.Holder == Robot);
                    Free(budget, own);

                    if (round % 2 == 1)
                    {
                        // In the odd rounds they say their heads, and then nothing more.
                        flood.Opens(budget);
                    }
                }
            }

            Guest honest = new Guest();
            Assert.IsTrue(honest.Comes(budget, (SocketUse)use, Lamp, false, now, out Guest? gaveWay), "round " + round.ToString());
            Assert.AreEqual(Robot, gaveWay!.Holder);
            Free(budget, gaveWay);
            honest.Opens(budget);

            // While it is served, the flood goes on.
            for (int i = 0; i < 50; i++)
            {
                now += 20;

                if (new Guest().Comes(budget, (SocketUse)use, Robot, false, now, out Guest? other))
                {
                    Free(budget, other);
                }
            }

            Assert.IsTrue(budget.Free(honest.Seat));
        }
    }

    private static SocketBudget Device()
    {
        return new SocketBudget(SocketBudget.DeviceSockets);
    }

    private static void Free(SocketBudget budget, Guest? guest)
    {
        if (guest is not null)
        {
            budget.Free(guest.Seat);
        }
    }

    private static bool Opened(SocketBudget budget, SocketUse use, int holder, bool isHomeSide, int nowMs)
    {
        Guest guest = new Guest();

        if (!guest.Comes(budget, use, holder, isHomeSide, nowMs, out Guest? _))
        {
            return false;
        }

        guest.Opens(budget);

        return true;
    }

    private static Guest Sits(SocketBudget budget, SocketUse use, int holder, int nowMs)
    {
        Guest guest = new Guest();
        Assert.IsTrue(guest.Comes(budget, use, holder, nowMs));

        return guest;
    }

    // Every place that one toy can have, all of them open.
    private static Guest[] Fill(SocketBudget budget, SocketUse use, int holder)
    {
        Guest[] guests = new Guest[use == SocketUse.Page ? 2 : 3];

        for (int i = 0; i < guests.Length; i++)
        {
            guests[i] = Sits(budget, use, holder, 0);
            guests[i].Opens(budget);
        }

        return guests;
    }

    // Every place that toys can have, a toy each.
    private static Guest[] Distinct(SocketBudget budget, SocketUse use)
    {
        Guest[] guests = new Guest[use == SocketUse.Page ? 2 : 3];

        for (int i = 0; i < guests.Length; i++)
        {
            guests[i] = Sits(budget, use, 50 + i, 0);
        }

        return guests;
    }
}
