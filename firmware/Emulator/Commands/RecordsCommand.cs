using System;
using System.CommandLine;
using System.IO;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Records;
using ToyGuard.Core.Storage;
using ToyGuard.Emulator.Look;

namespace ToyGuard.Emulator.Commands;

/// <summary>Prints the records of a data folder, oldest first, one JSON line each, with every fault at its place. Writes nothing.</summary>
/// <remarks>Exit code 0 when all are as they were written, 1 when one was altered, lost, or put elsewhere.</remarks>
internal static class RecordsCommand
{
    private const int SomethingIsAmiss = 1;

    public static Command Build()
    {
        Argument<string> folder = new("DIR") { Description = "A folder that was given to --data." };
        Command records = new("records", "Prints the records of a data folder, and what is wrong with them, each at its place.") { folder };
        records.SetAction(parsed => Print(parsed.GetValue(folder)!));
        return records;
    }

    private static int Print(string folder)
    {
        RecordRing ring = new(KeptFolder.Read(folder), FlashLayout.Records, FlashLayout.RecordAreas);
        using StreamWriter output = new(Console.OpenStandardOutput()) { NewLine = "\n" };
        RecordLines lines = new(output.WriteLine);
        ring.Open();
        ring.Walk(lines);
        byte[] head = new byte[Sha256.HashBytes];
        ring.CopyHead(head, 0);
        output.WriteLine($"{{\"records\":{lines.Records},\"faults\":{lines.Faults},\"head\":{ring.HeadSequence},\"hash\":\"{Convert.ToHexStringLower(head)}\"}}");
        return lines.Faults == 0 ? 0 : SomethingIsAmiss;
    }
}
