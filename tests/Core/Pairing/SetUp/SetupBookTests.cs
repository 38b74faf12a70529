using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Pairing.SetUp;

/// <summary>Goal: what is remembered is the newest four, and every byte at which the power can go leaves the state before or after a change, never another.</summary>
[TestClass]
public class SetupBookTests
{
    private const string Key = "sunny-day-42";

    [TestMethod]
    public void KeepJoined_NewestFirst_FourAtMost()
    {
        SetupBook book = Joined(new FlashModel(), "One", "Two", "Three", "Four", "Five");
        Assert.AreEqual("Five Four Three Two", Names(book));
        Join(book, "Three");
        Assert.AreEqual("Three Five Four Two", Names(book));
        Assert.AreEqual("Three Five Four Two", Names(Joined(new FlashModel(), "Two", "Four", "Five", "Three")));
    }

    [TestMethod]
    public void Open_AfterASave_IsTheSame()
    {
        FlashModel flash = new();
        SetupBook book = Joined(flash, "One", "Two");
        Assert.IsTrue(book.Keep(SetupJob.Waiting("Three", Key, 2)));
        SetupBook again = Open(flash);
        Assert.AreEqual("Two One", Names(again));
        Assert.AreEqual("Three", again.Job!.Ssid);
        Assert.AreEqual(Key, again.Job.Key);
        Assert.AreEqual(2, again.Job.Begun);
        Assert.IsFalse(again.Job.IsDone);
        Assert.IsTrue(book.Keep(SetupJob.Done("Three", WifiFault.Wpa3)));
        again = Open(flash);
        Assert.IsTrue(again.Job!.IsDone);
        Assert.AreEqual((int)WifiFault.Wpa3, (int)again.Job.Fault);
        Assert.AreEqual("", again.Job.Key);
        Assert.IsTrue(book.Keep(null));
        Assert.IsNull(Open(flash).Job);
    }

    // What nobody tried stands behind what works, and takes its place never.
    [TestMethod]
    public void Add_StandsBehindTheNewest_AndKeepsTheJoined()
    {
        SetupBook book = Open(new FlashModel());
        Assert.IsTrue(book.Add(new KnownNetwork("Farm", Key), ""));
        Assert.AreEqual("Farm", Names(book));
        book = Joined(new FlashModel(), "One", "Two", "Three", "Four");
        Assert.IsTrue(book.Add(new KnownNetwork("Farm", Key), "Four"));
        Assert.AreEqual("Four Farm Three Two", Names(book));
        Assert.IsTrue(book.Add(new KnownNetwork("Barn", Key), "Two"));
        Assert.AreEqual("Four Barn Farm Two", Names(book));
        Assert.IsTrue(book.Add(new KnownNetwork("Farm", "another-key"), "Two"));
        Assert.AreEqual("Four Farm Barn Two", Names(book));
        Assert.AreEqual("another-key", book.Networks[1].Key);
        Assert.IsFalse(book.Add(new KnownNetwork("Two", "another-key"), "Two"));
        Assert.AreEqual(Key, book.Networks[3].Key);
    }

