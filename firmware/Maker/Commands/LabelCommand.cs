using System;
using System.CommandLine;
using System.Linq;

using ToyGuard.Core.Pairing;
using ToyGuard.Emulator.Commands;
using ToyGuard.Maker.Labels;

namespace ToyGuard.Maker.Commands;

/// <summary>Draws a device's secrets and puts them on paper; keeps nothing but the files that were asked for.</summary>
internal static class LabelCommand
{
    public static Command Build()
    {
        Option<string> name = new("--name") { Required = true, HelpName = "NAME", Description = "What the device is called: 'Story Bear'." };
        Option<string> output = new("--out") { HelpName = "FILE.svg", Description = "The page to print: card and label." };
        Option<string> device = new("--device") { HelpName = "FILE.json", Description = "The same secrets for the device. Delete it when they are there." };
        Option<bool> terminal = new("--terminal") { Description = "Both codes in this terminal." };
        Option<bool> display = new("--with-display") { Description = "The device shows its claim code itself: none on paper." };
        Option<bool> again = new("--new") { Description = "For a lost card: new secrets under the old name, with --host and --id." };
        Option<string> host = new("--host") { HelpName = "toyguard-…", Description = "With --new: its lasting name without .local." };
        Option<string> id = new("--id") { HelpName = "HEX", Description = "With --new: its id, 16 hexadecimal digits." };
        Command command = new("label", "A device's own secrets, and the card and label that show them.") { name, output, device, terminal, display, again, host, id };

        command.SetAction(parsed =>
        {
            string called = parsed.GetValue(name)!.Trim();
            string? card = parsed.GetValue(output);
            string? file = parsed.GetValue(device);
            bool isShown = parsed.GetValue(terminal);

            if (called.Length is 0 or > Sheet.NameMax || Texts.Shown(called) != called)
            {
                throw new WrongUseException($"--name: 1 to {Sheet.NameMax} characters that can be printed");
            }

            if (card is null && !isShown)
            {
                throw new WrongUseException("Nowhere to put it: say --out FILE.svg, --terminal or both. Secrets that nobody sees are lost.");
            }

            FactoryIdentity identity = Draw(parsed.GetValue(again), parsed.GetValue(host), parsed.GetValue(id), parsed.GetValue(display));

            if (card is not null)
            {
                SecretFile.Write(card, SheetSvg.Of(new Sheet(called, identity)));
                Console.Out.Write($"{Texts.Shown(card)}: print it, then delete it. Card for the grown-ups, label for the toy.\n");
            }

            if (file is not null)
            {
                SecretFile.Write(file, Identities.Json(identity));
                Console.Out.Write($"{Texts.Shown(file)}: for the device {identity.HostLabel}. Delete it when it is there.\n");
            }

            if (isShown)
            {
                Show("1  Its own Wi-Fi", CodeTexts.Wifi(identity));

                if (CodeTexts.Claim(identity) is string claim)
                {
                    Show("2  Its page, with the claim code", claim);
                }
            }

            return 0;
        });
        return command;
    }

    private static FactoryIdentity Draw(bool isAgain, string? host, string? id, bool hasDisplay)
    {
        if (!isAgain)
        {
            return host is null && id is null ? Identities.New(hasDisplay) : throw new WrongUseException("--host and --id go with --new");
        }

        bool isId = id is not null && id.Length == 2 * FactoryIdentity.IdBytes && id.All(char.IsAsciiHexDigit) && id.Any(c => c != '0');
        return host is not null && FactoryIdentity.IsLabel(host) && isId
            ? Identities.Again(host, Convert.FromHexString(id!), hasDisplay)
            : throw new WrongUseException("--new needs --host toyguard-… and --id, 16 hexadecimal digits: both are on the old card's device, under About");
    }

    private static void Show(string title, string text)
    {
        Console.Out.Write($"\n{title}\n\n{TerminalCode.Of(text)}\n");
    }
}
