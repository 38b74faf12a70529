using ToyGuard.Core.Policy;
using ToyGuard.Wire.Dhcp;

namespace ToyGuard.Guard.Dhcp.Tests;

/// <summary>
/// Goal: a thing that borrows another toy's network address has what the two toys have, and nothing of a third (EGR-10).
/// Method: one thing that is toy 1, borrows toy 2's address and makes up one of its own, in turn, over thousands of steps; at every step the gate is asked
/// from every address that it was given.
/// </summary>
[TestClass]
public class BorrowedTests
{
    private const int Third = 3;
    private const int MadeUp = 4;
    private const int Steps = 4000;

    [TestMethod]
    [Req("EGR-10"), Req("EGR-03")]
    public void Borrow_AnotherToysAddress_HasTheUnionAndNoMore()
    {
        DhcpRig rig = new DhcpRig(3);
        rig.Stations.Come(MadeUp, 0);
        Gate gate = NewGate();
        bool[] areHis = new bool[256];
        int reached = 0;
        uint random = 20261123;
        int third = rig.Join(Third);
        int[] has = new int[MadeUp + 1];

        for (int step = 0; step < Steps; step++)
        {
            random = (random * 1664525) + 1013904223;
            int station = new int[] { 1, 2, MadeUp }[(int)(random >> 16) % 3];
            int address = (random >> 28) % 3 == 0 ? 2 + (int)((random >> 8) % 64) : has[station];

            switch ((random >> 20) % 8)
            {
                case 0:
                case 1:
                    Note(rig.Join(station), station, has, areHis);
                    break;
                case 2:
                    Note(rig.Reboot(station, address) == DhcpType.Ack ? rig.Given : 0, station, has, areHis);
                    break;
                case 3:
                    Note(rig.Renew(station, address) == DhcpType.Ack ? rig.Given : 0, station, has, areHis);
                    break;
                case 4:
                    rig.Release(station, address, address);
                    break;
                case 5:
                    rig.Decline(station, address);
                    break;
                case 6:
                    Note(rig.Select(station, address) == DhcpType.Ack ? rig.Given : 0, station, has, areHis);
                    break;
                default:
                    rig.Wait((int)(random % 700));
                    third = rig.Join(Third);
                    areHis[third] = false;
                    break;
            }

            rig.Responder.Keep(rig.NowMs);
            Assert.AreEqual(Third, rig.ToyAt(third), "the third toy has its own all the time");

            for (int his = 1; his < 255; his++)
            {
                if (areHis[his])
                {
                    int toy = rig.ToyAt(his);
                    Assert.IsTrue(toy != Third, "step " + step.ToString());
                    Assert.IsFalse(IsOut(gate, toy, "c.toys.example"), "step " + step.ToString());
                    reached |= (IsOut(gate, toy, "a.toys.example") ? 1 : 0) | (IsOut(gate, toy, "b.toys.example") ? 2 : 0);
                }
            }
        }

        Assert.AreEqual(3, reached, "what the two have it has");
    }

    private static void Note(int given, int station, int[] has, bool[] areHis)
    {
        if (given > 0)
        {
            has[station] = given;
            areHis[given] = true;
        }
    }

    private static bool IsOut(Gate gate, int toy, string host)
    {
        GateQuery query = new GateQuery();
        query.Toy = toy;
        query.Kind = AskKind.Lookup;
        Assert.AreEqual((int)HostFault.None, (int)query.Host.Read(host));
        return gate.Ask(query).IsAllowed;
    }

    private static Gate NewGate()
    {
        ToyState[] toys = new ToyState[] { ToyOf("a"), ToyOf("b"), ToyOf("c") };
        GateState state = new GateState(toys);
        state.IsPaired = true;
        state.Now = Moment.FromLocalSeconds(1800000000);
        Gate gate = new Gate(state, new VerdictCounters());

        for (int toy = 1; toy <= 3; toy++)
        {
            gate.Approve(toy, 1, true);
        }

        return gate;
    }

    private static ToyState ToyOf(string name)
    {
        HostPattern pattern = HostPattern.Parse(name + ".toys.example", out _)!;
        Endpoint place = new Endpoint(name, pattern, 443, Scheme.Https, "Example Toys", Party.First, "stories", new string[0], 0, null);
        return new ToyState(name, new Manifest("m-1", name, "Example Toys", "", "", "", AgeBand.Under9, new Endpoint[] { place }, new SensorUse[0], new string[0]));
    }
}
