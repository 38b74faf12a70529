using System;
using System.Linq;
using System.Text;

using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Attacks;

/// <summary>Goal: a web site in the parent's browser, and a name that was made to lead here, get nothing and move nothing. Method: questions that are right in all but where they come from.</summary>
[TestClass]
public sealed class CrossSiteTests
{
    private const string DoorType = "application/octet-stream";

    // The Origin, and more fields; # stands for our host, * for its port.
    [TestMethod]
    [Req("WEB-02")]
    [DataRow("", "")]
    [DataRow("null", "")]
    [DataRow("http://evil.example", "")]
    [DataRow("https://#", "")]
    [DataRow("http://#.evil.example", "")]
    [DataRow("http://127.0.0.1:*", "")]
    [DataRow("http://#/", "")]
    [DataRow("http://#", "Sec-Fetch-Site: cross-site\r\n")]
    [DataRow("http://#", "Sec-Fetch-Site: same-site\r\n")]
    [DataRow("http://#", "Sec-Fetch-Site: none\r\n")]
    [DataRow("http://#", "Origin: http://evil.example\r\n")]
    public void Door_FromAnotherSite_IsRefusedAndMovesNoCounter(string origin, string more)
    {
        using FamilyRig rig = new(true);
        PhoneWire home = rig.Wire();
        byte[] question = Question(rig, home, out TestPhone phone);
        string before = rig.State;

        string from = origin.Replace("#", rig.HostName, StringComparison.Ordinal).Replace("*", rig.Page.Port.ToString(), StringComparison.Ordinal);
        PhoneExchange refused = home.Send(home.Request("POST", "/door", DoorType, question, null, from, more));
        Assert.AreEqual(403, refused.Status, Encoding.Latin1.GetString(refused.Answer));
        Assert.AreEqual("", refused.Text);
        Assert.AreEqual(before, rig.State);

        // The very same from our own page is the next question still.
        byte[]? answer = home.Door(question);
        Assert.IsNotNull(answer);
        Assert.IsTrue(phone.Channel!.Answer(answer)!.Contains("\"ok\":true", StringComparison.Ordinal));
        Assert.AreNotEqual(before, rig.State);
    }

    [TestMethod]
    [Req("WEB-01")]
    [DataRow("evil.example")]
    [DataRow("#.evil.example")]
    [DataRow("127.0.0.9:*")]
    [DataRow("toyguard-00000000.local:*")]
    [DataRow("localhost:*")]
    [DataRow("#1")]
    public void Door_UnderAnotherName_IsRefused(string host)
    {
        using FamilyRig rig = new(true);
        PhoneWire home = rig.Wire();
        byte[] question = Question(rig, home, out _);
        string before = rig.State;
        string name = host.Replace("#", rig.HostName, StringComparison.Ordinal).Replace("*", rig.Page.Port.ToString(), StringComparison.Ordinal);

        PhoneExchange posted = home.Send(home.Request("POST", "/door", DoorType, question, name));
        PhoneExchange looked = home.Send(home.Request("GET", "/state", "", Array.Empty<byte>(), name));
        Assert.IsTrue(posted.Status is 421 or 400, Encoding.Latin1.GetString(posted.Answer));
        Assert.IsTrue(looked.Status is 421 or 400, Encoding.Latin1.GetString(looked.Answer));
        Assert.AreEqual("", posted.Text + looked.Text);
        Assert.AreEqual(before, rig.State);
        Assert.IsNotNull(home.Door(question));
    }

