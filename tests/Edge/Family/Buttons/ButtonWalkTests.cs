using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Buttons;

/// <summary>Goal: a child who holds the toy cannot loosen anything by its buttons and its plug. Method: every sequence of seven acts up to length 8, 5,764,801 of the longest, where sequences that come to the same state go on together.</summary>
[TestClass]
public sealed class ButtonWalkTests
{
    private const int Length = 8;
    private const string Pin = "walk-pin-81";

    private static readonly DeclaredToy[] s_toys = [new("bear", NewManifest()), new("lamp", NewManifest())];

    [TestMethod]
    [Req("PCTL-01"), Req("DEF-02")]
    [DataRow("new")]
    [DataRow("open")]
    [DataRow("evening")]
    public void EverySequence_OfPressesHoldsWaitsAndPulledPlugs_LoosensNothing(string how)
    {
        byte[][]? flash = how == "new" ? null : Family(how == "evening");
        ButtonDevice first = new([.. s_toys], flash);
        FamilySettings set = first.Home.Settings;
        Reason[] held = [.. Enumerable.Range(1, s_toys.Length).Select(first.Held)];
        Dictionary<string, (string Acts, long Count)> states = new() { [first.State] = ("", 1) };
        bool wasWiped = false;
        bool wasOpened = false;

        for (int length = 1; length <= Length; length++)
        {
            Dictionary<string, (string Acts, long Count)> next = [];

            foreach ((string acts, long count) in states.Values)
            {
                foreach (char act in ButtonDevice.Acts)
                {
                    ButtonDevice device = new([.. s_toys], flash);
                    string all = acts + act;

                    foreach (char one in all)
                    {
                        device.Do(one);
                    }

                    AssertNotLooser(device, set, held, all);
                    wasWiped |= set.IsPaired && !device.Home.Settings.IsPaired;
                    wasOpened |= device.Code.Length > 0;
                    string state = device.State;
                    next[state] = next.TryGetValue(state, out (string Acts, long Count) known) ? (known.Acts, known.Count + count) : (all, count);
                }
            }

            states = next;
            Console.WriteLine($"{how} {length}: {states.Count} states");
        }

        Assert.AreEqual((long)Math.Pow(ButtonDevice.Acts.Length, Length), states.Values.Sum(state => state.Count));
        Assert.AreEqual(how != "new", wasWiped, "a wipe is within reach");
        Assert.IsTrue(wasOpened, "and so is pairing");
    }

    private static void AssertNotLooser(ButtonDevice device, FamilySettings set, Reason[] held, string acts)
    {
        FamilySettings now = device.Home.Settings;
        Assert.IsTrue(Strictness.IsNeverLooser(now, set), acts);

        for (int toy = 1; toy <= held.Length; toy++)
        {
            bool isOpen = device.Held(toy) == Reason.Allowed;
            Assert.IsTrue(!isOpen || (held[toy - 1] == Reason.Allowed && now.IsPaired), $"{acts}: toy {toy}");
        }
    }

    // A family with one phone; in its evening one toy is asleep and the other paused until somebody lifts it.
    private static byte[][] Family(bool isEvening)
    {
        ButtonDevice device = new([.. s_toys], null);
        TestPhone phone = new(device.Door);
        device.Do('p');
        Assert.IsTrue(phone.Claim(device.Code, Pin));
        FamilySettings settings = device.Home.Settings;

        if (isEvening)
        {
            settings = settings
                .WithToy(settings.Of(s_toys[0].Name).WithQuietHours(new WeeklyHours([0], [7 * 24 * 60])).WithPlayMinutes(0))
                .WithToy(settings.Of(s_toys[1].Name).WithPaused(true));
        }
        else
        {
            settings = Household.Approve(settings.WithEverythingPaused(false), s_toys[0], 1, true).WithPaired(true);
        }

        Assert.IsTrue(device.Home.Change(settings).IsSaved);
        Assert.AreEqual(!isEvening, device.Held(1) == Reason.Allowed);
        return device.Flash();
    }

    private static Manifest NewManifest()
    {
        HostPattern pattern = HostPattern.Parse("stories.toys.test", out _)!;
        Endpoint stories = new("stories", pattern, 443, Scheme.Https, "Example Toys", Party.First, "stories", [], 1000000, null);
        return new Manifest(
            "bear", "Bear", "Example Toys", "https://toys.example/", "mailto:security@toys.example", "2031-12-31", AgeBand.Under9, [stories], [], []);
    }
}
