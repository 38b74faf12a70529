using System;
using System.Collections.Generic;
using System.Text;

using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Settings.Desktop;

/// <summary>
/// Schema 1 once more, the slow and obvious way: a file as its fields, its bytes, and what it meant to the version that wrote it. Written from
/// storage-format.md; knows nothing of schema 2.
/// </summary>
internal sealed class SchemaOneFile
{
    internal bool IsPaired { get; set; }

    internal bool IsEverythingPaused { get; set; }

    internal int Days { get; set; }

    internal List<SchemaOneToy> Toys { get; } = new();

    internal static SchemaOneFile Any(Random random)
    {
        SchemaOneFile file = new()
        {
            IsPaired = random.Next(6) != 0,
            IsEverythingPaused = random.Next(8) == 0,
            Days = random.Next(256),
        };

        for (int i = random.Next(4); i > 0; i--)
        {
            file.Toys.Add(SchemaOneToy.Any(random, AnyFamily.NameOf(i - 1)));
        }

        return file;
    }

    internal byte[] ToBytes()
    {
        List<byte> bytes = new() { 1, 0, (byte)((IsPaired ? 1 : 0) + (IsEverythingPaused ? 2 : 0)), (byte)Days, (byte)Toys.Count };

        foreach (SchemaOneToy toy in Toys)
        {
            byte[] name = Encoding.UTF8.GetBytes(toy.Name);
            bytes.Add((byte)name.Length);
            bytes.AddRange(name);
            bytes.Add((byte)((toy.IsPaused ? 1 : 0) + (toy.IsAllOfMaker ? 2 : 0) + (toy.IsTwelve ? 4 : 0)));
            bytes.Add((byte)toy.Hours);
            bytes.AddRange(new[] { (byte)toy.From, (byte)(toy.From >> 8), (byte)toy.Until, (byte)(toy.Until >> 8) });
            bytes.Add((byte)toy.Ids.Count);

            foreach (string id in toy.Ids)
            {
                bytes.Add((byte)id.Length);
                bytes.AddRange(Encoding.UTF8.GetBytes(id));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Whether the version that wrote it let this out.</summary>
    /// <param name="name">The toy that asks.</param>
    /// <param name="manifest">What its maker declares.</param>
    /// <param name="query">What it asks.</param>
    /// <param name="now">When.</param>
    /// <param name="played">Minutes it played today.</param>
    /// <param name="isAllApproved">As if every id stood in the file: what is left are pairing, pauses, hours, play time and age.</param>
    internal bool MayPass(string name, Manifest manifest, GateQuery query, Moment now, int played, bool isAllApproved)
    {
        if (!IsPaired || IsEverythingPaused)
        {
            return false;
        }

        if (query.Kind == AskKind.OwnClock)
        {
            return true;
        }

        SchemaOneToy? toy = Toys.Find(other => other.Name == name);

        if (toy is null || toy.IsPaused)
        {
            return false;
        }

        if (query.Kind == AskKind.Clock)
        {
            return true;
        }

        if (!now.IsKnown || toy.IsQuietAt(now.MinuteOfWeek % 1440) || (toy.Hours != 255 && played >= 60 * toy.Hours))
        {
            return false;
        }

        // Two bands: a child that is not 12 was kept from what is meant for 13 and older.
        if (!toy.IsTwelve && manifest.AgeBand == AgeBand.From13To18)
        {
            return false;
        }

        // An id, without port or scheme: any place of that id, whatever is spoken there.
        foreach (Endpoint endpoint in manifest.Endpoints)
        {
            bool isApproved = isAllApproved || toy.Ids.Contains(endpoint.Id) || (toy.IsAllOfMaker && endpoint.Party == Party.First);
            bool isOpen = endpoint.Hours is null || endpoint.Hours.Contains(now.MinuteOfWeek);

            if (isApproved && isOpen && endpoint.Pattern.Matches(query.Host))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A toy of schema 1.</summary>
internal sealed class SchemaOneToy
{
    internal string Name { get; set; } = "";

    internal bool IsPaused { get; set; }

    internal bool IsAllOfMaker { get; set; }

    internal bool IsTwelve { get; set; }

    internal int Hours { get; set; }

    internal int From { get; set; }

    internal int Until { get; set; }

    internal List<string> Ids { get; } = new();

    internal static SchemaOneToy Any(Random random, string name)
    {
        bool isNever = random.Next(3) == 0;
        SchemaOneToy toy = new()
        {
            Name = name,
            IsPaused = random.Next(8) == 0,
            IsAllOfMaker = random.Next(2) == 0,
            IsTwelve = random.Next(2) == 0,
            Hours = random.Next(3) == 0 ? random.Next(0, 25) : 255,
            From = isNever ? 0xFFFF : random.Next(1440),
            Until = isNever ? 0xFFFF : random.Next(1440),
        };

        if (!isNever && random.Next(10) == 0)
        {
            toy.Until = toy.From;
        }

        for (int i = random.Next(4); i > 0; i--)
        {
            toy.Ids.Add("e" + i);
        }

        return toy;
    }

    /// <summary>Minute by minute from the first: until it is the last one, which is outside.</summary>
    internal bool IsQuietAt(int minuteOfDay)
    {
        if (From == 0xFFFF)
        {
            return false;
        }

        int minute = From;

        do
        {
            if (minute == minuteOfDay)
            {
                return true;
            }

            minute = (minute + 1) % 1440;
        }
        while (minute != Until);

        return false;
    }
}
