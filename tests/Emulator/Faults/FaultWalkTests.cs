using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

using ToyGuard.Emulator.Tests.Abuse;
using ToyGuard.Emulator.Tests.Board;
using ToyGuard.Emulator.Tests.Kept;
using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Faults;

/// <summary>
/// Goal: each thing that may be missing or break closes what it must, is told in words, and leaves nothing behind once it is mended.
/// Method: the real program; the fault is made at the virtual board or around the program, and taken away again in the same run.
/// </summary>
[TestClass]
public class FaultWalkTests
{
    private const string Pin = "481516";
    private const string Story = "stories.toys.example";
    private static readonly IPAddress s_bear = IPAddress.Loopback;

    [TestMethod]
    [Req("RES-01")]
    [DataRow("gone", SetUpWalk.Key, "not-heard")]
    [DataRow("works", "rainy-day-42", "password")]
    [DataRow("no-address", SetUpWalk.Key, "no-address")]
    [DataRow("sign-in", SetUpWalk.Key, "sign-in")]
    [DataRow("wpa3", SetUpWalk.Key, "wpa3")]
    public void Wifi_ThatLetsNobodyIn_IsToldAndLeavesEverythingClosedUntilItDoes(string fault, string key, string told)
    {
        using EmulatorRun run = SetUpWalk.Start("hub");
        using BoardClient board = BoardClient.Of(run);
        SetUpWalk.Choose(run, board, () => Air(board, fault), key);
        board.Until(_ => SetUpWalk.State(run) is JsonElement state && state.GetProperty("fault").GetString() == told);

        Assert.AreEqual("", board.State().GetProperty("joined").GetString());
        Assert.IsFalse(Toy.IsOpen(run.DnsPort, s_bear, Story));
        Assert.AreEqual(0, run.Count("lab-resolver", ""));
        AssertWords(run, "fault-" + told);

        Air(board, "works");
        board.Until(_ => SetUpWalk.State(run) is not null);
        SetUpWalk.ChooseAgain(run);
        board.Until(state => state.GetProperty("joined").GetString() == "Home");
    }

    // A router that goes decides nothing: what was open stays open and nothing else, the device's own Wi-Fi is still there, and nobody has to press.
    [TestMethod]
    [Req("RES-01")]
    public void HomeWifi_Lost_KeepsEveryRuleAndIsJoinedAgainByItself()
    {
        using EmulatorRun run = SetUpWalk.Start("hub");
        using BoardClient board = BoardClient.Of(run);
        SetUpWalk.BringHome(run, board);
        TestPhone guardian = SetUpWalk.PhoneAtHome(run, board);
        Assert.IsTrue(guardian.Claim(SetUpWalk.PressForTheCode(board).GetProperty("display").GetProperty("code").GetString()!, Pin));
        Assert.IsTrue(guardian.SignIn(full: true));

        Air(board, "gone");
        Assert.AreEqual("", board.State().GetProperty("joined").GetString());
        Assert.IsNull(guardian.Ask(new { op = "pause", toy = 0 }), "nobody is in the home's Wi-Fi");
        Assert.IsNotNull(SetUpWalk.State(run), "its own Wi-Fi");
        Assert.IsTrue(Toy.IsOpen(run.DnsPort, s_bear, Story));
        Assert.IsFalse(Toy.IsOpen(run.DnsPort, s_bear, "usage.metrics.example"));

        Air(board, "works");
        board.Until(state => state.GetProperty("joined").GetString() == "Home");
        Assert.IsTrue(guardian.AskAgain()!.IsOk, "what the phone said into the dark");
        Assert.IsFalse(Toy.IsOpen(run.DnsPort, s_bear, Story));
    }

