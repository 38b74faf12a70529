using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;

using ToyGuard.Core.Factory;
using ToyGuard.Core.Pairing;
using ToyGuard.Emulator.Commands;
using ToyGuard.Maker.Boards;
using ToyGuard.Maker.Factory;
using ToyGuard.Maker.Labels;
using ToyGuard.Maker.Manifests;

namespace ToyGuard.Maker.Commands;

/// <summary>Makes one device's image of the program that all share: draws its secrets, puts them and the maker's data behind it, and shows them once.</summary>
internal static class ImageCommand
{
    public static Command Build()
    {
        Option<string> board = new("--board") { Required = true, HelpName = "BOARD", Description = "A folder of hardware/." };
        Option<string> image = new("--image") { Required = true, HelpName = "FILE", Description = "The program's image." };
        Option<string> output = new("--out") { Required = true, HelpName = "FILE.bin", Description = "The device's own image, with its secrets. Delete it when it is on the board." };
        Option<string> manifest = new("--manifest") { HelpName = "FILE", Description = "A toy's manifest; its trust anchors lie beside it." };
        Option<string> name = new("--name") { HelpName = "NAME", Description = "What the device is called on its card: 'Story Bear'." };
        Option<string> card = new("--card") { HelpName = "FILE.svg", Description = "The page to print: card and label." };
        Option<bool> display = new("--with-display") { Description = "The device shows its claim code itself: none on paper." };
        Option<string> host = new("--host") { HelpName = "toyguard-…", Description = "A device that is in use: its lasting name without .local." };
        Option<string> id = new("--id") { HelpName = "HEX", Description = "With --host: its id, 16 hexadecimal digits." };
        Option<bool> given = new("--given") { Description = "With --host: keep its card; its Wi-Fi's name, key and the claim code come as three lines of standard input." };
        Command command = new("image", "One device's image: the program, its own secrets and its maker's data.") { board, image, output, manifest, name, card, display, host, id, given };

        command.SetAction(parsed =>
        {
            Board meant = Catalogue.Find(parsed.GetValue(board)!) ?? throw new WrongUseException("--board: there is no such board");
            string? manifestPath = parsed.GetValue(manifest);
            ManifestFile? read = manifestPath is null ? null : ManifestFile.Read(manifestPath);
            using StringWriter complaints = new() { NewLine = "\n" };

            if (read is not null && !read.WriteCheck(complaints))
            {
                Console.Error.Write(complaints);
                return CommandLine.SomethingIsWrong;
            }

            string called = Called(parsed.GetValue(name), read);
            FactoryIdentity identity = Choose(parsed.GetValue(host), parsed.GetValue(id), parsed.GetValue(given), parsed.GetValue(display));
            int deploy = Catalogue.Firmware.Tables.First(t => t.Name == meant.Partitions).Deploy;
            byte[]? made = DeviceImage.Of(Bytes(parsed.GetValue(image)!), identity, Parts(read, manifestPath), deploy, out string fault);

            if (made is null)
            {
                Console.Error.WriteLine(fault);
                return CommandLine.SomethingIsWrong;
            }

            SecretFile.Write(parsed.GetValue(output)!, made);

            if (parsed.GetValue(card) is string path)
            {
                SecretFile.Write(path, SheetSvg.Of(new Sheet(called, identity)));
                Console.Out.Write($"{Texts.Shown(path)}: print it, then delete it. Card for the grown-ups, label for the toy.\n");
            }

            TerminalCode.Show(identity);
            return 0;
        });
        return command;
    }

    private static string Called(string? name, ManifestFile? manifest)
    {
        string called = (name ?? manifest?.Reading.Manifest?.Name ?? "ToyGuard hub").Trim();
        return called.Length is > 0 and <= Sheet.NameMax && Texts.Shown(called) == called ? called : throw new WrongUseException($"--name: 1 to {Sheet.NameMax} characters that can be printed");
    }

    private static FactoryIdentity Choose(string? host, string? id, bool isGiven, bool hasDisplay)
    {
        if (host is null && id is null && !isGiven)
        {
            return Identities.New(hasDisplay);
        }

        byte[] known = Identities.Id(id) is byte[] bytes && host is not null && FactoryIdentity.IsLabel(host)
            ? bytes
            : throw new WrongUseException("a device in use is named by --host toyguard-… and --id, 16 hexadecimal digits: both are on its card and label");

        if (!isGiven)
        {
            return Identities.Again(host, known, hasDisplay);
        }

        return Identities.Given(host, known, Console.In.ReadLine() ?? "", Console.In.ReadLine() ?? "", hasDisplay ? null : Console.In.ReadLine() ?? "")
            ?? throw new WrongUseException("standard input: this is not what stands on a card");
    }

    private static List<DataPart> Parts(ManifestFile? manifest, string? path)
    {
        if (manifest?.Reading.Manifest is null)
        {
            return [];
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path!))!;
        return [new DataPart(PartKind.Manifest, "", Bytes(path!)), .. manifest.Reading.Manifest.Roots.Select(r => new DataPart(PartKind.Root, r, Bytes(Path.Combine(folder, r))))];
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{Texts.Shown(path)} cannot be read: {Texts.Shown(e.Message)}");
        }
    }
}
