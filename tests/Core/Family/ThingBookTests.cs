using ToyGuard.Core.Family;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Family;

/// <summary>Goal: a thing is the toy that a guardian said, after every start, until it is parted from it; nobody else's is anybody's.</summary>
[TestClass]
public class ThingBookTests
{
    [TestMethod]
    [Req("EGR-10")]
    public void Join_AfterAStart_IsThatToy()
    {
        FlashModel flash = new FlashModel();
        ThingBook book = Open(flash, "Bear", "Lamp");
        Assert.AreEqual(0, book.ToyOf(Station(1)), "nobody introduced it");
        Assert.IsTrue(book.Join(Station(1), "Lamp"));
        Assert.IsTrue(book.Join(Station(2), "Robot"), "one without a maker's list");
        Assert.AreEqual(2, book.ToyOf(Station(1)));
        Assert.AreEqual(3, book.ToyOf(Station(2)), "the next number");
        Assert.IsTrue(book.Has("Lamp"));
        Assert.IsFalse(book.Has("Bear"));

        book = new ThingBook(flash);
        DeclaredToy[] toys = book.With(Carried("Bear", "Lamp"));
        Assert.AreEqual(3, toys.Length);
        Assert.AreEqual("Robot", toys[2].Name);
        Assert.IsTrue(HomeManifest.Is(toys[2].Manifest));
        Assert.AreEqual(2, book.ToyOf(Station(1)));
        Assert.AreEqual(3, book.ToyOf(Station(2)));
        Assert.AreEqual(0, book.ToyOf(Station(3)));
    }

    [TestMethod]
    [Req("EGR-10")]
    public void Join_AThingThatIsAToy_MovesIt_AndAToyMayHaveSeveral()
    {
        FlashModel flash = new FlashModel();
        ThingBook book = Open(flash, "Bear", "Lamp");
        Assert.IsTrue(book.Join(Station(1), "Bear"));
        Assert.IsTrue(book.Join(Station(1), "Lamp"));
        Assert.IsTrue(book.Join(Station(2), "Lamp"));
        Assert.AreEqual(2, book.All.Length, "at most one toy an address");
        book = Open(flash, "Bear", "Lamp");
        Assert.AreEqual(2, book.ToyOf(Station(1)));
        Assert.AreEqual(2, book.ToyOf(Station(2)));
        Assert.IsFalse(book.Has("Bear"));
    }

    [TestMethod]
    [Req("DEL-01")]
    public void PartAndForget_LeaveNothingOfIt()
    {
        FlashModel flash = new FlashModel();
        ThingBook book = Open(flash, "Bear");
        Assert.IsTrue(book.Join(Station(1), "Bear"));
        Assert.IsTrue(book.Join(Station(2), "Robot"));
        Assert.IsTrue(book.Join(Station(3), "Robot"));
        Assert.IsTrue(book.Part(Station(1)));
        Assert.IsTrue(book.Part(Station(9)), "nobody's before");
        Assert.AreEqual(0, Open(flash, "Bear").ToyOf(Station(1)));
        Assert.IsTrue(book.Part(Station(2)));
        Assert.AreEqual(2, Open(flash, "Bear").ToyOf(Station(3)), "the toy stays");
        Assert.IsTrue(book.Part(Station(3)));
        Assert.AreEqual(2, new ThingBook(flash).With(Carried("Bear")).Length, "also without a thing");
        Assert.IsTrue(book.Join(Station(3), "Robot"));
        Assert.IsTrue(book.Forget("Robot"));
        Assert.IsTrue(book.Forget("Nobody"));
        Assert.AreEqual(0, book.ToyOf(Station(3)));
        book = new ThingBook(flash);
        Assert.AreEqual(1, book.With(Carried("Bear")).Length);
        Assert.AreEqual(0, book.ToyOf(Station(3)));
        Assert.AreEqual(0, book.All.Length);
    }

    [TestMethod]
    public void Join_Unfit_IsRefused_AndChangesNothing()
    {
        FlashModel flash = new FlashModel();
        ThingBook book = Open(flash, "Bear");
        byte[] group = Station(1);
        group[0] |= 1;
        Assert.IsFalse(book.Join(group, "Bear"), "of a group");
        Assert.IsFalse(book.Join(new byte[ThingBook.HardwareBytes], "Bear"), "of nobody");
        Assert.IsFalse(book.Join(new byte[5], "Bear"), "too short");
        Assert.IsFalse(book.Join(Station(1), ""), "no name");
        Assert.IsFalse(book.Join(Station(1), " Bear"), "a blank before it");
        Assert.AreEqual(0, flash.Held(FlashLayout.ThingsA).Length);
        flash.Break(FlashLayout.ThingsA, FlashFault.Stuck);
        flash.Break(FlashLayout.ThingsB, FlashFault.Stuck);
        Assert.IsFalse(book.Join(Station(1), "Bear"), "flash");
        Assert.IsFalse(book.Join(Station(1), "Robot"), "flash");
        Assert.AreEqual(0, book.ToyOf(Station(1)));
        Assert.AreEqual(0, book.All.Length);
    }

