using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

using ToyGuard.Guard.Manifests;

namespace ToyGuard.Guard.Tests.Manifests;

/// <summary>
/// Goal: the published schema and the reader are one rule book, so that a maker whose editor is content meets no surprise, and the reader never takes what the schema forbids.
/// Method: word lists compared; a table of good and bad manifests judged by both; then seeded random edits of good ones. The few rules that only the reader has are listed here.
/// </summary>
[TestClass]
public class SchemaTests
{
    private static readonly SchemaCheck Schema = new(SchemaText());

    [TestMethod]
    public void Words_OfTheSchema_AreTheVocabulary()
    {
        JsonElement defs = JsonDocument.Parse(SchemaText()).RootElement.GetProperty("$defs");
        JsonElement sensor = defs.GetProperty("sensor").GetProperty("properties");
        AssertWords(Vocabulary.Purposes(), defs.GetProperty("purpose"));
        AssertWords(Vocabulary.DataKinds(), defs.GetProperty("dataKind"));
        AssertWords(Vocabulary.SensorKinds(), sensor.GetProperty("kind"));
        AssertWords(Vocabulary.SensorPurposes(), sensor.GetProperty("purpose"));
        AssertWords(Vocabulary.SensorModes(), sensor.GetProperty("mode"));
        AssertWords(Vocabulary.Days(), defs.GetProperty("hours").GetProperty("items").GetProperty("properties").GetProperty("days").GetProperty("items"));
    }

    [TestMethod]
    public void EveryWord_IsReadInItsPlace()
    {
        AssertAllRead("\"stories\",\n", Vocabulary.Purposes());
        AssertAllRead("\"language\"", Vocabulary.DataKinds().Where(kind => kind != Vocabulary.NoData && kind != "chosen-story"));
        AssertAllRead("\"bluetooth\"", Vocabulary.SensorKinds());
        AssertAllRead("\"pairing\"", Vocabulary.SensorPurposes());
        AssertAllRead("\"on-demand\"", Vocabulary.SensorModes().Where(mode => mode != Vocabulary.PushToTalk));
        AssertAllRead("\"sun\"", Vocabulary.Days());
    }

    [TestMethod]
    public void GoodManifests_AreGoodToBoth()
    {
        foreach (string json in new[] { ManifestSamples.Design, ManifestSamples.Full })
        {
            Assert.IsTrue(Schema.IsValid(JsonDocument.Parse(json).RootElement));
            Assert.IsNotNull(ManifestSamples.Read(json).Manifest);
        }
    }

    [TestMethod]
    public void TableOfTheReader_IsJudgedAlike()
    {
        int judged = 0;

        foreach (string method in new[] { nameof(ManifestReaderTests.Read_OneValueSpoiled_SaysSoThereAndOnlyThere), nameof(ManifestReaderTests.Read_UnknownMember_SaysSoThereAndOnlyThere), nameof(ManifestReaderTests.Read_OtherGoodValue_IsRead), nameof(ManifestReaderTests.Read_MemberMissing_NamesIt), nameof(ManifestReaderTests.Read_OptionalMemberMissing_IsFine) })
        {
            foreach (DataRowAttribute row in typeof(ManifestReaderTests).GetMethod(method)!.GetCustomAttributes(typeof(DataRowAttribute), false).Cast<DataRowAttribute>())
            {
                bool isRemoval = method is nameof(ManifestReaderTests.Read_MemberMissing_NamesIt) or nameof(ManifestReaderTests.Read_OptionalMemberMissing_IsFine);
                string replacement = isRemoval ? "" : (string)row.Data[1]!;
                AssertSame(ManifestSamples.Swap(ManifestSamples.Full, (string)row.Data[0]!, replacement), row.Data[0] + " to " + replacement);
                judged++;
            }
        }

        Assert.IsTrue(judged > 350, judged + " judged");
    }

    [TestMethod]
    public void RandomEdits_AreJudgedAlike()
    {
        int accepted = 0;

        for (int seed = 1; seed <= 3000; seed++)
        {
            Random random = new(seed);
            JsonNode root = JsonNode.Parse(random.Next(3) == 0 ? ManifestSamples.Design : ManifestSamples.Full)!;

            for (int edits = random.Next(1, 4); edits > 0; edits--)
            {
                Edit(root, random);
            }

            accepted += AssertSame(root.ToJsonString(), "seed " + seed) ? 1 : 0;
        }

        Assert.IsTrue(accepted > 150, accepted + " accepted");
    }

    // What the reader knows and a schema cannot say. Each entry is a path (indexes left out) and what the complaint's words contain.
    private static readonly (string Path, string Words)[] ReaderOnly =
    {
        ("endpoints.host", "Strangers can have names"),
        ("endpoints.host", "never lead out of the home"),
        ("endpoints.host", "xn-- form"),
        ("endpoints.host", "third and fourth"),
        ("endpoints.host", "253 characters"),
        ("endpoints.host", "has a dot in it"),
        ("endpoints.id", "each endpoint has its own"),
        ("endpoints", "same host, port and scheme"),
        ("sensors", "twice with the same purpose"),
        ("supportUntil", "no such day"),
        ("contact", "https://"),
        ("securityContact", "https://"),
        ("manifest", "The number 1"),
        ("endpoints.port", "whole number"),
        ("endpoints.dailyBytes", "whole number"),
        ("name", "invisible"),
        ("maker", "invisible"),
        ("endpoints.owner", "invisible"),
    };

