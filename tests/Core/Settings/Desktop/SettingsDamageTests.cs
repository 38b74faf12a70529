using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Core.Tests.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Tests.Settings.Desktop;

/// <summary>
/// Goal: no damaged settings file makes a device less private. Method: 10,000 different pairs of damaged slots through the real store and the
/// codec boot strict and hold everything; damage to one slot alone loses nothing; and the codec alone, where no check sum guards it,
/// refuses or reads what it would write, without throwing and without allocating more than settings can be.
/// </summary>
[TestClass]
public class SettingsDamageTests
{
    private const int FilesMin = 10000;

    // Of every approval that there can be, so many may end by themselves before a slot is full; more are not saved.
    private const int EndsEach = 5;

    // A frame: 12 bytes before the payload, 4 behind it.
    private const int FrameHead = 12;

    private static readonly GateQuery[] Questions =
    {
        Home.StoriesQuery(), Home.ClockQuery(), Home.Query(AskKind.OwnClock, "time.example", 123), Home.Query(AskKind.Lookup, Home.Stories, 0),
    };

    [TestMethod]
    [Req("DEF-03")]
    [Req("UPD-04")]
    public void Boot_BothSlotsDamaged_IsStrict()
    {
        HashSet<string> files = new();
        byte[][] bases = Bases().ToArray();
        Random random = new(41);

        for (int i = 0; files.Count < FilesMin; i++)
        {
            byte[] whole = bases[i % bases.Length];
            byte[] a = Damaged(random, whole, i);
            byte[] b = Damaged(random, whole, random.Next());

            if (!files.Add(Convert.ToBase64String(a) + " " + Convert.ToBase64String(b)))
            {
                continue;
            }

            SettingsReading reading = Boot(a, b, out StoreStatus status);
            Assert.IsNull(reading.Settings, $"file {i}: {Convert.ToHexString(a)}");
            Family.AssertRanking(Ranking.Equal, FamilySettings.Strict, reading.OrStrict, "file " + i);
            Assert.IsTrue(status is StoreStatus.Damaged or StoreStatus.Empty, $"file {i}: {status}");
            AssertHoldsAll(reading.OrStrict, i);
        }

        Console.WriteLine(files.Count + " different pairs of damaged slots booted strict.");
        Assert.AreEqual(FilesMin, files.Count);
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Boot_OneSlotDamaged_IsExactlyWhatWasSaved()
    {
        HashSet<string> files = new();
        byte[][] bases = Bases().ToArray();
        Random random = new(42);

        for (int i = 0; files.Count < 2000; i++)
        {
            byte[] whole = bases[i % bases.Length];
            byte[] damaged = Damaged(random, whole, i);

            if (files.Add(Convert.ToBase64String(damaged)))
            {
                SettingsReading reading = i % 2 == 0 ? Boot(damaged, whole, out _) : Boot(whole, damaged, out _);
                byte[] saved = whole.AsSpan(FrameHead, whole.Length - FrameHead - 4).ToArray();
                Family.AssertSame(SettingsCodec.Read(saved).Settings!, reading.Settings, "file " + i);
            }
        }
    }

    // Whole frames around payloads that are not: what a check sum cannot find, because somebody made it fit.
    [TestMethod]
    [Req("DEF-03")]
    public void Boot_HostilePayloadInAWholeFrame_IsRefusedAndStrict()
    {
        int refused = 0;
        Random random = new(43);

        for (int i = 0; i < 2000; i++)
        {
            byte[] payload = Hostile(random, i);
            FlashModel flash = new();
            TwoSlotStore store = new(flash, FlashLayout.SettingsA, FlashLayout.SettingsB);
            store.Open();
            Assert.IsTrue(store.Save(payload));
            SettingsReading reading = Boot(flash.Held(FlashLayout.SettingsA), flash.Held(FlashLayout.SettingsB), out StoreStatus status);
            Assert.AreEqual(StoreStatus.Whole, status);

            if (reading.Settings is null)
            {
                refused++;
                Assert.AreNotEqual(SettingsFault.None, reading.Fault);
                AssertHoldsAll(reading.OrStrict, i);
            }
        }

        Assert.IsGreaterThan(1500, refused);
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Read_DamagedPayloads_AreRefusedOrReadAsTheyWouldBeWritten()
    {
        HashSet<string> files = new();
        byte[][] payloads = Payloads().ToArray();
        Random random = new(44);
        int read = 0;

        foreach (byte[] payload in payloads)
        {
            for (int count = 1; count < payload.Length; count++)
            {
                Try(payload.AsSpan(0, count).ToArray());
            }

            for (int bit = 0; bit < 8 * payload.Length; bit++)
            {
                byte[] flipped = (byte[])payload.Clone();
                flipped[bit / 8] ^= (byte)(1 << (bit % 8));
                Try(flipped);
            }
        }

        for (int i = 0; i < 4000; i++)
        {
            Try(Hostile(random, i));
            byte[] noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            Try(noise);
        }

        Console.WriteLine($"{files.Count} different payloads, {read} of them settings.");
        Assert.IsGreaterThan(FilesMin, files.Count);
        Assert.IsGreaterThan(100, read);

        void Try(byte[] payload)
        {
            if (!files.Add(Convert.ToBase64String(payload)))
            {
                return;
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            SettingsReading reading = SettingsCodec.Read(payload);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            Assert.IsLessThan(4096 + 128L * payload.Length, allocated, Convert.ToHexString(payload));
            Assert.AreEqual(reading.Settings is null, reading.Fault != SettingsFault.None);
            read += reading.Settings is null ? 0 : 1;

            if (reading.Settings is not null && reading.Schema == SettingsCodec.Schema)
            {
                Assert.AreEqual(Convert.ToHexString(payload), Convert.ToHexString(SettingsCodec.Write(reading.Settings)));
            }

            if (reading.Settings is not null && reading.Schema is 2 or 3)
            {
                Assert.AreEqual(Convert.ToHexString(payload), Convert.ToHexString(OlderFile.Of(reading.Settings, reading.Schema)));
            }
        }
    }

    [TestMethod]
    public void Write_TheMostThereCanBe_FitsItsSlot()
    {
        ToySettings[] toys = new ToySettings[FamilySettings.ToysMax];
        WeeklyHours hours = new(Enumerable.Range(0, 16).Select(i => i * 100).ToArray(), Enumerable.Repeat(50, 16).ToArray());

        for (int i = 0; i < toys.Length; i++)
        {
            string name = i.ToString().PadLeft(32, 'x');
            toys[i] = new ToySettings(name, true, hours, 1440, AgeBand.From13To18, new long[0])
                .WithApprovals(Enumerable.Range(0, 32).Select(n => new Approval(n, n < EndsEach ? int.MaxValue : Approval.NoEnd)).ToArray())
                .WithConsents(Enumerable.Range(0, 8).Select(n => new SensorConsent(n, int.MaxValue)).ToArray())
                .WithPausedUntil(int.MaxValue).WithChild(8, true).WithTickets(4);
        }

        FamilySettings most = new FamilySettings(true, true, 30, new ToySettings[0]).WithPausedUntil(int.MaxValue).WithZone(new string('A', 58) + "12:30");

        for (int number = 1; number <= ChildSettings.Max; number++)
        {
            most = most.WithChild(new ChildSettings(number, 16, 8, AgeBand.From13To18, DayMinutes.Every(1440)));
        }

        most = most.WithToys(toys);
        byte[] bytes = SettingsCodec.Write(most);
        TwoSlotStore store = new(new FlashModel(), FlashLayout.SettingsA, FlashLayout.SettingsB);
        store.Open();

        Assert.AreEqual(15418 + (32 * EndsEach * 5), bytes.Length);
        Assert.IsTrue(store.Save(bytes));
        Assert.AreEqual(Convert.ToHexString(bytes), Convert.ToHexString(SettingsCodec.Write(SettingsCodec.Read(store.Payload).Settings!)));
    }

    private static SettingsReading Boot(byte[] a, byte[] b, out StoreStatus status)
    {
        FlashModel flash = new();
        flash.Put(FlashLayout.SettingsA, a);
        flash.Put(FlashLayout.SettingsB, b);
        TwoSlotStore store = new(flash, FlashLayout.SettingsA, FlashLayout.SettingsB);
        status = store.Open();
        return SettingsCodec.Read(store.Payload);
    }

    private static void AssertHoldsAll(FamilySettings settings, int file)
    {
        Gate gate = AnyFamily.GateOver(settings, new[] { Family.DeclaredBear() }, Home.At(Home.Monday, Home.Noon), 0);

        foreach (GateQuery question in Questions)
        {
            Assert.IsFalse(gate.Ask(question).IsAllowed, $"file {file}: {question.Kind}");
        }
    }

    private static IEnumerable<byte[]> Payloads()
    {
        yield return SettingsCodec.Write(Family.Sample());
        yield return SettingsCodec.Write(Family.AllWell());
        Random random = new(40);

        for (int i = 0; i < 6; i++)
        {
            yield return SettingsCodec.Write(AnyFamily.Settings(random, AnyFamily.Toys(random, 3)));
        }

        yield return SchemaOneFile.Any(random).ToBytes();
        yield return SchemaOneFile.Any(random).ToBytes();
        yield return OlderFile.Of(Family.Sample(), 3);
        yield return OlderFile.Of(Family.Sample(), 2);
        yield return OlderFile.Of(AnyFamily.Settings(random, AnyFamily.Toys(random, 3)), 2);
    }

    // Settings as the store frames them.
    private static IEnumerable<byte[]> Bases()
    {
        foreach (byte[] payload in Payloads())
        {
            FlashModel flash = new();
            TwoSlotStore store = new(flash, FlashLayout.SettingsA, FlashLayout.SettingsB);
            store.Open();
            Assert.IsTrue(store.Save(payload));
            yield return flash.Held(FlashLayout.SettingsA);
        }
    }

    private static byte[] Damaged(Random random, byte[] whole, int kind)
    {
        byte[] bytes = (byte[])whole.Clone();

        switch (kind & 7)
        {
            case 0:
                return bytes.AsSpan(0, random.Next(whole.Length)).ToArray();
            case 1:
                byte[] noise = new byte[random.Next(1, 400)];
                random.NextBytes(noise);
                return noise;
            case 2:
                // The head stays as it was, so that the reader goes on to the rest.
                random.NextBytes(bytes.AsSpan(FrameHead));
                return bytes;
            case 3:
                // A length that leads elsewhere.
                BitConverter.TryWriteBytes(bytes.AsSpan(8), random.Next(2) == 0 ? random.Next() : random.Next(whole.Length + 8));
                return bytes.AsSpan().SequenceEqual(whole) ? Array.Empty<byte>() : bytes;
            case 4:
                // A torn program: the rest is as an erase leaves it.
                bytes.AsSpan(random.Next(whole.Length - 4)).Fill(0xFF);
                return bytes;
            default:
                int bits = random.Next(1, 4);
                int first = random.Next(8 * bytes.Length);

                for (int i = 0; i < bits; i++)
                {
                    int bit = (first + (i * 7919)) % (8 * bytes.Length);
                    bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                }

                return bytes;
        }
    }

    // A schema that is read, and then counts and numbers that promise more than there is.
    private static byte[] Hostile(Random random, int i)
    {
        byte[] bytes = new byte[random.Next(5, 120)];
        random.NextBytes(bytes);
        bytes[0] = (byte)(1 + (i % 4));
        bytes[1] = 0;
        bytes[2] &= 3;
        bytes[3] &= 15;
        bytes[4] = (byte)(random.Next(3) == 0 ? 255 : random.Next(40));

        if (bytes.Length > 12)
        {
            bytes[5] = 1;
            bytes[6] = (byte)'b';
            bytes[7] &= 1;

            if (random.Next(2) == 0)
            {
                bytes[8] = 0;
                bytes[9] = 0;
                bytes[10] &= 3;
                bytes[11] = (byte)random.Next(20);
            }
        }

        return bytes;
    }
}
