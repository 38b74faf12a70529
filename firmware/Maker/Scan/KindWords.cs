using System;

namespace ToyGuard.Maker.Scan;

/// <summary>What the program says of a kind: its name, and what to use instead.</summary>
internal static class KindWords
{
    /// <summary>The kind's name, in one or two words.</summary>
    public static string NameOf(ScanKind kind)
    {
        return kind switch
        {
            ScanKind.Network => "network",
            ScanKind.Radio => "radio",
            ScanKind.Hardware => "sensor or bus",
            ScanKind.Files => "files",
            ScanKind.System => "system",
            ScanKind.Reflection => "reflection",
            ScanKind.Loading => "loading code",
            ScanKind.Native => "native code",
            ScanKind.Inside => "ToyGuard's inside",
            ScanKind.Pretending => "pretending",
            ScanKind.UnknownLibrary => "unknown library",
            ScanKind.Unlisted => "not on the list",
            ScanKind.Unreadable => "unreadable",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    /// <summary>What to do instead, as one sentence.</summary>
    public static string AdviceFor(ScanKind kind)
    {
        return kind switch
        {
            ScanKind.Network => "Send a GuardedRequest with ToyKit.Http: the gate is asked first.",
            ScanKind.Radio => "ToyGuard joins the Wi-Fi; an app has no radio of its own.",
            ScanKind.Hardware => "Use ToyKit.Sensor and ToyKit.Signs: a sensor goes on with its light, and only with consent.",
            ScanKind.Files => "Keep it in memory: the flash belongs to ToyGuard.",
            ScanKind.System => "Leave the machine to ToyGuard.",
            ScanKind.Reflection => "Call it by its name in the code, through an interface of your own where there are several.",
            ScanKind.Loading => "Build it into the app: what is loaded later was scanned by nobody.",
            ScanKind.Native => "Write it in safe C#.",
            ScanKind.Inside => "Use the public parts of ToyGuard.Kit and ToyGuard.Kit.Play.",
            ScanKind.Pretending => "Call it by a name of your own.",
            ScanKind.UnknownLibrary => "Put the library beside the app, so that it can be scanned too, or do without it.",
            ScanKind.Unlisted => "Do without it, or ask for it to be put on the list.",
            ScanKind.Unreadable => "Scan what the compiler made, as it made it.",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
