using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Kept;

/// <summary>
/// Goal: whatever happens to the files, the program comes up, and allows nothing that was not saved as allowed.
/// Method: a home that was really lived in; each of its files is deleted, cut short, altered by a bit, or put in another's place, and the real
/// program is started over what is left.
/// </summary>
[TestClass]
public class DamageTests
{
    private const int HeaderBytes = 64;
    private const int RowBytes = 32;

    private static readonly Lazy<LivedInHome> s_home = new(() => new LivedInHome());

    [ClassCleanup]
    public static void End()
    {
        if (s_home.IsValueCreated)
        {
            s_home.Value.Dispose();
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Delete_AnyFile_AllowsNothingMore()
    {
        foreach (string file in s_home.Value.Files)
        {
            StartOver($"{file} deleted", flash => File.Delete(Path.Combine(flash, file)));
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    public void CutShort_AnyFile_AllowsNothingMore()
    {
        foreach (string file in s_home.Value.Files)
        {
            foreach (double part in new[] { 0, 0.8 })
            {
                StartOver($"{file} cut to {part}", flash => CutShort(Path.Combine(flash, file), part));
            }
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    public void FlipABit_InAnyFile_AllowsNothingMore()
    {
        Random random = new(20261122);

        foreach (string file in s_home.Value.Files)
        {
            int at = random.Next(8 * (int)new FileInfo(Path.Combine(s_home.Value.Flash, file)).Length);
            StartOver($"{file} bit {at}", flash => Flip(Path.Combine(flash, file), at));
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Swap_AnyTwoNeighbours_AllowsNothingMore()
    {
        IReadOnlyList<string> files = s_home.Value.Files;

        for (int i = 1; i < files.Count; i++)
        {
            StartOver($"{files[i - 1]} and {files[i]} swapped", flash =>
            {
                byte[] bytes = File.ReadAllBytes(Path.Combine(flash, files[i]));
                File.Move(Path.Combine(flash, files[i - 1]), Path.Combine(flash, files[i]), overwrite: true);
                File.WriteAllBytes(Path.Combine(flash, files[i - 1]), bytes);
            });
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    [DataRow("settings-a")]
    [DataRow("settings-b")]
    public void OneCopyOfTheSettings_Damaged_LosesNothing(string file)
    {
        (KeptState state, IReadOnlyList<string> briefing) = StartOver(file, flash => CutShort(Path.Combine(flash, file), 0.5));

        Assert.AreEqual(s_home.Value.Saved.Text, state.Text);
        Assert.IsTrue(briefing.Any(line => line.StartsWith("finding 1 ", StringComparison.Ordinal)), string.Join('\n', briefing));
    }

    [TestMethod]
    [Req("DEF-03")]
    [Req("UPD-04")]
    public void BothCopiesOfTheSettings_Damaged_ArePairedWithNobody()
    {
        (KeptState state, IReadOnlyList<string> briefing) = StartOver("both copies", flash =>
        {
            CutShort(Path.Combine(flash, "settings-a"), 0.5);
            CutShort(Path.Combine(flash, "settings-b"), 0.9);
        });

        Assert.IsFalse(state.IsPaired);
        Assert.IsTrue(briefing.Any(line => line.StartsWith("finding 3 ", StringComparison.Ordinal)), string.Join('\n', briefing));
        Assert.IsTrue(briefing.Any(line => line.StartsWith("hub paired=no ", StringComparison.Ordinal)), string.Join('\n', briefing));
    }

    [TestMethod]
    [Req("DEF-03")]
    public void OlderCopyOfBoth_IsWhatWasSavedThen()
    {
        (KeptState state, IReadOnlyList<string> _) = StartOver(
            "older copies",
            flash =>
            {
                foreach (string file in new[] { "settings-a", "settings-b" })
                {
                    File.Copy(Path.Combine(s_home.Value.OlderFlash, file), Path.Combine(flash, file), overwrite: true);
                }
            },
            s_home.Value.Older);

        Assert.AreEqual(s_home.Value.Older.Text, state.Text);
    }

    [TestMethod]
    [Req("LOG-02")]
    public void Records_Altered_AreNamedAtTheirPlace()
    {
        using TestFolder folder = s_home.Value.Copy();
        string file = Path.Combine(folder.Path, "flash", "records-00");

        // The third row.
        Flip(file, 8 * (HeaderBytes + (2 * RowBytes) + 5));
        (int exitCode, IReadOnlyList<string> lines, IReadOnlyList<string> errors) = EmulatorRun.ToEnd("records", folder.Path);
        string third = Records(s_home.Value.Data)[2];

        Assert.AreEqual(1, exitCode, string.Join('\n', errors));
        string sequence = third[..third.IndexOf(',', StringComparison.Ordinal)]["{\"sequence\":".Length..];
        Assert.IsTrue(lines.Contains($"{{\"fault\":\"row-altered\",\"sequence\":{sequence}}}"), string.Join('\n', lines));

        // Looking has changed nothing, and a run notices by itself.
        Assert.AreEqual(1, EmulatorRun.ToEnd("records", folder.Path).ExitCode);
        using KilledProgram program = KilledProgram.Start(folder.Path, "--lab", s_home.Value.Lab);
        Assert.AreEqual("finding 20 ", program.Next()[.."finding 20 ".Length]);
    }

    [TestMethod]
    [Req("LOG-01")]
    public void Records_OfAHome_TellWhatHappenedInOrder()
    {
        List<string> records = Records(s_home.Value.Data);
        string all = string.Join('\n', records);

        Assert.IsTrue(records[0].Contains("\"kind\":\"device-started\"", StringComparison.Ordinal), all);
        Assert.IsTrue(records.Count(line => line.Contains("\"kind\":\"settings-saved\"", StringComparison.Ordinal)) >= LivedInHome.Changes, all);
        Assert.IsTrue(records.Any(line => line.Contains("\"kind\":\"boot-marked-good\"", StringComparison.Ordinal)), all);
    }

    private static List<string> Records(string data)
    {
        (int exitCode, IReadOnlyList<string> lines, IReadOnlyList<string> errors) = EmulatorRun.ToEnd("records", data);
        Assert.AreEqual(0, exitCode, string.Join('\n', lines.Concat(errors)));
        return [.. lines.Where(line => line.StartsWith("{\"sequence\":", StringComparison.Ordinal))];
    }

    private static (KeptState State, IReadOnlyList<string> Briefing) StartOver(string what, Action<string> damage)
    {
        return StartOver(what, damage, s_home.Value.Saved);
    }

    private static (KeptState State, IReadOnlyList<string> Briefing) StartOver(string what, Action<string> damage, KeptState saved)
    {
        using TestFolder folder = s_home.Value.Copy();
        damage(Path.Combine(folder.Path, "flash"));
        using KilledProgram program = KilledProgram.Start(folder.Path, "--paired", "--accept-plain", "--lab", s_home.Value.Lab);
        KeptState state = KeptState.Read(program.Ask("settings"));

        Assert.IsTrue(state.IsNeverLooserThan(saved), $"{what}: {state.Text}\nsaved was: {saved.Text}");
        CheckGate(program, saved, "127.0.0.1", "story-bear", "voices", "bear.voices.toys.example", what);
        CheckGate(program, saved, "127.0.0.1", "story-bear", "usage", "usage.metrics.example", what);
        CheckGate(program, saved, "127.0.0.2", "twinkle-lamp", "updates", "updates.lights.test", what);
        Assert.AreEqual(0, program.PressCtrlC(), what);
        return (state, program.Briefing);
    }

    private static void CheckGate(KilledProgram program, KeptState saved, string address, string toy, string place, string host, string what)
    {
        bool isOpen = Toy.IsOpen(program.DnsPort, IPAddress.Parse(address), host);
        Assert.IsTrue(!isOpen || saved.Approves(toy, place), $"{what}: {host} is open for {toy}");
    }

    private static void CutShort(string path, double part)
    {
        using FileStream file = File.OpenWrite(path);
        file.SetLength((long)(file.Length * part));
    }

    private static void Flip(string path, int bit)
    {
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        File.WriteAllBytes(path, bytes);
    }
}