    [TestMethod]
    [Req("PAIR-05")]
    public void OpenNetwork_WithTheNameOfAProtectedOne_IsALookAlike()
    {
        SetupBook book = Joined(new FlashModel(), "One");
        Assert.IsTrue(book.IsLookAlike("One", ""));
        Assert.IsFalse(book.IsLookAlike("One", "another-key"));
        Assert.IsFalse(book.IsLookAlike("Two", ""));
        Assert.IsFalse(book.Add(new KnownNetwork("One", ""), "Two"));
        Assert.IsTrue(book.Add(new KnownNetwork("Two", ""), "One"));
        Assert.IsFalse(book.IsLookAlike("Two", ""));
        Assert.IsTrue(book.Add(new KnownNetwork("Two", Key), "One"));
        Assert.IsTrue(book.IsLookAlike("Two", ""));
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Forget_LeavesNoKeyInAnyArea()
    {
        FlashModel flash = new();
        SetupBook book = Joined(flash, "One", "Two");
        Assert.IsTrue(book.Forget());
        Assert.AreEqual("", Names(book));
        Assert.AreEqual(0, flash.Held(FlashLayout.SetupA).Length);
        Assert.AreEqual(0, flash.Held(FlashLayout.SetupB).Length);
        Assert.AreEqual("", Names(Open(flash)));
    }

    // Written over before it is emptied: one call that fails leaves no key where all is said to be gone.
    [TestMethod]
    [Req("DEL-01")]
    public void Forget_WithAFailingCall_LeavesNoKeyOrSaysSo()
    {
        FlashModel before = new();
        Joined(before, "One", "Two");
        bool wasKept = false;

        for (int call = 0; call < 60; call++)
        {
            FlashModel flash = new();
            flash.CopyFrom(before);
            SetupBook book = Open(flash);
            flash.FailAt(call);
            bool isGone = book.Forget();
            bool isKept = HasKey(flash.Held(FlashLayout.SetupA)) || HasKey(flash.Held(FlashLayout.SetupB));
            Assert.IsFalse(isGone && isKept, "call " + call);
            wasKept = wasKept || isKept;
        }

        Assert.IsFalse(wasKept);
    }

    [TestMethod]
    public void Save_ThatFlashRefuses_ChangesNothing()
    {
        FlashModel flash = new();
        SetupBook book = Joined(flash, "One");
        flash.Break(FlashLayout.SetupA, FlashFault.ProgramFails);
        flash.Break(FlashLayout.SetupB, FlashFault.ProgramFails);
        Assert.IsFalse(book.Keep(SetupJob.Waiting("Two", Key, 0)));
        Assert.IsTrue(book.Job is not null && book.Job.IsDone);
        Assert.IsFalse(book.Add(new KnownNetwork("Two", Key), ""));
        Assert.AreEqual("One", Names(book));
    }

    [TestMethod]
    [Req("RES-02")]
    [DataRow((int)FlashCut.Prefix)]
    [DataRow((int)FlashCut.Filled)]
    [DataRow((int)FlashCut.TornByte)]
    [DataRow((int)FlashCut.TornPage)]
    [DataRow((int)FlashCut.Reordered)]
    [DataRow((int)FlashCut.OldOrNew)]
    [DataRow((int)FlashCut.Emptied)]
    public void PowerCut_AtEveryStepOfAJob_LeavesTheStateBeforeOrAfter(int cut)
    {
        FlashModel before = new();
        Joined(before, "One").Keep(SetupJob.Waiting("Two", Key, 0));
        string old = Picture(Open(before));
        FlashModel whole = new();
        whole.CopyFrom(before);
        SetupBook last = Open(whole);
        Assert.IsTrue(last.KeepJoined(last.Job!));
        string changed = Picture(last);
        Assert.AreNotEqual(old, changed);
        bool wasOld = false;
        bool wasNew = false;

        for (int steps = 0; steps < whole.Steps; steps++)
        {
            FlashModel flash = new() { Cut = (FlashCut)cut, Seed = steps };
            flash.CopyFrom(before);
            SetupBook book = Open(flash);
            flash.CutAfter(steps);
            book.KeepJoined(book.Job!);
            flash.PowerOn();
            string found = Picture(Open(flash));
            Assert.IsTrue(found == old || found == changed, "cut after " + steps + ": " + found);
            wasOld = wasOld || found == old;
            wasNew = wasNew || found == changed;
        }

        Assert.IsTrue(wasOld && wasNew);
    }

    private static string Picture(SetupBook book)
    {
        string job = book.Job is null ? "none" : book.Job.Ssid + "/" + book.Job.Key + "/" + book.Job.IsDone.ToString();
        return Names(book) + ": " + job;
    }

    private static string Names(SetupBook book)
    {
        string names = "";

        foreach (KnownNetwork network in book.Networks)
        {
            names += (names.Length == 0 ? "" : " ") + network.Ssid;
        }

        return names;
    }

    private static bool HasKey(byte[] held)
    {
        byte[] key = System.Text.Encoding.UTF8.GetBytes(Key);

        for (int at = 0; at + key.Length <= held.Length; at++)
        {
            if (Bytes.AreSame(Bytes.Part(held, at, key.Length), key.Length, key, key.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static void Join(SetupBook book, string ssid)
    {
        Assert.IsTrue(book.Keep(SetupJob.Waiting(ssid, Key, 0)));
        Assert.IsTrue(book.KeepJoined(book.Job!));
    }

    private static SetupBook Joined(FlashModel flash, params string[] names)
    {
        SetupBook book = Open(flash);

        foreach (string name in names)
        {
            Join(book, name);
        }

        return book;
    }

    private static SetupBook Open(FlashModel flash)
    {
        SetupBook book = new(flash);
        book.Open();
        return book;
    }
}