    private static bool AssertSame(string json, string what)
    {
        ManifestReading reading = ManifestSamples.Read(json);
        bool isValid = Schema.IsValid(JsonDocument.Parse(json).RootElement);

        if (reading.Manifest is not null)
        {
            Assert.IsTrue(isValid, what + ": only the reader takes " + json);
        }
        else if (isValid)
        {
            foreach (Complaint complaint in reading.Complaints)
            {
                string path = string.Concat(complaint.Path.Split('[', ']').Where((_, i) => i % 2 == 0));
                Assert.IsTrue(
                    ReaderOnly.Any(only => only.Path == path && complaint.Text.Contains(only.Words, StringComparison.Ordinal)),
                    $"{what}: only the schema takes {complaint.Path}, where the reader says: {complaint.Text}");
            }
        }

        return reading.Manifest is not null;
    }

    private static readonly string[] Values =
    {
        "0", "1", "-1", "443", "443.0", "65536", "1e3", "true", "null", "\"\"", "\"a\"", "\"A\"", "\"a b\"", "\" \"", "[]", "{}", "[\"none\"]", "[1]", "[[]]", "[{}]",
        "\"https\"", "\"http\"", "\"tls\"", "\"first\"", "\"third\"", "\"none\"", "\"usage\"", "\"voice\"", "\"stories\"", "\"always\"", "\"push-to-talk\"", "\"camera\"", "\"microphone\"",
        "\"stories.toys.example\"", "\"*.toys.example\"", "\"*.co.uk\"", "\"toys.local\"", "\"192.0.2.1\"", "\"https://a.test/\"", "\"https://a.local/\"", "\"mailto:a@a.test\"",
        "\"2030-02-30\"", "\"2030-01-01\"", "\"09:00\"", "\"24:00\"", "\"mon\"", "\"tue\"", "\"under9\"", "\"a.pem\"", "\"../a.pem\"", "\"\\u202e\"", "\"\\ud83d\\ude00\"", "\"x\\n\"",
    };

    // One edit somewhere in the tree: a value replaced, a member removed or renamed, an item doubled.
    private static void Edit(JsonNode root, Random random)
    {
        List<JsonNode> containers = new();
        Collect(root, containers);
        JsonNode container = containers[random.Next(containers.Count)];

        if (container is JsonArray array)
        {
            if (array.Count > 0 && random.Next(3) == 0)
            {
                array.Add(array[random.Next(array.Count)]?.DeepClone());
            }
            else if (array.Count > 0 && random.Next(3) == 0)
            {
                array.RemoveAt(random.Next(array.Count));
            }
            else if (array.Count > 0)
            {
                array[random.Next(array.Count)] = Value(random);
            }
        }
        else if (container is JsonObject members && members.Count > 0)
        {
            string name = members.ElementAt(random.Next(members.Count)).Key;

            switch (random.Next(6))
            {
                case 0:
                    members.Remove(name);
                    break;
                case 1:
                    members[name + "x"] = members[name]?.DeepClone();
                    break;
                default:
                    members[name] = Value(random);
                    break;
            }
        }
    }

    private static JsonNode? Value(Random random)
    {
        return JsonNode.Parse(Values[random.Next(Values.Length)]);
    }

    private static void Collect(JsonNode? node, List<JsonNode> containers)
    {
        if (node is JsonArray array)
        {
            containers.Add(array);

            foreach (JsonNode? item in array)
            {
                Collect(item, containers);
            }
        }
        else if (node is JsonObject members)
        {
            containers.Add(members);

            foreach (KeyValuePair<string, JsonNode?> member in members)
            {
                Collect(member.Value, containers);
            }
        }
    }

    private static void AssertWords(string[] words, JsonElement schema)
    {
        CollectionAssert.AreEqual(words, schema.GetProperty("enum").EnumerateArray().Select(word => word.GetString()).ToArray());
        Assert.AreEqual(words.Length, words.Distinct().Count());
    }

    private static void AssertAllRead(string old, IEnumerable<string> words)
    {
        foreach (string word in words)
        {
            string end = old[(old.LastIndexOf('"') + 1)..];
            ManifestReading reading = ManifestSamples.Read(ManifestSamples.Swap(ManifestSamples.Full, old, "\"" + word + "\"" + end));
            Assert.IsNotNull(reading.Manifest, word + ManifestSamples.Summary(reading));
        }
    }

    private static string SchemaText()
    {
        return File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "manifest.schema.json"), Encoding.UTF8);
    }
}
