using System;
using System.Collections.Generic;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Core.Records;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Records.Desktop;

/// <summary>
/// Goal: whatever a ring lives through, it tells what a list would. Method: random lives of additions, starts, days, expiries, cuts, failures
/// and exceptions, beside a list that knows which records were answered as kept and never forgets; after each step everything that the ring
/// tells is held against it.
/// </summary>
[TestClass]
public class RecordRingProperties
{
    private const int Kinds = 8;

    [TestMethod]
    [Req("LOG-02")]
    [Req("LOG-03")]
    public void Life_TellsWhatAListWould()
    {
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            seed =>
            {
                Life life = new Life(seed);

                for (int step = 0; step < 40; step++)
                {
                    life.Step();
                }

                return true;
            }).Check(Seeded.Cases(150));
    }

    private sealed class Life
    {
        private readonly int _seed;
        private readonly Chance _chance;
        private readonly FlashModel _flash = new FlashModel();

        // Time and answer of every record ever, by its number.
        private readonly List<long> _times = new List<long>();
        private readonly List<bool> _isKept = new List<bool>();
        private readonly List<int> _segments = new List<int>();
        private readonly int _retentionDays;
        private RecordRing _ring;
        private long _now = Rings.Monday;
        private uint _given;
        private string _past = "";

        // All before this number may be gone: by age, or because the ring went round.
        private int _mayBeGone;

        internal Life(int seed)
        {
            _seed = seed;
            _chance = new Chance(seed);
            _retentionDays = 1 + _chance.Below(30);
            _ring = Opened();
        }

        internal void Step()
        {
            int what = _chance.Below(Kinds);
            _past += $"{what} ";

            switch (what)
            {
                case 0:
                    _ring = Opened();
                    break;
                case 1:
                    _now += _chance.Below(30) * 3600;
                    break;
                case 2:
                    Expire();
                    break;
                case 3:
                    _flash.Cut = (FlashCut)_chance.Below(7);
                    _flash.Seed = (int)_chance.Next();
                    _flash.CutAfter(_chance.Below(130));
                    Add(1 + _chance.Below(5));
                    _flash.PowerOn();
                    _ring = Opened();
                    break;
                case 4:
                    _flash.StepsOfFailing = _chance.Below(100);
                    _flash.FailAt(_chance.Below(12));
                    Add(3);
                    _flash.FailAt(-1);
                    break;
                case 5:
                    _flash.StepsOfFailing = _chance.Below(100);
                    _flash.ThrowAt(_chance.Below(12));
                    Add(3);
                    _flash.ThrowAt(-1);
                    break;
                default:
                    Add(1 + _chance.Below(_chance.Below(5) == 0 ? 150 : 12));
                    break;
            }

            AssertTellsTheSame();
        }

        private RecordRing Opened()
        {
            RecordRing ring = Rings.Open(_flash, Rings.Few);
            Assert.IsGreaterThanOrEqualTo(_given, ring.HeadSequence, About());
            return ring;
        }

        private void Add(int count)
        {
            for (int i = 0; i < count; i++)
            {
                long time = _chance.Below(6) == 0 ? 0 : _now;
                uint sequence = _ring.HeadSequence;
                bool isKept = AddingLog.TryAdd(_ring, Rings.At(_times.Count, time));
                Assert.IsGreaterThanOrEqualTo(sequence + (isKept ? 1u : 0), _ring.HeadSequence, About());
                _times.Add(time);
                _isKept.Add(isKept);
                _segments.Add(Newest());
                _given = _ring.HeadSequence;
            }
        }

        private void Expire()
        {
            Assert.IsTrue(_ring.Expire(_now, _retentionDays, isConfirmed: true), About());
            WalkLog log = WalkLog.Of(_ring);
            long span = Math.Max(_retentionDays * Rings.Day / 3, Rings.Day);

            for (int i = 0; i < log.Count; i++)
            {
                long time = log.Records[i].UtcSeconds;
                Assert.IsTrue(time == 0 || _now - time <= _retentionDays * Rings.Day, About());
            }

            // A segment goes with its oldest, so what is younger by its length may go too.
            for (int i = 0; i < _times.Count; i++)
            {
                if (_times[i] != 0 && _now - _times[i] <= (_retentionDays * Rings.Day) - span - Rings.Day)
                {
                    break;
                }

                _mayBeGone = i + 1;
            }
        }

        private void AssertTellsTheSame()
        {
            WalkLog log = WalkLog.Of(_ring);
            AddingLog.AssertNoFault(log, About());
            int at = 0;

            // How far back it reaches is judged below; from there on the list says what must be there.
            int first = log.Count == 0 ? _times.Count : log.Records[0].First;

            for (int number = first; number < _times.Count; number++)
            {
                bool isThere = at < log.Count && log.Records[at].First == number;
                Assert.IsTrue(isThere || !_isKept[number], $"{number} is missing: {About()}; {log.Told()}");
                Assert.IsTrue(!isThere || log.Records[at].UtcSeconds == _times[number], About());
                at += isThere ? 1 : 0;
            }

            Assert.AreEqual(at, log.Count, About());

            // Gone by age is one thing; gone because the ring went round needs three segments behind it.
            int newest = Newest();

            for (int number = _mayBeGone; number < first; number++)
            {
                Assert.IsTrue(!_isKept[number] || newest - _segments[number] >= Rings.Few - 1, $"{number} of {_segments[number]} is gone at {newest}: {About()}; {log.Told()} from {first}");
            }
        }

        // The number of the newest segment that stands in flash.
        private int Newest()
        {
            int newest = 0;

            for (int area = 0; area < Rings.Few; area++)
            {
                byte[] held = _flash.Held(FlashLayout.Records + area);

                if (held.Length >= Rings.HeaderBytes && LittleEndian.ReadUInt32(held, 60) == Crc32.Of(held, 0, 60))
                {
                    int number = (int)LittleEndian.ReadUInt32(held, 4);
                    newest = Math.Max(number, newest);
                }
            }

            return newest;
        }

        private string About()
        {
            return $"seed {_seed}, {_retentionDays} days, steps {_past}";
        }
    }
}