    [TestMethod]
    [Req("RES-01")]
    [Req("EGR-04")]
    public async Task Resolver_Silent_HoldsUntilItAnswers()
    {
        bool isAwake = false;
        using FakeResolver resolver = new((fake, question) =>
        {
            if (Volatile.Read(ref isAwake))
            {
                fake.Reply(question, question.Answer(60, 10));
            }
        });
        using EchoServer place = new();
        using TestFolder folder = new();
        using TestFolder lab = new();
        folder.CopySample("story-bear.json");
        lab.Write("lab.json", $$$"""{"connect":{"192.0.2.10:443":"{{{place.Place}}}"}}""");
        using EmulatorRun run = EmulatorRun.Start(
            "--paired", "--manifests", folder.Path, "--toy-at", "127.0.0.1=story-bear", "--lab", Path.Combine(lab.Path, "lab.json"), "--resolver", $"127.0.0.1:{resolver.Port}");
        byte[] hello = TcpService.Hello(Story);
        TcpService tls = new("tls", run.TlsPort, hello, hello, hello, "\u0016\u0003");

        Assert.DoesNotContain("\u0016\u0003\u0001", await HonestClient.HearOnceAsync(tls, s_bear));
        run.Verdict($"host={Story}", "asked=hello", "state=closed", "reason=41");
        Assert.IsNotEmpty(resolver.Questions, "it asks nobody else");
        Assert.AreEqual(0, run.Count("verdict", "asked=hello state=open"));

        Volatile.Write(ref isAwake, true);
        await using OpenRelay relay = await OpenedAsync(tls);
        run.Verdict($"host={Story}", "asked=hello", "state=open");
    }

    [TestMethod]
    [Req("RES-01")]
    public void Clock_Unknown_HoldsUntilItIsKnown()
    {
        using EmulatorRun run = EmulatorRun.Start("--paired", "--clock", "unknown", "--board-port", "0");
        using BoardClient board = BoardClient.Of(run);

        Assert.AreEqual("unknown", board.State().GetProperty("clock").GetString());
        Assert.IsFalse(Toy.IsOpen(run.DnsPort, s_bear, Story));
        run.Verdict($"host={Story}", "state=closed", "reason=14");
        Assert.AreEqual(0, run.Count("lab-resolver", Story));

        board.Do("clock", """{"shift":0}""");
        board.Until(_ => Toy.IsOpen(run.DnsPort, s_bear, Story));
        Assert.IsFalse(Toy.IsOpen(run.DnsPort, s_bear, "tracker.ads.example"));
    }

    // What is stricter is in force all the same; what is looser is not, and the phone is told.
    [TestMethod]
    [Req("RES-01")]
    [Req("DEF-03")]
    public void Flash_Full_TakesNothingLooserAndTellsThePhone()
    {
        using EmulatorRun run = SetUpWalk.Start("hub");
        using BoardClient board = BoardClient.Of(run);
        SetUpWalk.BringHome(run, board);
        TestPhone phone = SetUpWalk.PhoneAtHome(run, board);

        // Nobody becomes a guardian whom the next start would not know.
        Break(board, "flash", true);
        string code = SetUpWalk.PressForTheCode(board).GetProperty("display").GetProperty("code").GetString()!;
        Assert.IsFalse(phone.Claim(code, Pin));
        Assert.IsFalse(board.State().GetProperty("paired").GetBoolean());
        Assert.IsFalse(Toy.IsOpen(run.DnsPort, s_bear, Story));

        Break(board, "flash", false);
        TestPhone guardian = SetUpWalk.PhoneAtHome(run, board);
        Assert.IsTrue(Claimed(run, board, guardian));
        Assert.IsTrue(guardian.SignIn(full: true));
        Assert.IsTrue(Toy.IsOpen(run.DnsPort, s_bear, Story));

        Break(board, "flash", true);
        Assert.AreEqual("not-saved", guardian.Loosen(new { op = "approve", toy = 1, endpoint = 3 })!.Why);
        AssertWords(run, "why-not-saved");
        Assert.IsFalse(Toy.IsOpen(run.DnsPort, s_bear, "usage.metrics.example"));
        _ = guardian.Ask(new { op = "pause", toy = 0 });
        Assert.IsFalse(Toy.IsOpen(run.DnsPort, s_bear, Story));

        Break(board, "flash", false);
        Assert.IsTrue(guardian.Loosen(new { op = "resume", toy = 0 })!.IsOk);
        Assert.IsTrue(guardian.Loosen(new { op = "approve", toy = 1, endpoint = 3 })!.IsOk);
        Assert.IsTrue(Toy.IsOpen(run.DnsPort, s_bear, "usage.metrics.example"));
        Assert.AreEqual(0, run.Count("failed", ""));
    }

