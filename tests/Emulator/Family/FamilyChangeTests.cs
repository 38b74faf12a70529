using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Emulator.Family;
using ToyGuard.Emulator.Toys;

namespace ToyGuard.Emulator.Tests.Family;

/// <summary>Goal: each command changes what it names and nothing else. Method: the sample toys, commands as typed, settings as shown.</summary>
[TestClass]
public class FamilyChangeTests
{
    private const string Begun = "{\"sequence\":7,\"paired\":true,\"everythingPaused\":false,\"retentionDays\":7,\"toys\":["
        + "{\"name\":\"story-bear\",\"paused\":false,\"quiet\":[],\"playMinutes\":null,\"band\":\"unknown\",\"approved\":[\"stories\",\"voices\"]},"
        + "{\"name\":\"twinkle-lamp\",\"paused\":false,\"quiet\":[],\"playMinutes\":null,\"band\":\"unknown\",\"approved\":[\"lullabies\",\"updates\"]}]}";

    private static readonly IReadOnlyList<DeclaredToy> s_toys = ToyFolder.Read(null);

    // 2026-11-18T18:30:00.
    private static readonly Moment Now = Moment.FromLocalSeconds(1795026600);

    [TestMethod]
    [DataRow("pause all", "\"everythingPaused\":false", "\"everythingPaused\":true")]
    [DataRow("pause story-bear", "bear\",\"paused\":false", "bear\",\"paused\":true")]
    [DataRow("resume story-bear", "", "")]
    [DataRow("approve story-bear postcards", "\"stories\",\"voices\"", "\"stories\",\"voices\",\"postcards\"")]
    [DataRow("withdraw story-bear stories", "\"stories\",\"voices\"", "\"voices\"")]
    [DataRow("quiet twinkle-lamp 20:00-07:00", "lamp\",\"paused\":false,\"quiet\":[]", "lamp\",\"paused\":false,\"quiet\":[…]")]
    [DataRow("minutes story-bear 30", "bear\",\"paused\":false,\"quiet\":[],\"playMinutes\":null", "bear\",\"paused\":false,\"quiet\":[],\"playMinutes\":30")]
    [DataRow("pause all 30", "\"everythingPaused\":false", "\"everythingPaused\":true,\"pausedUntilMinute\":29917140")]
    [DataRow("pause twinkle-lamp 60", "lamp\",\"paused\":false", "lamp\",\"paused\":true,\"pausedUntilMinute\":29917170")]
    [DataRow("tickets twinkle-lamp 2", "\"updates\"]", "\"updates\"],\"tickets\":2")]
    [DataRow("approve story-bear usage 1h", "\"voices\"]", "\"voices\",\"usage\"],\"ending\":[{\"place\":\"usage\",\"untilMinute\":29917170}]")]
    [DataRow("approve story-bear usage term", "\"voices\"]", "\"voices\",\"usage\"],\"ending\":[{\"place\":\"usage\",\"untilMinute\":30089910}]")]
    [DataRow("band story-bear 9to12", "\"band\":\"unknown\",\"approved\":[\"stories\"", "\"band\":\"9to12\",\"approved\":[\"stories\"")]
    [DataRow("retention 0", "\"retentionDays\":7", "\"retentionDays\":0")]
    public void Of_Command_ChangesWhatItNames(string line, string was, string becomes)
    {
        Assert.AreEqual(Begun, Shown(FirstSettings.Of(s_toys, Acceptance.OwnTls)));

        string expected = was.Length == 0 ? Begun : Begun.Replace(was, becomes, StringComparison.Ordinal);
        Assert.AreEqual(expected, Shown(Good(FirstSettings.Of(s_toys, Acceptance.OwnTls), line)));
    }

    [TestMethod]
    [DataRow("pause all", "resume all")]
    [DataRow("pause twinkle-lamp", "resume twinkle-lamp")]
    [DataRow("approve story-bear usage", "withdraw story-bear usage")]
    [DataRow("pause all 30", "resume all")]
    [DataRow("pause twinkle-lamp 60", "resume twinkle-lamp")]
    [DataRow("approve story-bear usage today", "withdraw story-bear usage")]
    [DataRow("tickets story-bear 4", "tickets story-bear 0")]
    [DataRow("quiet story-bear 07:00-08:00", "quiet story-bear none")]
    [DataRow("minutes story-bear 0", "minutes story-bear none")]
    [DataRow("agree story-bear microphone today", "agree story-bear microphone none")]
    public void Of_TheOppositeCommand_TakesItBack(string line, string back)
    {
        FamilySettings changed = Good(FirstSettings.Of(s_toys, Acceptance.OwnTls), line);

        Assert.AreNotEqual(Begun, Shown(changed));
        Assert.AreEqual(Begun, Shown(Good(changed, back)));
    }

