using System.Collections.Generic;
using System.Linq;

using ToyGuard.Guard.Dhcp;
using ToyGuard.Wire.Dhcp;

namespace ToyGuard.Guard.Dhcp.Tests;

/// <summary>
/// Goal: over days of toys and strangers that come, go, look, select, renew, release, decline and wait, each answer is the one that a slow and obvious server gives.
/// Method: 200 seeds of 300 events each, in a network of 13 addresses, so that they run out.
/// </summary>
[TestClass]
public class DhcpWalkTests
{
    private const int Seeds = 200;
    private const int Events = 300;
    private const int Stations = 20;

    [TestMethod]
    public void Walk_EverySeed_AnswersAsTheObviousServerDoes()
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            Walk(seed);
        }
    }

    private static void Walk(int seed)
    {
        Chance chance = new(seed);
        DhcpRig rig = new(0, "192.0.2.0/28");
        ObviousServer obvious = new();

        for (int i = 0; i < Events; i++)
        {
            int station = 1 + chance.Below(Stations);
            int address = chance.Below(3) == 0 ? chance.Below(18) : obvious.LastOf(station);
            bool isStranger = station > 6;
            string at = $"seed {seed}, event {i}";
            rig.Stations.Come(station, isStranger ? 0 : station);
            string wanted;
            DhcpType got;

            switch (chance.Below(8))
            {
                case 0:
                case 1:
                    wanted = obvious.Discover(station, isStranger, rig.NowMs, address);
                    got = rig.Send(DhcpBuilder.Of(1, station).OptionAddress(50, address).End());
                    break;
                case 2:
                case 3:
                    wanted = obvious.Select(station, isStranger, rig.NowMs, address);
                    got = address == 0 ? DhcpType.None : rig.Select(station, address);
                    wanted = address == 0 ? "None 0" : wanted;
                    break;
                case 4:
                    wanted = obvious.Renew(station, isStranger, rig.NowMs, address);
                    got = rig.Renew(station, address);
                    break;
                case 5:
                    obvious.Release(station, rig.NowMs, address);
                    rig.Release(station, address, address);
                    continue;
                case 6:
                    obvious.Decline(station, rig.NowMs, address);
                    rig.Decline(station, address);
                    continue;
                default:
                    rig.Wait(chance.Below(4) == 0 ? chance.Below(DhcpResponder.ToySeconds) : chance.Below(300));
                    continue;
            }

            Assert.AreEqual(wanted, got + " " + (got is DhcpType.Offer or DhcpType.Ack ? rig.Given : 0), at);

            // Nobody shares, and an address is a toy's exactly while that toy has it.
            for (int last = 0; last < 16; last++)
            {
                Assert.AreEqual(obvious.ToyAt(last, rig.NowMs), rig.ToyAt(last), at + ", address " + last);
            }
        }
    }

    /// <summary>What RFC 2131 and the README of Guard/Dhcp say, as lists.</summary>
    private sealed class ObviousServer
    {
        private readonly List<Row> _rows = Enumerable.Range(2, 13).Select(address => new Row { Address = address }).ToList();

        public int LastOf(int station)
        {
            return Of(station)?.Address ?? 0;
        }

        public int ToyAt(int address, long nowMs)
        {
            Row? row = _rows.Find(r => r.Address == address);
            return row is { Use: "lease" } && row.UntilMs > nowMs && row.Station <= 6 ? row.Station : 0;
        }

        public string Discover(int station, bool isStranger, long nowMs, int wish)
        {
            if (IsBarred(station, isStranger, nowMs))
            {
                return "None 0";
            }

            Row? row = Of(station)
                ?? _rows.Find(r => r.Address == wish && r.Use == "")
                ?? _rows.Find(r => r.Use == "")
                ?? _rows.Where(r => r.UntilMs <= nowMs).OrderBy(r => r.UntilMs).ThenBy(r => r.Address).FirstOrDefault();

            if (row is null)
            {
                return "None 0";
            }

            if (!(row.Station == station && row.Use == "lease" && row.UntilMs > nowMs))
            {
                Set(row, station, isStranger, "offer", nowMs + 60_000);
            }

            return "Offer " + row.Address;
        }

        public string Select(int station, bool isStranger, long nowMs, int address)
        {
            return Give(station, isStranger, nowMs, address);
        }

        public string Renew(int station, bool isStranger, long nowMs, int address)
        {
            return Give(station, isStranger, nowMs, address);
        }

        public void Release(int station, long nowMs, int address)
        {
            if (Of(station) is Row row && row.Address == address && row.UntilMs > nowMs)
            {
                row.UntilMs = nowMs;
            }
        }

        public void Decline(int station, long nowMs, int address)
        {
            if (Of(station) is Row row && row.Address == address)
            {
                // A quarter of thirteen.
                bool isOut = _rows.Count(r => r.Use == "declined" && r.UntilMs > nowMs) < 3;
                Set(row, 0, false, "declined", nowMs + (isOut ? 600_000 : 0));
            }
        }

        private string Give(int station, bool isStranger, long nowMs, int address)
        {
            if (Of(station) is not Row row || row.Address != address)
            {
                return "Nak 0";
            }

            if (IsBarred(station, isStranger, nowMs))
            {
                return "None 0";
            }

            Set(row, station, isStranger, "lease", nowMs + (isStranger ? 600_000 : 43_200_000));
            return "Ack " + address;
        }

        private Row? Of(int station)
        {
            return _rows.Find(r => r.Station == station);
        }

        // Half of thirteen, rounded up.
        private bool IsBarred(int station, bool isStranger, long nowMs)
        {
            bool hasOne = Of(station) is Row row && row.UntilMs > nowMs;
            return isStranger && !hasOne && _rows.Count(r => r.IsStranger && r.UntilMs > nowMs) >= 7;
        }

        private static void Set(Row row, int station, bool isStranger, string use, long untilMs)
        {
            row.Station = station;
            row.IsStranger = isStranger;
            row.Use = use;
            row.UntilMs = untilMs;
        }

        private sealed class Row
        {
            public int Address { get; init; }

            public int Station { get; set; }

            public bool IsStranger { get; set; }

            public string Use { get; set; } = "";

            public long UntilMs { get; set; }
        }
    }
}
