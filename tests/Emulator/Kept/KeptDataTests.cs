using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Kept;

/// <summary>Goal: what a run keeps in its data folder is in force in the next one, whatever options say, until it is wiped. Method: the real program, started over one folder again and again.</summary>
[TestClass]
public class KeptDataTests
{
    private static readonly IPAddress s_bear = IPAddress.Parse("127.0.0.1");

    [TestMethod]
    [Req("DEF-03")]
    public void SecondRun_WithOtherOptions_GoesByWhatIsKept()
    {
        using TestFolder folder = new();
        string lab = folder.Write("lab.json", """{"resolve":{},"connect":{}}""");
        string data = Path.Combine(folder.Path, "home");

        using (KilledProgram first = KilledProgram.Start(data, "--lab", lab))
        {
            Assert.IsTrue(first.Briefing.Any(line => line.StartsWith("hub paired=no ", StringComparison.Ordinal)));
            StringAssert.StartsWith(first.Ask("approve story-bear stories"), "refused ");
            Assert.AreEqual(0, first.PressCtrlC());
        }

        using (KilledProgram second = KilledProgram.Start(data, "--paired", "--accept-plain", "--lab", lab))
        {
            Assert.IsTrue(second.Briefing.Any(line => line.StartsWith("hub paired=no ", StringComparison.Ordinal)));
            Assert.IsTrue(second.Briefing.Any(line => line.StartsWith("note what ", StringComparison.Ordinal)), string.Join('\n', second.Briefing));
            Assert.IsFalse(Toy.IsOpen(second.DnsPort, s_bear, "stories.toys.example"));
        }
    }

    [TestMethod]
    public void SecondRun_WithoutOptions_IsStillPaired()
    {
        using TestFolder folder = new();
        string lab = folder.Write("lab.json", """{"resolve":{},"connect":{}}""");
        string data = Path.Combine(folder.Path, "home");

        using (KilledProgram first = KilledProgram.Start(data, "--paired", "--lab", lab))
        {
            StringAssert.StartsWith(first.Ask("withdraw story-bear stories"), "saved ");
            Assert.IsFalse(Toy.IsOpen(first.DnsPort, s_bear, "stories.toys.example"));
            Assert.AreEqual(0, first.PressCtrlC());
        }

        using KilledProgram second = KilledProgram.Start(data, "--lab", lab);
        Assert.IsTrue(second.Briefing.Any(line => line.StartsWith("hub paired=yes ", StringComparison.Ordinal)));
        Assert.IsFalse(Toy.IsOpen(second.DnsPort, s_bear, "stories.toys.example"));
        Assert.IsTrue(Toy.IsOpen(second.DnsPort, s_bear, "bear.voices.toys.example"));
    }

    [TestMethod]
    [Req("RES-02")]
    public void CtrlC_KeepsWhatWasUsedOfTheDay()
    {
        const int NamesADay = 16;
        using TestFolder folder = new();
        string lab = folder.Write("lab.json", """{"resolve":{},"connect":{}}""");
        string data = Path.Combine(folder.Path, "home");

        using (KilledProgram first = KilledProgram.Start(data, "--paired", "--lab", lab))
        {
            for (int i = 0; i < NamesADay; i++)
            {
                Assert.IsTrue(Toy.IsOpen(first.DnsPort, s_bear, $"n{i}.voices.toys.example"));
            }

            Assert.AreEqual(0, first.PressCtrlC());
        }

        using KilledProgram second = KilledProgram.Start(data, "--lab", lab);
        Assert.IsTrue(Toy.IsOpen(second.DnsPort, s_bear, "n3.voices.toys.example"));
        Assert.IsFalse(Toy.IsOpen(second.DnsPort, s_bear, "one-more.voices.toys.example"));
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Wipe_LeavesNothingAndUnlocksNothing()
    {
        using TestFolder folder = new();
        string lab = folder.Write("lab.json", """{"resolve":{},"connect":{}}""");
        string data = Path.Combine(folder.Path, "home");

        using (KilledProgram first = KilledProgram.Start(data, "--paired", "--lab", lab))
        {
            StringAssert.StartsWith(first.Ask("quiet story-bear 20:00-07:00"), "saved ");
            Assert.IsTrue(Toy.IsOpen(first.DnsPort, s_bear, "marker.voices.toys.example"));
            Assert.IsTrue(IsInAnyFile(data, "story-bear"));

            Assert.AreEqual("wiped nobody is paired", first.Ask("wipe"));

            KeptState state = KeptState.Read(first.Ask("settings"));
            Assert.IsFalse(state.IsPaired);
            Assert.IsFalse(Toy.IsOpen(first.DnsPort, s_bear, "stories.toys.example"));
            StringAssert.StartsWith(first.Ask("resume all"), "refused ");
            Assert.IsFalse(IsInAnyFile(data, "story-bear") || IsInAnyFile(data, "marker"));
            Assert.AreEqual(0, first.PressCtrlC());
        }

        using KilledProgram second = KilledProgram.Start(data, "--paired", "--lab", lab);
        Assert.IsTrue(second.Briefing.Any(line => line.StartsWith("hub paired=no ", StringComparison.Ordinal)), string.Join('\n', second.Briefing));
        Assert.IsFalse(Toy.IsOpen(second.DnsPort, s_bear, "stories.toys.example"));
    }

    [TestMethod]
    public void Settings_OfAHome_SaysWhatIsInForceAndWhatIsAmiss()
    {
        using LivedInHome home = new();

        (int exitCode, IReadOnlyList<string> lines, IReadOnlyList<string> _) = EmulatorRun.ToEnd("settings", home.Data);
        Assert.AreEqual(0, exitCode, string.Join('\n', lines));
        Assert.AreEqual(home.Saved.Text, KeptState.Read(lines[^1]).Text);

        byte[] before = File.ReadAllBytes(Path.Combine(home.Flash, "settings-a"));
        before[^1] ^= 1;
        File.WriteAllBytes(Path.Combine(home.Flash, "settings-a"), before);
        (exitCode, lines, _) = EmulatorRun.ToEnd("settings", home.Data);
        Assert.AreEqual(1, exitCode, string.Join('\n', lines));
        Assert.IsTrue(lines.Any(line => line.StartsWith("{\"finding\":1,\"place\":\"settings-a\",", StringComparison.Ordinal)), string.Join('\n', lines));
        Assert.AreEqual(home.Saved.Text, KeptState.Read(lines[^1]).Text);

        // Looking repairs nothing.
        CollectionAssert.AreEqual(before, File.ReadAllBytes(Path.Combine(home.Flash, "settings-a")));
    }

    [TestMethod]
    [DataRow("settings")]
    [DataRow("records")]
    [DataRow("settings /no/such/folder")]
    [DataRow("records /no/such/folder")]
    public void Look_NothingThere_IsOneLineAndTwo(string args)
    {
        OneLine.Assert(args.Split(' '));
    }

    private static bool IsInAnyFile(string folder, string text)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        return Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0);
    }
}
