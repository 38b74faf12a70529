using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Ask;

/// <summary>
/// Goal: "ask" gives the gate's own verdict for every target, in order, and one line with a hold for whatever is no target.
/// Method: the real program; targets as arguments and on standard input, read back as JSON.
/// </summary>
[TestClass]
public class AskTests
{
    private const string Noon = "2026-11-18T12:00:00"; // a Wednesday

    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-02")]
    [Req("EGR-03")]
    [Req("EGR-06")]
    public void Paired_EachTarget_GetsItsReason()
    {
        (string Target, int Reason)[] table =
        [
            ("stories.toys.example:443", 1),
            ("https://stories.toys.example/", 1),
            ("https://stories.toys.example", 1),
            ("https://STORIES.toys.example.:443/a?b=c&d", 1),
            ("bear.voices.toys.example:443", 1),

            ("http://127.0.0.1/", 17),
            ("127.0.0.1:443", 17),
            ("https://2130706433/", 17),
            ("https://0x7f.1/", 17),
            ("https://[::1]/", 17),
            ("[::1]:443", 17),
            ("https://stories.toys.example@evil.test/", 17),
            ("https://stories.toys.example\\@evil.test/", 17),
            ("https://stories%2etoys.example/", 17),
            ("https://stories.toys.example /", 17),
            ("stories_toys.example:443", 17),
            ("ftp://stories.toys.example/", 17),
            ("", 17),
            (":443", 17),
            ("@stories.toys.example:443", 17),
            ("--paired", 17),
            ("[suggest]", 17),

            ("evil.test:443", 18),
            ("stories.toys.example.evil.test:443", 18),
            ("evilstories.toys.example:443", 18),
            ("toys.example:443", 18),
            ("a.b.voices.toys.example:443", 18),
            ("lullabies.lights.test:443", 18),

            ("usage.metrics.example:443", 19),
            ("http://postcards.toys.example/", 19),
            ("postcards.toys.example:80", 19),

            ("stories.toys.example:8443", 20),
            ("https://stories.toys.example:80/", 20),
            ("http://stories.toys.example/", 20),
            ("stories.toys.example", 20),
            ("stories.toys.example:", 20),
            ("stories.toys.example:0", 20),
            ("stories.toys.example:0443", 20),
            ("stories.toys.example:65979", 20), // 65536 + 443
            ("stories.toys.example:4294967739", 20), // 2^32 + 443
            ("stories.toys.example:+443", 20),

            ("http://stories.toys.example:443/", 21),
        ];

        AssertTable(table, Answer(["--paired", "--clock", Noon, "--toy", "story-bear", "--"], [.. table.Select(row => row.Target)]));
    }

    [TestMethod]
    [Req("DEF-02")]
    public void NotPaired_ComesBeforeAllElse()
    {
        (string Target, int Reason)[] table =
        [
            ("stories.toys.example:443", 10), ("http://127.0.0.1/", 10), ("evil.test:443", 10), ("", 10),
        ];

        AssertTable(table, Answer(["--clock", "unknown", "--toy", "story-bear", "--"], [.. table.Select(row => row.Target)]));
    }

    [TestMethod]
    [DataRow("unknown")]
    [DataRow("1970-01-01T00:00:00")] // what a device says that has lost its clock
    public void UnknownClock_ComesBeforeTheHost(string clock)
    {
        (string Target, int Reason)[] table = [("stories.toys.example:443", 14), ("http://127.0.0.1/", 14), ("evil.test:443", 14)];

        AssertTable(table, Answer(["--paired", "--clock", clock, "--toy", "story-bear"], [.. table.Select(row => row.Target)]));
    }

    [TestMethod]
    public void Clock_DefaultsToNow()
    {
        AssertTable([("stories.toys.example:443", 1)], Answer(["--paired", "--toy", "story-bear"], ["stories.toys.example:443"]));
    }

    [TestMethod]
    public void Wildcard_TheSeventeenthNameOfADay_IsHeld()
    {
        string[] targets = [.. Enumerable.Range(1, 17).Select(number => $"v{number}.voices.toys.example:443"), "v1.voices.toys.example:443"];
        (string Target, int Reason)[] table = [.. targets.Select((target, at) => (target, at == 16 ? 24 : 1))];

        AssertTable(table, Answer(["--paired", "--clock", Noon, "--toy", "story-bear"], targets));
    }

