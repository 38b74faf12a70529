using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

using ToyGuard.Fakes;

namespace ToyGuard.Maker.Tests.Running;

/// <summary>Goal: a maker learns all that is wrong with a manifest, and what a parent will read. Method: the real program.</summary>
[TestClass]
public class ManifestTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static string Sample
    {
        get { return Path.Combine(Repository.Root, "firmware/Emulator/Samples/twinkle-lamp.json"); }
    }

    [TestMethod]
    public void Check_GoodOne_IsZero()
    {
        (int exitCode, string output, string errors) = MakerRun.ToEnd("manifest", "check", Sample);

        Assert.AreEqual(0, exitCode, output + errors);
        StringAssert.EndsWith(output, "twinkle-lamp.json: it can be used\n");
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Check_BadOnes_SaysLineReasonAndSuggestionOfEach()
    {
        using TestFolder folder = new();
        string text = File.ReadAllText(Sample);
        string bad = folder.Write("bad.json", text.Replace("\"manifest\": 1", "\"manifest\": 2", StringComparison.Ordinal).Replace("\"port\": 443", "\"port\": 0", StringComparison.Ordinal).Replace("\"scheme\": \"https\"", "\"scheme\": \"HTTPS\"", StringComparison.Ordinal));
        string empty = folder.Write("empty.json", "");

        (int exitCode, string output, _) = MakerRun.ToEnd("manifest", "check", bad, empty, Sample);

        Assert.AreEqual(1, exitCode, output);
        StringAssert.Contains(output, bad + ":2: manifest: ");
        StringAssert.Contains(output, "endpoints[0].port: ");
        StringAssert.Contains(output, " Write \"https\"\n");
        StringAssert.Contains(output, empty + ": it cannot be used: ");
        StringAssert.Contains(output, "twinkle-lamp.json: it can be used\n");
    }

    [TestMethod]
    [DataRow("", "it is not beside the manifest")]
    [DataRow("words", "something stands beside the certificates")]
    [DataRow("-----BEGIN PRIVATE" + " KEY-----\nAAAA\n-----END PRIVATE" + " KEY-----\n", "A PRIVATE KEY stands in it")]
    public void Check_RootsThatNoToyCanUse_SaysSo(string pem, string part)
    {
        using TestFolder folder = new();
        string text = File.ReadAllText(Sample).TrimEnd();
        string path = folder.Write("lamp.json", text[..^1] + ", \"roots\": [\"toys.pem\"] }");

        if (pem.Length > 0)
        {
            folder.Write("toys.pem", pem);
        }

        (int exitCode, string output, _) = MakerRun.ToEnd("manifest", "check", path);

        Assert.AreEqual(1, exitCode, output);
        StringAssert.Contains(output, "lamp.json: roots: toys.pem: " + part);
    }

    [TestMethod]
    [Req("EGR-06")]
    public void Explain_SaysWhoseEachPlaceIsAndThatItIsClosed()
    {
        (int exitCode, string output, _) = MakerRun.ToEnd("manifest", "explain", Path.Combine(Repository.Root, "firmware/Emulator/Samples/story-bear.json"));

        Assert.AreEqual(0, exitCode, output);
        StringAssert.Contains(output, "Metrics Ltd (not its maker) to report how it is used. It gets: when and how it is played with.\n    usage.metrics.example, port 443, sealed on the way\n    waiting: closed until a grown-up opens just this one\n    takes no delete-requests: a grown-up is told to ask there\n");
        StringAssert.Contains(output, "It can listen to talk with the child, only while the child holds the button, and its light is on.\n    off: ");
        StringAssert.Contains(output, "NOT sealed");
    }

    [TestMethod]
    public void Explain_BadOne_SaysWhatIsWrong()
    {
        using TestFolder folder = new();

        (int exitCode, string output, _) = MakerRun.ToEnd("manifest", "explain", folder.Write("bad.json", "{}"));

        Assert.AreEqual(1, exitCode);
        StringAssert.Contains(output, "bad.json: it cannot be used: ");
    }

    [TestMethod]
    public async Task Check_Watched_ShowsEachSaveUntilItIsEnded()
    {
        using TestFolder folder = new();
        string path = folder.Write("lamp.json", File.ReadAllText(Sample));
        using Process process = MakerRun.Start("manifest", "check", path, "--watch");

        try
        {
            await LineAsync(process, "it can be used");
            await LineAsync(process, "Who it talks to");
            File.Delete(path);
            await LineAsync(process, "cannot be read");
            folder.Write("lamp.json", "{}");
            await LineAsync(process, "it cannot be used");
            folder.Write("lamp.json", File.ReadAllText(Sample));
            await LineAsync(process, "it can be used");
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    private static async Task LineAsync(Process process, string part)
    {
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(s_patience) is string line)
        {
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail("It ended before it said: " + part);
    }
}
