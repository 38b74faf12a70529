using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Pairing.SetUp;

namespace ToyGuard.Core.Tests.Pairing.SetUp.Desktop;

/// <summary>
/// Goal: whatever happens in whatever order, a network is chosen only after a press while the own Wi-Fi is open, nothing is tried that nobody chose,
/// and the own Wi-Fi is never open longer than its time after a start or a press.
/// Method: long random walks over every event, with starts and power cuts, beside a model that knows only who pressed when and who chose what.
/// </summary>
[TestClass]
public class SetupWalkTests
{
    private static readonly string[] Names = { "Hut", "Barn", "Farm", "Mill", "Dock", "Shed" };

    [TestMethod]
    [Req("PAIR-03")]
    [Req("PAIR-05")]
    public void Walks_KeepWhatIsPromised()
    {
        int chosen = 0;
        int joined = 0;
        int refused = 0;

        for (int seed = 0; seed < 60; seed++)
        {
            Walk(seed, ref chosen, ref joined, ref refused);
        }

        Assert.IsTrue(chosen > 200 && joined > 100 && refused > 500, $"a walk that goes nowhere proves nothing: {chosen} {joined} {refused}");
    }

    private static void Walk(int seed, ref int chosen, ref int joined, ref int refused)
    {
        Random random = new(seed);
        bool isPaired = random.Next(2) == 0;
        SetupRig rig = new(isPaired);
        bool isJoined = false;
        bool wasPressed = false;
        long openSinceMs = rig.Now;
        List<string> everChosen = new();

        for (int step = 0; step < 400; step++)
        {
            string where = $"seed {seed}, step {step}";
            rig.Now += random.Next(3) == 0 ? random.Next(200_000) : random.Next(2_000);
            SetupMachine machine = rig.Machine;

            switch (random.Next(12))
            {
                case 0 or 1:
                    wasPressed = isPaired || machine.View(SetupRig.Heard, rig.Now).IsOpen;
                    machine.Next(isJoined, rig.Now);
                    machine.Press(rig.Now);
                    openSinceMs = rig.Now;
                    break;
                case 2 or 3 or 4:
                    string name = Names[random.Next(Names.Length)];
                    bool isSealed = random.Next(2) == 0;
                    bool wasOpen = machine.View(SetupRig.Heard, rig.Now).IsOpen;

                    if (machine.Ask(name, SetupRig.Key, isSealed, rig.Now))
                    {
                        chosen++;
                        Assert.IsTrue(wasPressed && wasOpen && isSealed == isPaired, where);
                        everChosen.Add(name);
                    }
                    else
                    {
                        refused++;
                    }

                    break;
                case 5 or 6 or 7:
                    SetupTask task = machine.Next(isJoined, rig.Now);

                    if (task == SetupTask.TryChosen)
                    {
                        Assert.IsTrue(everChosen.Contains(machine.Chosen!.Ssid), where);

                        if (machine.Begin(rig.Now))
                        {
                            isJoined = random.Next(3) == 0;
                            joined += isJoined ? 1 : 0;
                            machine.End(isJoined ? WifiFault.None : WifiFault.WrongKey, rig.Now);
                            wasPressed = wasPressed && !isJoined;
                        }
                    }
                    else if (task == SetupTask.TryKnown)
                    {
                        isJoined = random.Next(2) == 0;
                        machine.EndKnown(isJoined, rig.Now);
                    }
                    else if (task == SetupTask.Listen)
                    {
                        machine.OnListened();
                    }

                    break;
                case 8:
                    isJoined = isJoined && random.Next(3) != 0;
                    break;
                case 9:
                    machine.OnTold(rig.Now);
                    break;
                case 10 when random.Next(4) == 0:
                    isPaired = !isPaired;
                    wasPressed = false;

                    if (!isPaired)
                    {
                        machine.Forget();
                        everChosen.Clear();
                        isJoined = false;
                        openSinceMs = rig.Now;
                    }

                    machine.SetPaired(isPaired, rig.Now);
                    break;
                case 11 when random.Next(3) == 0:
                    rig.Start(isPaired);
                    isJoined = false;
                    wasPressed = false;
                    openSinceMs = rig.Now;
                    break;
                default:
                    break;
            }

            machine = rig.Machine;
            SetupView view = machine.View(SetupRig.Heard, rig.Now);
            long mostMs = isPaired ? SetupMachine.AgainOwnMs : SetupMachine.FirstOwnMs;
            Assert.IsTrue(!view.IsOpen || rig.Now - openSinceMs < mostMs, where);
            Assert.IsTrue(view.SecondsLeft * 1000L <= mostMs, where);
            Assert.IsTrue(view.IsOpen || (view.Networks.Length == 0 && view.Ssid.Length == 0), where);
            Assert.IsTrue(machine.Known.Length <= SetupRecord.NetworksMax, where);
            Assert.IsTrue(machine.Known.All(network => everChosen.Contains(network.Ssid)), where);
            wasPressed = wasPressed && view.IsOpen;
        }
    }
}
