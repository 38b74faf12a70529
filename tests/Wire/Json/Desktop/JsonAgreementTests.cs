using System;
using System.Linq;
using System.Text;
using System.Text.Json;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Wire;
using ToyGuard.Wire.Json;

namespace ToyGuard.Wire.Tests.Json;

/// <summary>
/// Goal: whatever our reader takes for JSON, another strict reader takes for the same JSON; what only the other one takes breaks one of our narrower rules.
/// Method: System.Text.Json as the peer over every single bit of good texts, seeded damage of them, and seeded random bytes.
/// </summary>
[TestClass]
public class JsonAgreementTests
{
    private static readonly string[] Good =
    {
        "{ \"manifest\": 1, \"text\": \"a\\u00e9\\ud83d\\ude00\\n\u00e9\U0001F600\", \"list\": [ -1.5e+10, true, false, null, {} ], \"o\": { \"p\": [ [ 0 ] ] } }",
        "[0,-0,10,1.25,-3E-2,9223372036854775807,\"\\\\\\\"\\/\\b\"]",
        "{\"id\":\"stories\",\"port\":443,\"data\":[\"chosen-story\"],\"\u4e2d\":\"\u0939\"}",
    };

    [TestMethod]
    public void Read_EveryBitFlip_AgreesWithThePeer()
    {
        int cases = 0;

        foreach (string good in Good)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(good);
            AssertAgrees(bytes, "as it is");

            for (int bit = 0; bit < bytes.Length * 8; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                AssertAgrees(bytes, "bit " + bit);
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                cases++;
            }
        }

        Assert.IsTrue(cases > 1500, cases + " cases");
    }

    [TestMethod]
    public void Read_SeededDamage_AgreesWithThePeer()
    {
        for (int seed = 1; seed <= 50_000; seed++)
        {
            Random random = new(seed);
            byte[] bytes = Damage(Encoding.UTF8.GetBytes(Good[random.Next(Good.Length)]), random);
            AssertAgrees(bytes, "seed " + seed);
        }
    }

    [TestMethod]
    public void Read_RandomBytes_AgreesWithThePeer()
    {
        const string Alphabet = "{}[]:,\"\\u0d8E+-.19tfnrueals/ \n\x01\x7f";

        for (int seed = 1; seed <= 50_000; seed++)
        {
            Random random = new(seed);
            byte[] bytes = new byte[random.Next(40)];

            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = random.Next(12) == 0 ? (byte)random.Next(256) : (byte)Alphabet[random.Next(Alphabet.Length)];
            }

            AssertAgrees(bytes, "seed " + seed);
        }
    }

    [TestMethod]
    public void WriteThenRead_AnyText_IsTheSameText()
    {
        Prop.ForAll<string?>(text =>
        {
            string expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? "")).Replace('\0', '\uFFFD');
            byte[] buffer = new byte[JsonReader.TextMax * 7];
            JsonWriter writer = new(buffer);
            writer.Text(text ?? "");
            JsonReader reader = new(buffer, 0, writer.Length);
            reader.Read();
            return reader.Text == expected && reader.Read() == JsonToken.End;
        }).QuickCheckThrowOnFailure();
    }

    private static byte[] Damage(byte[] good, Random random)
    {
        byte[] bytes = good;

        for (int times = random.Next(1, 4); times > 0; times--)
        {
            int from = random.Next(bytes.Length);
            int to = Math.Min(bytes.Length, from + random.Next(6));

            bytes = random.Next(4) switch
            {
                0 => Splice(bytes, from, Array.Empty<byte>(), to),
                1 => Splice(bytes, to, Array.Empty<byte>(), from),
                2 => Splice(bytes, from, new[] { (byte)random.Next(256) }, from),
                _ => Splice(bytes, from, new[] { (byte)"{}[],:\"\\0-"[random.Next(10)] }, to),
            };

            if (bytes.Length == 0)
            {
                break;
            }
        }

        return bytes;
    }

    private static byte[] Splice(byte[] bytes, int keptBefore, byte[] between, int keptFrom)
    {
        return bytes.Take(keptBefore).Concat(between).Concat(bytes.Skip(keptFrom)).ToArray();
    }

    private static void AssertAgrees(byte[] bytes, string what)
    {
        JsonReader reader = new(bytes, 0, bytes.Length);

        while (reader.Status == ReadStatus.None)
        {
            reader.Read();
        }

        string? peer = PeerTrace(bytes);

        if (reader.Status == ReadStatus.Complete)
        {
            Assert.AreEqual(peer, JsonTrace.Of(bytes, 0, bytes.Length), what);
        }
        else if (peer is not null)
        {
            bool isNarrower = reader.Fault is JsonFault.DuplicateName or JsonFault.NulInText or JsonFault.TooDeep
                or JsonFault.TooManyNames or JsonFault.TextTooLong;
            Assert.IsTrue(isNarrower, $"{what}: {reader.Status} {reader.Fault} at {reader.Offset}, the peer reads {peer}");
        }
    }

    // The same one line as JsonTrace, or null when the peer refuses.
    private static string? PeerTrace(byte[] bytes)
    {
        StringBuilder trace = new();

        try
        {
            Utf8JsonReader peer = new(bytes);

            while (peer.Read())
            {
                trace.Append(peer.TokenType switch
                {
                    JsonTokenType.StartObject => "{ ",
                    JsonTokenType.EndObject => "} ",
                    JsonTokenType.StartArray => "[ ",
                    JsonTokenType.EndArray => "] ",
                    JsonTokenType.PropertyName => "n:" + peer.GetString() + " ",
                    JsonTokenType.String => "t:" + peer.GetString() + " ",
                    JsonTokenType.Number => Number(ref peer),
                    JsonTokenType.True => "true ",
                    JsonTokenType.False => "false ",
                    _ => "null ",
                });
            }
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are no UTF-8, or half of a surrogate pair: found only when the text is asked for.
            return null;
        }

        return trace.Append("end").ToString();
    }

    private static string Number(ref Utf8JsonReader peer)
    {
        string text = Encoding.UTF8.GetString(peer.ValueSpan);
        bool isWhole = text.All(c => c is not ('.' or 'e' or 'E')) && peer.TryGetInt64(out _);
        return isWhole ? "w:" + peer.GetInt64() + " " : "d:" + text + " ";
    }
}
