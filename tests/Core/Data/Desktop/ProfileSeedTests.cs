using System;
using System.IO;
using System.Linq;
using System.Text.Json;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;

namespace ToyGuard.Core.Tests.Data.Desktop;

/// <summary>Goal: the profiles in code are the dated ones of seeds/profiles.json, each with its sources. Method: both read and compared, field by field.</summary>
[TestClass]
public class ProfileSeedTests
{
    private static readonly string[] Bands = { "unknown", "under9", "9to12", "13to18" };

    [TestMethod]
    [Req("DEF-05")]
    public void Profiles_AreTheSeed()
    {
        using JsonDocument seed = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "seeds/profiles.json")));
        JsonElement[] profiles = seed.RootElement.GetProperty("profiles").EnumerateArray().ToArray();
        JsonElement sources = seed.RootElement.GetProperty("sources");
        CollectionAssert.AreEqual(new[] { "under9", "9to12", "13to18" }, profiles.Select(profile => profile.GetProperty("band").GetString()).ToArray());
        Assert.IsTrue(DateTime.TryParse(seed.RootElement.GetProperty("checked").GetString(), out _));
        Assert.IsTrue(sources.EnumerateObject().All(source => source.Value.GetProperty("at").GetString()!.StartsWith("https://", StringComparison.Ordinal)));

        foreach (JsonElement profile in profiles)
        {
            CollectionAssert.AreEquivalent(
                new[] { "band", "minutes", "rest", "restMinutes", "ask", "from" }, profile.EnumerateObject().Select(member => member.Name).ToArray());
            AgeProfile code = AgeProfiles.Of((AgeBand)Array.IndexOf(Bands, profile.GetProperty("band").GetString()));
            CollectionAssert.AreEqual(
                profile.GetProperty("minutes").EnumerateArray().Select(minutes => minutes.GetInt32()).ToArray(), Enumerable.Range(0, 7).Select(code.PlayMinutes().At).ToArray());
            Assert.AreEqual(profile.GetProperty("rest").GetString(), $"{code.RestStart / 60:00}:{code.RestStart % 60:00}");
            Assert.AreEqual(profile.GetProperty("restMinutes").GetInt32(), code.RestMinutes);
            string[] asked = profile.GetProperty("ask").EnumerateArray().Select(word => word.GetString()!).ToArray();
            CollectionAssert.AreEqual(asked, Purposes().Where(code.AsksAbout).ToArray());
            Assert.IsTrue(profile.GetProperty("from").EnumerateArray().All(id => sources.TryGetProperty(id.GetString()!, out _)));
        }
    }

    // The vocabulary's words, by the alphabet: what is asked about is one of them.
    private static string[] Purposes()
    {
        string text = File.ReadAllText(Path.Combine(Root(), "firmware/Guard/Manifests/Vocabulary.cs"));
        string[] words = text.Split('"').Where((_, i) => i % 2 == 1).Where(word => word.All(character => character is (>= 'a' and <= 'z') or '-')).ToArray();
        Assert.Contains("analytics", words);
        return words.Distinct().Where(word => word.Length > 0).OrderBy(word => word, StringComparer.Ordinal).ToArray();
    }

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;

        while (!File.Exists(Path.Combine(folder, "ToyGuard.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
