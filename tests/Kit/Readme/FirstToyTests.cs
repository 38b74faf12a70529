using System;
using System.Linq;

using ToyGuard.Fakes;
using ToyGuard.Kit.Tests.Lab;

namespace ToyGuard.Kit.Tests.Readme;

/// <summary>
/// Goal: what the README gives a newcomer works, word for word, and cannot do what the device cannot.
/// Method: its one block of code in a project of its own, through a real build with both gates, then played in the lab.
/// </summary>
[TestClass]
public class FirstToyTests
{
    private const string ByHeart = "The Bear Who Knew One Story by Heart";

    [TestMethod]
    [Timeout(300_000)]
    [Req("EGR-01")]
    [Req("SENS-02")]
    public void FirstToy_FromTheReadme_IsBuiltAndPlays()
    {
        using FirstToy made = new(FirstToy.Code);
        (int exitCode, string output) = made.Build();
        Assert.AreEqual(0, exitCode, output);

        using ToyLab lab = new();
        using MemoryAssembly code = new(made.Assembly);
        ToyRunner runner = new(code.NewToy(), lab.Kit);
        lab.Network.Server.Answer = static visit => visit.SendText("HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\nThe Lantern\nOnce.");
        runner.Start();

        try
        {
            Press(lab, runner, "The Lantern");
            Assert.AreEqual("GET /stories/1.txt HTTP/1.1", lab.Network.Server.Visits.First().Line);

            int requests = lab.Network.Requests;
            lab.Network.Gate.Approve(1, 1, false);
            Press(lab, runner, ByHeart);
            Assert.AreEqual(requests, lab.Network.Requests);

            lab.Board.IsHeld = true;
            runner.Talk(true);
            KitLab.Until(() => lab.Board.IsOn, "it does not listen");
            KitLab.Until(() => lab.Board.Reads > 1, "it does not read");
            lab.Board.IsHeld = false;
            runner.Talk(false);
            Assert.IsFalse(lab.Board.IsOn);
            KitLab.Until(() => lab.Board.Said.Contains("I heard you."), "it did not hear");
            Assert.AreEqual(0, runner.Faults);
        }
        finally
        {
            Assert.IsTrue(runner.Stop(KitLab.WaitMs));
        }
    }

    [TestMethod]
    [Timeout(300_000)]
    public void FirstToy_WithWhatTheDeviceLacks_IsRefused()
    {
        string code = FirstToy.Code.Replace(
            "    private int _loudest;", "    private int _loudest;\n    private readonly System.Collections.Generic.List<string> _heard = new();", StringComparison.Ordinal);
        using FirstToy made = new(code);

        (int exitCode, string output) = made.Check();

        Assert.AreEqual(1, exitCode, output);
        Assert.Contains("TG0001", output);
        Assert.Contains("BookToy.cs(", output);
    }

    // A computer that is busy with something else may be too slow for the device's own deadlines: then the toy knows one by heart, and a child presses again.
    private static void Press(ToyLab lab, ToyRunner runner, string words)
    {
        string last = "";

        for (int i = 0; i < 5 && last != words; i++)
        {
            int said = lab.Board.Said.Count(IsTitle);
            runner.Press();
            KitLab.Until(() => lab.Board.Said.Count(IsTitle) > said, "nothing was told");
            last = lab.Board.Said.Last(IsTitle);
        }

        Assert.AreEqual(words, last);

        bool IsTitle(string text)
        {
            return text == words || text == ByHeart;
        }
    }
}