    [TestMethod]
    [Req("EGR-10")]
    public void Join_ThirtyTwoToys_OfTheLongestNames_AndSixtyFourThings_FitAndNoMore()
    {
        FlashModel flash = new FlashModel();
        ThingBook book = Open(flash, "Bear");

        for (int i = 1; i <= 31; i++)
        {
            Assert.IsTrue(book.Join(Station(i), LongName(i)), LongName(i));
        }

        Assert.IsFalse(book.Join(Station(32), LongName(32)), "a thirty-third toy");

        for (int i = 32; i <= 64; i++)
        {
            Assert.IsTrue(book.Join(Station(i), i % 2 == 0 ? "Bear" : LongName(i - 32)), i.ToString());
        }

        Assert.IsFalse(book.Join(Station(65), "Bear"), "a sixty-fifth thing");
        Assert.IsTrue(book.Join(Station(64), LongName(5)), "but one may be another toy");
        book = new ThingBook(flash);
        Assert.AreEqual(32, book.With(Carried("Bear")).Length);

        for (int i = 1; i <= 31; i++)
        {
            Assert.AreEqual(i + 1, book.ToyOf(Station(i)), LongName(i));
        }

        Assert.AreEqual(0, book.ToyOf(Station(65)));
    }

    [TestMethod]
    public void With_AListThatTheDeviceCarriesNow_IsThatToyAndNoOther()
    {
        FlashModel flash = new FlashModel();
        ThingBook book = Open(flash, "Bear");
        Assert.IsTrue(book.Join(Station(1), "Robot"));
        Assert.IsTrue(book.Join(Station(2), "Lamp"));
        book = new ThingBook(flash);
        DeclaredToy[] toys = book.With(Carried("Robot", "Bear"));
        Assert.AreEqual(3, toys.Length);
        Assert.IsFalse(HomeManifest.Is(toys[0].Manifest));
        Assert.AreEqual(1, book.ToyOf(Station(1)));
        Assert.AreEqual(3, book.ToyOf(Station(2)));
    }

    [TestMethod]
    public void ToyOf_AToyThatIsCarriedNoMore_IsNobodys_AndJoinsAnew()
    {
        FlashModel flash = new FlashModel();
        ThingBook book = Open(flash, "Bear", "Lamp");
        Assert.IsTrue(book.Join(Station(1), "Lamp"));
        book = Open(flash, "Bear");
        Assert.AreEqual(0, book.ToyOf(Station(1)));
        Assert.IsTrue(book.Join(Station(1), "Bear"));
        Assert.AreEqual(1, Open(flash, "Bear").ToyOf(Station(1)));
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Close_KeepsNothing_UntilItIsOpenedAgain()
    {
        FlashModel flash = new FlashModel();
        ThingBook book = Open(flash, "Bear");
        Assert.IsTrue(book.Join(Station(1), "Bear"));
        book.Close();
        Assert.AreEqual(0, book.ToyOf(Station(1)));
        Assert.IsFalse(book.Join(Station(2), "Bear"), "nothing comes back into flash behind a wipe");
        book.With(Carried("Bear"));
        Assert.IsTrue(book.Join(Station(2), "Bear"));
    }

    private static ThingBook Open(FlashModel flash, params string[] carried)
    {
        ThingBook book = new ThingBook(flash);
        book.With(Carried(carried));
        return book;
    }

    private static DeclaredToy[] Carried(params string[] names)
    {
        DeclaredToy[] toys = new DeclaredToy[names.Length];

        for (int i = 0; i < names.Length; i++)
        {
            toys[i] = new DeclaredToy(
                names[i], new Manifest("m", names[i], "Toys", "", "", "2031-12-31", AgeBand.Under9, new Endpoint[0], new SensorUse[0], new string[0]));
        }

        return toys;
    }

    private static byte[] Station(int last)
    {
        return new byte[] { 2, 0, 0x5E, 0, 0x53, (byte)last };
    }

    private static string LongName(int number)
    {
        return "A toy with as long a name as " + (100 + number).ToString();
    }
}
