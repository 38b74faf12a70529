using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Family;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Family.Desktop;

/// <summary>
/// Goal: whatever is asked, answered, slept over, restarted and set back, in any order, the book shows what a plain list would: nothing lost, nothing revived, no yes that nobody gave.
/// Method: every sequence of nine acts up to five long, beside a list that keeps everything for ever and looks at all of it each time.
/// </summary>
[TestClass]
public class RequestWalkTests
{
    private const int LengthMax = 5;
    private const int Acts = 9;

    [TestMethod]
    [Req("PCTL-08")]
    public void EverySequence_ShowsWhatAPlainListWould()
    {
        int seen = 0;

        for (int length = 1; length <= LengthMax; length++)
        {
            int[] acts = new int[length];

            do
            {
                Walk walk = new();

                foreach (int act in acts)
                {
                    walk.Do(act);
                    Assert.AreEqual(walk.Expected(), walk.Shown(), "after " + string.Join(' ', acts));
                }

                seen++;
            }
            while (Next(acts));
        }

        Assert.AreEqual(9 + 81 + 729 + 6561 + 59049, seen);
    }

    [TestMethod]
    public void EveryPrefix_AndEveryTurnedBit_IsNoRequest()
    {
        FlashModel whole = Kept();
        byte[] held = whole.Held(FlashLayout.RequestsA);

        for (int count = 0; count < held.Length; count++)
        {
            Assert.AreEqual(0, With(held[..count]).Of(RequestBookTests.At(725)).Length, "prefix of " + count);
        }

        for (int bit = 0; bit < held.Length * 8; bit++)
        {
            byte[] turned = (byte[])held.Clone();
            turned[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.AreEqual(0, With(turned).Of(RequestBookTests.At(725)).Length, "bit " + bit);
        }
    }

    // Behind a right checksum: what a newer or an evil writer may have put there.
    [TestMethod]
    public void EveryOtherByteInAWholeFrame_IsNeverAYesThatNobodyGave()
    {
        byte[] payload = Open(Kept()).Payload;

        for (int at = 0; at < payload.Length; at++)
        {
            for (int value = 0; value < 256; value++)
            {
                byte[] other = (byte[])payload.Clone();
                other[at] = (byte)value;
                FlashModel flash = new();
                TwoSlotStore store = new(flash, FlashLayout.RequestsA, FlashLayout.RequestsB);
                store.Open();
                Assert.IsTrue(store.Save(other));
                RequestBook book = new(flash);
                book.Open();

                foreach (ChildRequest request in book.Of(RequestBookTests.At(725)))
                {
                    bool isAnswered = at == 5 && value == (int)RequestState.Yes;
                    Assert.IsTrue(isAnswered || request.State is RequestState.Waiting or RequestState.No);
                    Assert.IsTrue(isAnswered || request.Minutes == 0);
                }
            }
        }
    }

    [TestMethod]
    public void CutAtEveryStep_IsBeforeOrAfter()
    {
        FlashModel counted = Kept();
        int before = counted.Steps;
        Assert.AreEqual(RequestFault.None, Open(counted).Book.Answer(1, true, 15, RequestBookTests.At(721)));
        int steps = counted.Steps - before;

        for (int cut = 0; cut <= steps; cut++)
        {
            FlashModel flash = Kept();
            RequestBook book = Open(flash).Book;
            flash.CutAfter(cut);
            bool isSaved = book.Answer(1, true, 15, RequestBookTests.At(721)) == RequestFault.None;
            flash.PowerOn();
            ChildRequest found = Open(flash).Book.Of(RequestBookTests.At(722)).Single();
            Assert.IsTrue(found.State == RequestState.Yes || (!isSaved && found.State == RequestState.Waiting), "cut " + cut);
        }
    }

    private static FlashModel Kept()
    {
        FlashModel flash = new();
        Assert.AreEqual(RequestFault.None, Open(flash).Book.Ask("Bear", RequestKind.More, 0, RequestBookTests.At(720)));
        return flash;
    }

    private static RequestBook With(byte[] held)
    {
        FlashModel flash = new();
        flash.Put(FlashLayout.RequestsA, held);
        return Open(flash).Book;
    }

    private static (RequestBook Book, byte[] Payload) Open(FlashModel flash)
    {
        RequestBook book = new(flash);
        book.Open();
        TwoSlotStore store = new(flash, FlashLayout.RequestsA, FlashLayout.RequestsB);
        store.Open();
        return (book, store.Payload ?? Array.Empty<byte>());
    }

    private static bool Next(int[] acts)
    {
        for (int i = acts.Length - 1; i >= 0; i--)
        {
            acts[i] = (acts[i] + 1) % Acts;

            if (acts[i] != 0)
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Walk
    {
        private readonly SmallFlash _flash = new();
        private readonly List<Line> _lines = new();
        private RequestBook _book;
        private int _minute = 1435;

        public Walk()
        {
            _book = new RequestBook(_flash);
            _book.Open();
        }

        private Moment Now
        {
            get { return RequestBookTests.At(_minute); }
        }

        private int Day
        {
            get { return Now.Day; }
        }

        public void Do(int act)
        {
            switch (act)
            {
                case 0:
                    Ask("Bear", RequestKind.More, 0);
                    break;
                case 1:
                    Ask("Bear", RequestKind.Open, 5);
                    break;
                case 2:
                    Ask("Lamp", RequestKind.More, 0);
                    break;
                case 3:
                    Answer(true);
                    break;
                case 4:
                    Answer(false);
                    break;
                case 5:
                    Go(((_minute / 1440) + 1) * 1440);
                    break;
                case 6:
                    Go(_minute + 10);
                    break;
                case 7:
                    Go(_minute - 1440);
                    break;
                default:
                    _book = new RequestBook(_flash);
                    _book.Open();
                    break;
            }
        }

        public string Shown()
        {
            return string.Join("; ", _book.Of(Now).Select(one => $"{one.Toy} {one.Kind} {one.State}"));
        }

        public string Expected()
        {
            return string.Join("; ", _lines.Where(one => !one.IsOver).Select(one => $"{one.Toy} {one.Kind} {one.State}"));
        }

        private void Ask(string toy, RequestKind kind, long what)
        {
            bool isSoon = _lines.Any(one => one.Toy == toy && Math.Abs(Now.Minute - one.Minute) < 10);
            bool isDouble = _lines.Any(one => !one.IsOver && one.Toy == toy && one.Kind == kind && one.State == RequestState.Waiting);
            RequestFault expected = isSoon ? RequestFault.TooSoon : isDouble ? RequestFault.AlreadyAsked : RequestFault.None;
            RequestFault fault = _book.Ask(toy, kind, what, Now);
            Assert.IsTrue(fault == expected || (isSoon && fault == RequestFault.AlreadyAsked), $"{fault} for {expected}");

            if (expected == RequestFault.None)
            {
                _lines.Add(new Line { Toy = toy, Kind = kind, Minute = Now.Minute, Day = Day });
            }
        }

        private void Answer(bool isYes)
        {
            ChildRequest? waiting = _book.Of(Now).FirstOrDefault(one => one.State == RequestState.Waiting);
            Line? line = _lines.FirstOrDefault(one => !one.IsOver && one.State == RequestState.Waiting);
            Assert.AreEqual(line is null, waiting is null);
            int minutes = isYes && waiting?.Kind == RequestKind.More ? 15 : 0;
            RequestFault fault = _book.Answer(waiting?.Number ?? 77, isYes, minutes, Now);
            Assert.AreEqual(line is null ? RequestFault.NotWaiting : RequestFault.None, fault);

            if (line is not null)
            {
                line.State = isYes ? RequestState.Yes : RequestState.No;
            }
        }

        private void Go(int minute)
        {
            _minute = minute;
            _book.Turn(Now);
            _lines.ForEach(one => one.IsOver |= one.Day != Day);

            // The book forgets what is over and ten minutes away, from either side.
            _lines.RemoveAll(one => one.IsOver && Math.Abs(Now.Minute - one.Minute) >= 10);
        }

        private sealed class Line
        {
            public string Toy { get; init; } = "";

            public RequestKind Kind { get; init; }

            public int Minute { get; init; }

            public int Day { get; init; }

            public RequestState State { get; set; } = RequestState.Waiting;

            public bool IsOver { get; set; }
        }
    }

    private sealed class SmallFlash : IFlash
    {
        private readonly byte[][] _areas = Enumerable.Repeat(Array.Empty<byte>(), FlashLayout.AreaCount).ToArray();

        public int CapacityOf(int area)
        {
            return 4096;
        }

        public int Read(int area, int offset, byte[] buffer, int at, int count)
        {
            int read = Math.Min(count, Math.Max(0, _areas[area].Length - offset));
            Array.Copy(_areas[area], offset, buffer, at, read);
            return read;
        }

        public bool Append(int area, int held, byte[] bytes, int offset, int count)
        {
            return false;
        }

        public bool Replace(int area, byte[] bytes, int offset, int count)
        {
            _areas[area] = bytes[offset..(offset + count)];
            return true;
        }

        public bool Erase(int area)
        {
            _areas[area] = Array.Empty<byte>();
            return true;
        }
    }
}
