using System;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Core.Tests.Policy.Desktop;

namespace ToyGuard.Core.Tests.Settings.Desktop;

/// <summary>
/// Goal: whatever a family changes and whatever flash does, what is in force is one whole, never looser than what was saved or asked for, and the answer
/// is true. Method: random lives of ten changes; any call of flash fails or throws, areas break and mend; after each change the next start is looked at.
/// </summary>
[TestClass]
public class SettingsKeeperFaultTests
{
    [TestMethod]
    [Req("DEF-03")]
    public void Change_AnyLife_IsTrueToTheNextStart()
    {
        int[] outcomes = new int[5];

        Prop.ForAll<int>(number =>
        {
            Random random = new(number);
            DeclaredToy[] toys = AnyFamily.Toys(random, 2);
            FlashModel flash = new() { Seed = number };
            FakeTarget target = new();
            TwoSlotStore store = Opened(flash);
            SettingsKeeper keeper = new(store, new SingleSlot(flash, FlashLayout.SettingsGood), target, Found(flash));

            for (int step = 0; step < 10; step++)
            {
                // What a throw left behind may be there without having been answered for; the next failure may take it away again.
                FamilySettings kept = Found(flash);
                FamilySettings answered = SettingsCodec.Read(store.Payload).OrStrict;
                FamilySettings before = keeper.Current;
                FamilySettings next = random.Next(3) == 0 ? AnyFamily.Settings(random, toys) : AnyFamily.OneStepFrom(random, before, toys);
                flash.StepsOfFailing = random.Next(3) switch { 0 => 0, 1 => random.Next(300), _ => int.MaxValue };
                flash.FailAt(random.Next(3) == 0 ? random.Next(12) : -1);
                flash.ThrowAt(random.Next(3) == 0 ? random.Next(12) : -1);
                SaveOutcome outcome;

                try
                {
                    outcome = keeper.Change(next).Outcome;
                }
                catch (FlashException)
                {
                    outcome = SaveOutcome.None;
                }

                flash.FailAt(-1);
                flash.ThrowAt(-1);
                outcomes[(int)outcome]++;
                FamilySettings found = Found(flash);
                bool isNew = Family.AreSame(found, next);

                bool isOld = Family.AreSame(found, kept) || Family.AreSame(found, answered);
                bool isOneWhole = ReferenceEquals(keeper.Current, target.InForce);
                bool isTrue = outcome == SaveOutcome.Saved ? isNew && Family.AreSame(keeper.Current, next) : isOld || (isNew && outcome == SaveOutcome.None);
                bool isNeverLooser = Strictness.IsNeverLooser(keeper.Current, found)
                    && (outcome == SaveOutcome.Saved || Strictness.IsNeverLooser(keeper.Current, Strictness.Merge(before, next)));

                if (!isOneWhole || !isTrue || !isNeverLooser)
                {
                    Console.WriteLine($"number {number}, step {step}: {outcome}, one whole {isOneWhole}, true {isTrue}, never looser {isNeverLooser}");
                    return false;
                }
            }

            return true;
        }).Check(Seeded.Cases(800).WithArbitrary(new[] { typeof(GatePropertyTests.AnyNumber) }));

        Console.WriteLine("thrown, saved, tightened, not saved: " + string.Join(", ", outcomes));
        Assert.IsGreaterThan(500, outcomes[(int)SaveOutcome.None]);
        Assert.IsGreaterThan(500, outcomes[(int)SaveOutcome.Saved]);
        Assert.IsGreaterThan(100, outcomes[(int)SaveOutcome.Tightened]);
        Assert.IsGreaterThan(100, outcomes[(int)SaveOutcome.NotSaved]);
    }

    private static TwoSlotStore Opened(FlashModel flash)
    {
        TwoSlotStore store = new(flash, FlashLayout.SettingsA, FlashLayout.SettingsB);
        store.Open();
        return store;
    }

    private static FamilySettings Found(FlashModel flash)
    {
        return SettingsCodec.Read(Opened(flash).Payload).OrStrict;
    }
}