    [TestMethod]
    public void OwnManifests_HoursDecideByTheClock()
    {
        using TestFolder folder = new();
        string json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "story-bear.json"));
        folder.Write("bear.json", json.Replace(
            "\"dailyBytes\": 52428800", "\"hours\": [{ \"days\": [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"], \"from\": \"07:00\", \"to\": \"19:00\" }]", StringComparison.Ordinal));
        string[] common = ["--paired", "--manifests", folder.Path, "--toy", "bear", "--clock"];

        AssertTable([("stories.toys.example:443", 1)], Answer([.. common, "2026-11-18T18:59:59"], ["stories.toys.example:443"]));
        AssertTable([("stories.toys.example:443", 22)], Answer([.. common, "2026-11-18T19:00"], ["stories.toys.example:443"]));
        AssertTable([("stories.toys.example:443", 22)], Answer([.. common, "2026-11-21T12:00:00"], ["stories.toys.example:443"]));
    }

    [TestMethod]
    [Req("EGR-02")]
    public void StandardInput_Garbage_IsOneHoldALine()
    {
        MemoryStream input = new();
        List<int> reasons = [];

        void Add(ReadOnlySpan<byte> line, int reason)
        {
            input.Write(line);
            input.WriteByte((byte)'\n');
            reasons.Add(reason);
        }

        Add("stories.toys.example:443"u8, 1);
        Add("stories.toys.example:443\r"u8, 1);
        Add("\r"u8, 17);
        Add(""u8, 17);
        Add("stories.toys.example\0:443"u8, 17);
        Add("stories.toys.example\0.evil.test:443"u8, 17);
        Add("https://stories.toys.example/\0"u8, 17);
        Add([0xFF, 0xFE, 0x80, (byte)':', (byte)'4'], 17);
        Add([.. "stories.toys.example"u8, 0xC0, 0xAE, .. ":443"u8], 17);
        Add("stories．toys.example:443"u8, 17);
        Add(Encoding.UTF8.GetBytes(new string('a', 10 * 1024 * 1024)), 17);
        Add([.. "https://stories.toys.example/"u8, .. Encoding.UTF8.GetBytes(new string('a', 10 * 1024 * 1024))], 17);
        Add([.. Encoding.UTF8.GetBytes(new string(' ', 4096)), .. "stories.toys.example:443"u8], 17);
        Add([.. "stories.toys.example:443"u8, .. Encoding.UTF8.GetBytes(new string('\r', 10))], 20);
        Add([.. "stories.toys.example:443"u8, .. Encoding.UTF8.GetBytes(new string('\r', 10 * 1024))], 17);
        Add("\u001b[2Jstories.toys.example:443"u8, 17);
        Random random = new(20261121);

        for (int i = 0; i < 2000; i++)
        {
            byte[] line = new byte[random.Next(60)];
            random.NextBytes(line);
            Add([.. line.Where(value => value is not ((byte)'\n' or (byte)'\r'))], -1);
        }

        // The last line has no end.
        input.Write("bear.voices.toys.example:443"u8);
        reasons.Add(1);

        List<JsonElement> answers = AnswerInput(["--paired", "--clock", Noon, "--toy", "story-bear"], input.ToArray());

        Assert.AreEqual(reasons.Count, answers.Count);

        for (int i = 0; i < answers.Count; i++)
        {
            bool isKnown = reasons[i] >= 0;
            Assert.AreEqual(reasons[i] == 1 ? "allow" : "hold", answers[i].GetProperty("verdict").GetString(), answers[i].GetRawText());
            Assert.IsTrue(!isKnown || reasons[i] == answers[i].GetProperty("reason").GetInt32(), $"line {i}: {answers[i].GetRawText()}");
        }

        // And yet it can still be told.
        Assert.AreEqual("stories.toys.example\0:443", answers[4].GetProperty("target").GetString());
    }

    [TestMethod]
    public void StandardInput_Nothing_IsNoLine()
    {
        Assert.AreEqual(0, AnswerInput(["--toy", "story-bear"], []).Count);
    }

    [TestMethod]
    public void StandardInput_LineByLine_IsAnsweredAtOnce()
    {
        using Process process = Process.Start(EmulatorRun.StartInfo(["ask", "--paired", "--toy", "story-bear"]))!;

        foreach (string verdict in new[] { "allow", "hold", "allow" })
        {
            process.StandardInput.WriteLine(verdict == "allow" ? "stories.toys.example:443" : "evil.test:443");
            process.StandardInput.Flush();
            Task<string?> line = process.StandardOutput.ReadLineAsync();
            Assert.IsTrue(line.Wait(TimeSpan.FromSeconds(30)));
            StringAssert.Contains(line.Result!, $"\"verdict\":\"{verdict}\"");
        }

        process.StandardInput.Close();
        Assert.IsTrue(process.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.AreEqual(0, process.ExitCode);
    }

    private static void AssertTable((string Target, int Reason)[] table, List<JsonElement> answers)
    {
        Assert.AreEqual(table.Length, answers.Count);

        for (int i = 0; i < table.Length; i++)
        {
            Assert.AreEqual(table[i].Target, answers[i].GetProperty("target").GetString());
            Assert.AreEqual(table[i].Reason, answers[i].GetProperty("reason").GetInt32(), table[i].Target);
            Assert.AreEqual(table[i].Reason == 1 ? "allow" : "hold", answers[i].GetProperty("verdict").GetString(), table[i].Target);
            Assert.IsTrue(answers[i].GetProperty("words").GetString()!.Length > 10, table[i].Target);
            Assert.AreEqual(4, answers[i].EnumerateObject().Count());
        }
    }

    private static List<JsonElement> Answer(string[] options, string[] targets)
    {
        (int exitCode, IReadOnlyList<string> lines, IReadOnlyList<string> errors) = EmulatorRun.ToEnd(["ask", .. options, .. targets]);
        Assert.AreEqual(0, exitCode, string.Join('\n', errors));
        Assert.AreEqual(0, errors.Count);
        return [.. lines.Select(Parse)];
    }

    private static List<JsonElement> AnswerInput(string[] options, byte[] input)
    {
        using Process process = Process.Start(EmulatorRun.StartInfo(["ask", .. options]))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        Assert.IsTrue(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.AreEqual(0, process.ExitCode, error.Result);

        // What was asked for never reaches a terminal as it came; the dot is of our own words.
        Assert.IsTrue(output.Result.All(c => c is '\n' or '·' or (>= ' ' and <= '~')));
        return [.. output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    private static JsonElement Parse(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}
