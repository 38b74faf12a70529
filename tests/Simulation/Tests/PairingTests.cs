using ToyGuard.Core.Records;
using ToyGuard.Core.Tests.Pairing.Desktop;
using ToyGuard.Fakes;
using ToyGuard.Simulation.Pairing;

namespace ToyGuard.Simulation.Tests;

/// <summary>What years of guessing come to: nothing, and nobody but the guesser is locked out.</summary>
[TestClass]
public class PairingTests
{
    private const int Days = 365;
    private const int Claims = 1_000_000;
    private const int Addresses = 50;

    // A press every evening, and a flood at each: all a device that nobody claims can be made to look at.
    [TestMethod]
    [Req("PAIR-03")]
    public void Claims_AMillionWrongOnesFromFiftyAddresses_PairNothingAndLockNobodyOut()
    {
        DeskRig rig = new(seed: 3, hasDisplay: false);
        ClaimFlood flood = new(rig, Addresses, seed: 4);

        for (int day = 0; day < Days; day++)
        {
            rig.Press();
            long pressed = rig.Now;

            // Seventeen a second; a few still come when the window is closed again.
            for (int i = 0; i < Claims / Days; i++)
            {
                flood.Send();
                rig.Now += 58;
            }

            rig.Now = pressed + (24 * 60 * 60 * 1000L);
            rig.Desk.Turn(rig.Now);
        }

        // The owner's evening: ten times as many, and one phone that tries twice a second.
        rig.Press();
        TestPhone owner = rig.Phone("owner", holder: 1);
        long start = rig.Now;
        bool isClaimed = false;

        for (int i = 0; !isClaimed && rig.Now - start < 60_000; i++)
        {
            flood.Send();
            rig.Now += 5;
            isClaimed = i % 100 == 99 && owner.Claim(rig.Code, DeskRig.Pin);
        }

        int looked = 0;
        rig.Noted.ForEach(noted => looked += noted.Kind == RecordKind.TryFailed ? noted.First : 0);
        Assert.IsTrue(flood.Sent >= Claims - Days, flood.Sent + " sent");
        Assert.IsTrue(looked > Claims * 9 / 10, looked + " were computed, so the rest of this says something");
        Assert.AreEqual(0, flood.Won);
        Assert.IsTrue(isClaimed, "the owner, in the same window");
        Assert.AreEqual(1, rig.Desk.PhoneCount);
    }

    // Pressing, pulling the plug, an owner who signs in meanwhile: fewer than 45 a day and phone, whatever is done.
    [TestMethod]
    [Req("AUTH-02")]
    [DataRow(365, 0, false, false)]
    [DataRow(40, 400, false, false)]
    [DataRow(40, 0, true, false)]
    [DataRow(40, 0, false, true)]
    [DataRow(120, 90, true, true)]
    public void Pins_DaysOfGuessing_StayBelow45ADayAndLockOutNoOtherPhone(int days, int minutesBetweenPlugs, bool isPressing, bool hasOwner)
    {
        DeskRig rig = new(seed: 5);
        TestPhone owner = rig.Claimed();
        TestPhone stolen = rig.Invited(owner, Core.Pairing.Role.Guardian);
        PinGuesser thief = new(rig, stolen);
        long watch = 0;
        long plugged = 0;
        int seen = 0;

        while (watch < days * 24 * 60 * 60 * 1000L)
        {
            int wait = thief.Guess(watch);

            if (isPressing && wait > 60)
            {
                rig.Press();
                wait = rig.Desk.WaitOf(2);
            }

            if (hasOwner && thief.Tries % 4 == 3 && thief.Tries > seen)
            {
                // Its owner, who has the same phone again and knows the PIN.
                seen = thief.Tries;
                stolen.SignIn(full: true);
            }

            long step = wait < 5 ? 5000 : wait > 600 ? 600_000 : wait * 1000L;
            rig.Wait(step / 1000);
            watch += step;

            if (minutesBetweenPlugs > 0 && watch - plugged > minutesBetweenPlugs * 60_000L)
            {
                plugged = watch;
                rig.Start();
            }
        }

        Assert.IsTrue(thief.MostADay is > 15 and < 45, thief.MostADay + " in a day");
        Assert.IsTrue(thief.Tries < 45 * days, thief.Tries + " in all");
        Assert.IsTrue(owner.SignIn(full: true), "the other phone");
    }
}