    // A form, an image, a script of another site: what a browser sends without asking.
    [TestMethod]
    [Req("WEB-02")]
    public void Door_ByOtherMeans_IsRefused()
    {
        using FamilyRig rig = new(true);
        PhoneWire home = rig.Wire();
        byte[] question = Question(rig, home, out _);
        string before = rig.State;

        foreach (string type in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/json" })
        {
            Assert.AreEqual(403, home.Post("/door", type, question).Status, type);
        }

        foreach (string path in new[] { "/door", "/setup", "/", "/state", "/help" })
        {
            int status = home.Get(path).Status;
            Assert.AreEqual(status, home.Get(path).Status, path);
            Assert.AreNotEqual(200, home.Send(home.Request("PUT", path, DoorType, question)).Status, path);
            Assert.AreNotEqual(200, home.Send(home.Request("DELETE", path, DoorType, question)).Status, path);
        }

        Assert.AreEqual(before, rig.State);
        Assert.IsNotNull(home.Door(question));
    }

    // AUTH-01: without a session there is one answer, whatever is asked and whatever is wrong.
    [TestMethod]
    [Req("AUTH-01")]
    [Req("AUTH-04")]
    public void Door_WhateverIsWrong_IsOneRefusal()
    {
        using FamilyRig rig = new(true);
        PhoneWire home = rig.Wire();
        TestPhone phone = rig.Claimed(home.Door);
        Assert.IsTrue(phone.SignIn(true));
        byte[] question = phone.Channel!.Question("{\"op\":\"look\"}");
        Assert.AreEqual(200, home.Post("/door", DoorType, question).Status);
        string before = rig.State;

        byte[] unknown = (byte[])question.Clone();
        unknown[40] ^= 1;
        byte[] damaged = (byte[])question.Clone();
        damaged[^1] ^= 1;
        byte[] early = phone.Channel.Question("{\"op\":\"look\"}");
        early[63]++;
        TestPhone stranger = new(home.Door);
        byte[] wrongPhone = new byte[96];
        question.AsSpan(0, 64).CopyTo(wrongPhone);
        byte[][] wrongs = { new byte[1], new byte[96], new byte[3168], unknown, damaged, early, wrongPhone, Encoding.ASCII.GetBytes("{\"op\":\"wipe\"}") };

        string[] answers = wrongs.Select(wrong => Encoding.Latin1.GetString(home.Post("/door", DoorType, wrong).Answer)).ToArray();
        Assert.IsFalse(stranger.Open(1, "0000000000000000", 1), "a claim of what is somebody's");
        Assert.IsFalse(stranger.Open(3, "0000000000000000"), "welcome back without a press");
        answers = answers.Append(Encoding.Latin1.GetString(home.Heard[^1].Answer)).Append(Encoding.Latin1.GetString(home.Send(home.Request("POST", "/door", DoorType, question, null, "http://evil.example")).Answer)).ToArray();

        foreach (string answer in answers)
        {
            Assert.AreEqual(answers[0], answer);
        }

        Assert.IsTrue(answers[0].StartsWith("HTTP/1.1 403 ", StringComparison.Ordinal), answers[0]);
        Assert.AreEqual(before, rig.State);
    }

    // The device's own Wi-Fi serves half one; who is only there gets no session and no claim (design.md 6).
    [TestMethod]
    [Req("AUTH-01")]
    public void Door_OnTheOwnWifi_TakesNoSessionAndNoClaim()
    {
        using FamilyRig rig = new(true);
        PhoneWire home = rig.Wire();
        PhoneWire own = rig.Wire(FamilyRig.OwnSide);
        TestPhone phone = rig.Claimed(home.Door);
        Assert.IsTrue(phone.SignIn(true));
        string before = rig.State;

        Assert.IsNull(own.Door(phone.Channel!.Question("{\"op\":\"pause\",\"toy\":1}")));
        byte[][] begins = phone.Said.Select(said => said.Sent).Where(sent => sent[4] == 1).ToArray();
        Array.ForEach(begins, begin => Assert.IsNull(own.Door(begin)));
        Array.ForEach(begins.Where(begin => begin[3] == 8).ToArray(), begin => Assert.IsNotNull(home.Door(begin)));
        Assert.AreEqual(403, own.Post("/setup", "application/json", Encoding.ASCII.GetBytes("{\"ssid\":\"Hut\",\"key\":\"sunny-day-42\"}")).Status);
        Assert.AreEqual(before, rig.State);
    }

    // The next question of a guardian's full session.
    private static byte[] Question(FamilyRig rig, PhoneWire home, out TestPhone phone)
    {
        phone = rig.Claimed(home.Door);
        Assert.IsTrue(phone.SignIn(true));
        return phone.Channel!.Question("{\"op\":\"pause\",\"toy\":1}");
    }
}