    [TestMethod]
    [DataRow("pause nobody")]
    [DataRow("approve nobody stories")]
    [DataRow("approve story-bear nothing")]
    [DataRow("withdraw twinkle-lamp stories")]
    [DataRow("agree story-bear camera 1h")]
    [DataRow("agree twinkle-lamp microphone 1h")]
    public void Of_WhatIsNotThere_IsRefused(string line)
    {
        Assert.IsNull(Change(FirstSettings.Of(s_toys, Acceptance.OwnTls), line, out string refusal));
        Assert.AreNotEqual("", refusal);
    }

    [TestMethod]
    [Req("DEF-02")]
    [DataRow("resume all")]
    [DataRow("approve story-bear stories")]
    [DataRow("retention 7")]
    public void Of_NotPaired_IsRefused(string line)
    {
        Assert.IsNull(Change(FirstSettings.Of(s_toys, Acceptance.NotPaired), line, out string _));
    }

    [TestMethod]
    [DataRow((int)Acceptance.NotPaired, 0)]
    [DataRow((int)Acceptance.OwnTls, 4)]
    [DataRow((int)Acceptance.PlainToo, 5)]
    public void FirstSettings_ApproveTheMakersOwnPlaces(int acceptance, int places)
    {
        Acceptance accepted = (Acceptance)acceptance;
        FamilySettings settings = FirstSettings.Of(s_toys, accepted);

        Assert.AreEqual(accepted != Acceptance.NotPaired, settings.IsPaired);
        Assert.AreEqual(places, settings.Toys.Sum(toy => toy.Approvals.Length));
        Assert.AreEqual(places, FirstSettings.StateOf(settings, s_toys, default).Toys.Sum(toy => toy.Endpoints.Count(place => place.IsApproved)));
    }

    // The minute of now is 29917110.
    [TestMethod]
    [Req("SENS-02")]
    [DataRow("1h", 29917170)]
    [DataRow("today", 29917440)]
    [DataRow("term", 29917110 + (186 * 24 * 60))]
    public void Of_Agree_EndsWhenItSays(string time, int untilMinute)
    {
        FamilySettings changed = Good(FirstSettings.Of(s_toys, Acceptance.OwnTls), "agree story-bear microphone " + time);

        StringAssert.Contains(Shown(changed), $"\"agreed\":[{{\"sensor\":\"microphone\",\"untilMinute\":{untilMinute}}}]");
    }

    [TestMethod]
    public void Of_AnEndWithoutAClock_IsRefusedButNotTakingItBack()
    {
        FamilySettings before = Good(FirstSettings.Of(s_toys, Acceptance.OwnTls), "agree story-bear microphone term");

        foreach (string ending in new[] { "agree story-bear microphone 1h", "approve story-bear usage 1h", "pause all 5" })
        {
            Assert.IsNull(FamilyChange.Of(before, Command(ending), s_toys, default, out string refusal));
            Assert.AreNotEqual("", refusal);
        }

        Assert.AreEqual(Begun, Shown(FamilyChange.Of(before, Command("agree story-bear microphone none"), s_toys, default, out string _)!));
    }

    private static FamilyCommand Command(string line)
    {
        return FamilyCommandReader.Read(Encoding.UTF8.GetBytes(line), out string _)!;
    }

    private static FamilySettings Good(FamilySettings before, string line)
    {
        FamilySettings? after = Change(before, line, out string refusal);

        Assert.AreEqual("", refusal);
        return after!;
    }

    private static FamilySettings? Change(FamilySettings before, string line, out string refusal)
    {
        return FamilyChange.Of(before, Command(line), s_toys, Now, out refusal);
    }

    // Approvals are kept by their prints, whose order says nothing; windows only by that there are some.
    private static string Shown(FamilySettings settings)
    {
        string json = SettingsJson.Of(settings, 7, s_toys);
        json = System.Text.RegularExpressions.Regex.Replace(json, "\"quiet\":\\[\\{.*?\\}\\]", "\"quiet\":[…]");
        return System.Text.RegularExpressions.Regex.Replace(
            json,
            "\"approved\":\\[([^\\]]*)\\]",
            match => "\"approved\":[" + string.Join(',', match.Groups[1].Value.Split(',').OrderBy(PlaceOf)) + "]");
    }

    private static int PlaceOf(string quoted)
    {
        return Array.IndexOf(["\"stories\"", "\"voices\"", "\"usage\"", "\"postcards\"", "\"lullabies\"", "\"updates\""], quoted);
    }
}
