using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Kept;

/// <summary>A data folder that the real program lived in for two starts: some changes, some names asked for, ended well.</summary>
internal sealed class LivedInHome : IDisposable
{
    /// <summary>Changes that were saved by commands.</summary>
    public const int Changes = 6;

    private readonly TestFolder _folder = new();

    public LivedInHome()
    {
        Lab = _folder.Write("lab.json", """{"resolve":{},"connect":{}}""");
        Data = Path.Combine(_folder.Path, "home");
        OlderFlash = Path.Combine(_folder.Path, "older");

        using (KilledProgram program = KilledProgram.Start(Data, "--paired", "--lab", Lab))
        {
            Save(program, "approve story-bear postcards", "quiet twinkle-lamp 20:00-07:00");
            Assert.IsTrue(Toy.IsOpen(program.DnsPort, IPAddress.Parse("127.0.0.1"), "bear.voices.toys.example"));
            Older = KeptState.Read(program.Ask("settings"));
            Assert.AreEqual(0, program.PressCtrlC());
        }

        CopyFiles(Flash, OlderFlash);

        using (KilledProgram program = KilledProgram.Start(Data, "--paired", "--lab", Lab))
        {
            Save(program, "withdraw story-bear voices", "withdraw twinkle-lamp updates", "minutes story-bear 60", "retention 20");
            Assert.IsFalse(Toy.IsOpen(program.DnsPort, IPAddress.Parse("127.0.0.1"), "bear.voices.toys.example"));
            Saved = KeptState.Read(program.Ask("settings"));
            Assert.AreEqual(0, program.PressCtrlC());
        }
    }

    /// <summary>The data folder. Leave it as it is; <see cref="Copy"/> is for damaging.</summary>
    public string Data { get; }

    /// <summary>Its files of flash.</summary>
    public string Flash
    {
        get { return Path.Combine(Data, "flash"); }
    }

    /// <summary>The same files as they were after the first start.</summary>
    public string OlderFlash { get; }

    /// <summary>A lab that plays nothing, so that no certificate has to be made.</summary>
    public string Lab { get; }

    /// <summary>The settings that were saved last.</summary>
    public KeptState Saved { get; }

    /// <summary>Those after the first start.</summary>
    public KeptState Older { get; }

    /// <summary>The names of the files, in order.</summary>
    public IReadOnlyList<string> Files
    {
        get { return [.. Directory.GetFiles(Flash).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)]; }
    }

    /// <summary>A data folder with copies of all files.</summary>
    public TestFolder Copy()
    {
        TestFolder copy = new();
        CopyFiles(Flash, Path.Combine(copy.Path, "flash"));
        return copy;
    }

    public void Dispose()
    {
        _folder.Dispose();
    }

    private static void Save(KilledProgram program, params string[] changes)
    {
        foreach (string change in changes)
        {
            StringAssert.StartsWith(program.Ask(change), "saved ");
        }
    }

    private static void CopyFiles(string from, string to)
    {
        Directory.CreateDirectory(to);

        foreach (string file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
