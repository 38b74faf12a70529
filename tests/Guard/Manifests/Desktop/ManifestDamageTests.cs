using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Guard.Manifests;

namespace ToyGuard.Guard.Tests.Manifests;

/// <summary>
/// Goal: a damaged manifest gives no manifest, or one that differs in nothing but what was damaged; it never grows.
/// Method: every prefix, every single bit, and seeded damage of the two good samples. What is read is laid out as a list of values and compared with the original's.
/// </summary>
/// <remarks>
/// "Never wider" cannot be promised of every file: one bit makes "*.toys.example" of "j.toys.example". What a reader can promise is that nothing
/// but the damaged value changes. That nobody else changes the file is what its signature is for.
/// </remarks>
[TestClass]
public class ManifestDamageTests
{
    private static readonly string[] Good = { ManifestSamples.Design, ManifestSamples.Full };

    [TestMethod]
    [Req("EGR-01")]
    public void Read_EveryPrefix_GivesNoManifest()
    {
        foreach (string good in Good)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(good);

            // The last byte is a line feed behind the end.
            for (int count = 0; count < bytes.Length - 1; count++)
            {
                ManifestReading reading = ManifestReader.Read(bytes, count);
                Assert.IsNull(reading.Manifest, "prefix of " + count);
                Assert.IsTrue(reading.Complaints.Count > 0);
            }

            Assert.IsNotNull(ManifestReader.Read(bytes, bytes.Length - 1).Manifest);
        }
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_EveryBitFlip_ChangesOneValueAtMost()
    {
        int read = 0;

        foreach (string good in Good)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(good);
            Manifest original = ManifestReader.Read(bytes, bytes.Length).Manifest!;

            for (int bit = 0; bit < bytes.Length * 8; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                Manifest? flipped = ManifestReader.Read(bytes, bytes.Length).Manifest;
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));

                if (flipped is not null)
                {
                    read++;
                    AssertNoWider(original, flipped, "bit " + bit);
                }
            }
        }

        // Names, digits and letters of hosts can flip into other good ones.
        Assert.IsTrue(read is > 300 and < 3000, read + " read");
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_SeededDamage_NeverThrowsAndNeverGrows()
    {
        for (int seed = 1; seed <= 10_000; seed++)
        {
            Random random = new(seed);
            byte[] good = Encoding.UTF8.GetBytes(Good[random.Next(Good.Length)]);
            byte[] bytes = good;

            for (int times = random.Next(1, 4); times > 0; times--)
            {
                int from = random.Next(bytes.Length);
                int to = Math.Min(bytes.Length, from + random.Next(30));
                bytes = random.Next(4) switch
                {
                    0 => bytes.Take(from).Concat(bytes.Skip(to)).ToArray(),
                    1 => bytes.Take(to).Concat(bytes.Skip(from)).ToArray(),
                    2 => bytes.Take(from).Append((byte)random.Next(256)).Concat(bytes.Skip(from)).ToArray(),
                    _ => bytes.Take(from).Append((byte)"{}[],:\"\\*.09"[random.Next(12)]).Concat(bytes.Skip(to)).ToArray(),
                };

                if (bytes.Length == 0)
                {
                    break;
                }
            }

            ManifestReading reading = ManifestReader.Read(bytes, bytes.Length);
            Assert.AreEqual(reading.Manifest is null, reading.Complaints.Count > 0, "seed " + seed);

            if (reading.Manifest is not null)
            {
                Assert.IsTrue(reading.Manifest.Endpoints.Length <= 2, "seed " + seed);
            }
        }
    }

    [TestMethod]
    public void Read_RandomBytes_GiveNoManifest()
    {
        for (int seed = 1; seed <= 5_000; seed++)
        {
            Random random = new(seed);
            byte[] bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Assert.IsNull(ManifestReader.Read(bytes, bytes.Length).Manifest, "seed " + seed);
        }
    }

    private static void AssertNoWider(Manifest original, Manifest flipped, string what)
    {
        List<string> before = Values(original);
        List<string> after = Values(flipped);
        Assert.AreEqual(before.Count, after.Count, what);
        Assert.IsTrue(before.Zip(after).Count(pair => pair.First != pair.Second) <= 1, what);
        Assert.AreEqual((int)original.AgeBand, (int)flipped.AgeBand, what);

        for (int i = 0; i < original.Endpoints.Length; i++)
        {
            Assert.IsTrue(original.Endpoints[i].Pattern.IsWildcard || !flipped.Endpoints[i].Pattern.IsWildcard, what);
            Assert.AreEqual((int)original.Endpoints[i].Scheme, (int)flipped.Endpoints[i].Scheme, what);
            Assert.AreEqual((int)original.Endpoints[i].Party, (int)flipped.Endpoints[i].Party, what);
        }
    }

    private static List<string> Values(Manifest manifest)
    {
        List<string> values = new()
        {
            manifest.Model, manifest.Name, manifest.Maker, manifest.Contact, manifest.SecurityContact, manifest.SupportUntil, manifest.AgeBand.ToString(),
        };

        foreach (Endpoint endpoint in manifest.Endpoints)
        {
            values.AddRange(new[]
            {
                endpoint.Id, endpoint.Pattern.Text, endpoint.Port.ToString(), endpoint.Scheme.ToString(), endpoint.Owner, endpoint.Party.ToString(), endpoint.Purpose,
                endpoint.DailyBytes.ToString(), Minutes(endpoint.Hours),
            });
            values.AddRange(endpoint.Data);
        }

        foreach (SensorUse use in manifest.Sensors)
        {
            values.AddRange(new[] { use.Kind, use.Purpose, use.Mode });
        }

        values.AddRange(manifest.Roots);
        return values;
    }

    private static string Minutes(WeeklyHours? hours)
    {
        if (hours is null)
        {
            return "any";
        }

        StringBuilder changes = new();

        for (int minute = 0; minute < WeeklyHours.MinutesOfWeek; minute++)
        {
            if (minute == 0 || hours.Contains(minute) != hours.Contains(minute - 1))
            {
                changes.Append(hours.Contains(minute) ? " from " : " to ").Append(minute);
            }
        }

        return changes.ToString();
    }
}