    // The code is on nothing else, so nobody gets in; the sign and its words go on.
    [TestMethod]
    [Req("RES-01")]
    [Req("PAIR-01")]
    public void Display_Dead_ShowsNoCodeAndLetsNobodyInUntilItIsMended()
    {
        using EmulatorRun run = SetUpWalk.Start("hub");
        using BoardClient board = BoardClient.Of(run);
        SetUpWalk.BringHome(run, board);
        Break(board, "display", true);
        board.Do("press");
        JsonElement dark = board.Until(state => state.GetProperty("sign").GetString() == "claim-open");

        Assert.AreEqual("", dark.GetProperty("display").GetProperty("code").GetString());
        Assert.AreEqual("", dark.GetProperty("display").GetProperty("qr").GetString());
        Assert.IsTrue(dark.GetProperty("display").GetProperty("rows").EnumerateArray().All(row => row.GetString() == new string('0', 32)));
        Assert.DoesNotContain("#c=", dark.GetProperty("links").GetProperty("home").GetString()!);
        Assert.AreEqual(0, run.Lines.Count(line => line.StartsWith("code ", StringComparison.Ordinal) && line.Length > "code ".Length));
        Assert.IsTrue(dark.GetProperty("says").EnumerateArray().Any(said => said.GetProperty("words").GetString() == "A grown-up may make me theirs now."));
        Assert.IsFalse(SetUpWalk.PhoneAtHome(run, board).Claim("00000000000000000", Pin));
        Assert.IsFalse(Toy.IsOpen(run.DnsPort, s_bear, Story));

        Break(board, "display", false);
        string code = board.Until(state => state.GetProperty("display").GetProperty("code").GetString() != "").GetProperty("display").GetProperty("code").GetString()!;
        Assert.IsTrue(SetUpWalk.PhoneAtHome(run, board).Claim(code, Pin));
    }

    // What was not found is not looked for again at once.
    private static async Task<OpenRelay> OpenedAsync(TcpService tls)
    {
        const int Tries = 60;

        for (int i = 1; ; i++)
        {
            try
            {
                return await OpenRelay.OpenAsync(tls, s_bear);
            }
            catch (System.Net.Sockets.SocketException) when (i < Tries)
            {
                await Task.Delay(500);
            }
        }
    }

    // After a claim that could not be saved the window may be over; a press opens it again.
    private static bool Claimed(EmulatorRun run, BoardClient board, TestPhone phone)
    {
        string code = board.State().GetProperty("display").GetProperty("code").GetString()!;
        return (code.Length > 0 && phone.Claim(code, Pin)) || phone.Claim(SetUpWalk.PressForTheCode(board).GetProperty("display").GetProperty("code").GetString()!, Pin);
    }

    private static void Air(BoardClient board, string fault)
    {
        board.Do("wifi", $$"""{"network":"Home","fault":"{{fault}}"}""");
    }

    private static void Break(BoardClient board, string part, bool isBroken)
    {
        board.Do("break", JsonSerializer.Serialize(new { part, broken = isBroken }));
    }

    // The page that it serves has words for it, in the language that is asked for.
    private static void AssertWords(EmulatorRun run, string word)
    {
        using JsonDocument words = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "firmware", "Page", "www", "words", "en.json")));
        string text = words.RootElement.GetProperty(word).GetString()!;
        string url = word.StartsWith("why", StringComparison.Ordinal) ? run.UrlOf("page-home") + "part/why" : run.UrlOf("page");
        Client page = Client.Run("curl", "-sS", "--compressed", "-H", "Accept-Language: en", url);
        Assert.Contains($"\"{word}\":\"{text}\"", page.Output);
    }
}
