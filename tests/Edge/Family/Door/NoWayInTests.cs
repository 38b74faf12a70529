using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Pairing;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Door;

/// <summary>
/// Goal: nobody can send the child anything, because there is no way in: no operation and no route carries words to a toy, and its own page has only our words and numbers (PCTL-06).
/// Method: every operation of the role table with a text more, every text that an operation does take, every route; then what a child would see.
/// </summary>
[TestClass]
public sealed class NoWayInTests
{
    private const string Marker = "marker-dear-child";

    // Texts that operations do take: for the family's phones, the network and the rules.
    private static readonly string[] s_texts =
    [
        "{'op':'wifi-add','ssid':'M','key':'M-long'}", "{'op':'quiet','toy':1,'windows':'M'}", "{'op':'minutes','toy':1,'days':'M'}", "{'op':'zone','tz':'M'}",
        "{'op':'child','n':1,'animal':1,'colour':1,'band':'M','days':'M'}", "{'op':'import','n':1,'page':'M'}", "{'op':'pin-set','pin':'M'}",
    ];

    // What a child's page says, whatever was done: words of ours, and times.
    private static readonly Regex s_ours = new("^(|more|open|change|waiting|yes|no|[0-9]{2}:[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2})$");

    [TestMethod]
    [Req("PCTL-06")]
    public void EveryOperation_WithWordsForAToy_IsRefused_AndTheChildSeesNone()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();

        foreach ((string question, _) in DoorRoleTests.Table)
        {
            string spoken = question.Replace("}", ",'text':'M'}", StringComparison.Ordinal);
            Assert.AreEqual("bad", Ask(phone, spoken).Why, spoken);
        }

        foreach (string question in s_texts)
        {
            Ask(phone, question);
        }

        // The first press is what the Wi-Fi waits for.
        rig.Press();
        rig.Press();
        AssertOnlyOurWords(rig);
        Assert.IsFalse(rig.Link.Contains("marker", StringComparison.Ordinal));
    }

    [TestMethod]
    [Req("PCTL-06")]
    public void EveryRoute_WithWordsForAToy_LeadsNowhere()
    {
        using FamilyRig rig = new();
        rig.Claimed();
        byte[] words = Encoding.UTF8.GetBytes("{\"op\":\"more\",\"toy\":1,\"text\":\"" + Marker + "\"}");

        foreach (string path in new[] { "/", "/help", "/state", "/my-toy", "/ask", "/setup", "/door", "/say", "/message" })
        {
            string answer = rig.Wire().Post(path, "application/json", words).Text;
            Assert.IsFalse(answer.Contains("\"ok\":true", StringComparison.Ordinal), path);
        }

        rig.Press();
        AssertOnlyOurWords(rig);
    }

    // What the device can show beside: signs that are numbers, and the link to its own page.
    [TestMethod]
    [Req("PCTL-06")]
    public void Board_TakesSignsAndTheOwnLink_AndNoOtherWords()
    {
        string[] ways = [.. typeof(IHostBoard).GetMethods().Select(way => way.Name + "(" + string.Join(", ", way.GetParameters().Select(one => one.ParameterType.Name)) + ")")];
        CollectionAssert.AreEquivalent(new[] { "Show(HostSign)", "ShowLink(String, String)" }, ways);
    }

    private static PhoneAnswer Ask(TestPhone phone, string question)
    {
        return phone.AskText(question.Replace('\'', '"').Replace("\"M", "\"" + Marker, StringComparison.Ordinal))!;
    }

    private static void AssertOnlyOurWords(FamilyRig rig)
    {
        using JsonDocument told = JsonDocument.Parse(rig.Wire().Get("/my-toy").Text);
        Assert.IsTrue(told.RootElement.GetProperty("rules").GetBoolean(), "all that a child is ever told");

        foreach (JsonElement toy in told.RootElement.GetProperty("toys").EnumerateArray())
        {
            foreach (JsonProperty part in toy.EnumerateObject())
            {
                bool isFit = part.Value.ValueKind == JsonValueKind.Number || (part.Value.ValueKind == JsonValueKind.String && s_ours.IsMatch(part.Value.GetString()!));
                Assert.IsTrue(isFit, part.ToString());
            }
        }
    }
}
