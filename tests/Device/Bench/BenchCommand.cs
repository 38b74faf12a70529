using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.Json;

using ToyGuard.Device.Bench.Hands;
using ToyGuard.Device.Bench.Report;
using ToyGuard.Device.Bench.Steps;

namespace ToyGuard.Device.Bench;

/// <summary>The command line, and one run of the steps that it names.</summary>
internal static class BenchCommand
{
    private static readonly IStep[] s_steps = [new PairStep(), new GateStep(), new RelayStep(), new FloodStep(), new PowerStep(), new WipeStep()];

    /// <summary>The command with its options.</summary>
    public static RootCommand Build()
    {
        BenchPlan standard = new();
        Option<string> board = new("--board") { HelpName = "NAME", Description = "What it is, for the report, as esp32-wrover.", DefaultValueFactory = _ => "a board" };
        Option<string> page = new("--page") { HelpName = "URL", Description = "Its page at home, as http://toyguard-xxxxxxxx.local/; without it you are asked.", DefaultValueFactory = _ => "" };
        Option<string> virtualBoard = new("--virtual") { HelpName = "URL", Description = "An Emulator's virtual board, which then needs no hand.", DefaultValueFactory = _ => "" };
        Option<string> wifi = new("--wifi") { HelpName = "NAME=KEY", Description = "With --virtual: the Wi-Fi that it joins.", DefaultValueFactory = _ => "Home=sunny-day-42" };
        Option<IPAddress> hub = Address("--hub", "The hub on its own Wi-Fi.", standard.Hub);
        Option<IPAddress> from = Address("--from", "This computer's address there.", standard.From);
        Option<int> dns = Number("--dns-port", "Its port for names.", standard.DnsPort);
        Option<int> tls = Number("--tls-port", "Its port for TLS.", standard.TlsPort);
        Option<int> toy = Number("--toy", "Which toy this computer is, as the page counts.", standard.Toy);
        Option<string> allowed = new("--allowed") { HelpName = "HOST", Description = "A place of that toy's own maker, https, which really answers.", DefaultValueFactory = _ => standard.Allowed };
        Option<string> waiting = new("--waiting") { HelpName = "HOST", Description = "A place of somebody else's on that toy's list.", DefaultValueFactory = _ => standard.Waiting };
        Option<string> held = new("--held") { HelpName = "HOST", Description = "A name of no toy's list.", DefaultValueFactory = _ => standard.Held };
        Option<string> authority = new("--ca") { HelpName = "FILE", Description = "The authority of that place, PEM; without it this computer's own.", DefaultValueFactory = _ => "" };
        Option<string> json = new("--json") { HelpName = "FILE", Description = "Writes what came of it.", DefaultValueFactory = _ => "" };
        Option<string> sheet = new("--sheet") { HelpName = "FILE", Description = "A board's bench.md; its blanks that were measured are filled in.", DefaultValueFactory = _ => "" };
        Option<bool> wipe = new("--wipe") { Description = "Wipes the device by its button at the end." };
        RootCommand root = new("Pairs a device, tries its gate and relay, floods it and pulls its plug.")
        {
            board, page, virtualBoard, wifi, hub, from, dns, tls, toy, allowed, waiting, held, authority, json, sheet, wipe,
        };

        root.SetAction(parsed =>
        {
            BenchPlan plan = standard with
            {
                Hub = parsed.GetValue(hub)!,
                From = parsed.GetValue(from)!,
                DnsPort = parsed.GetValue(dns),
                TlsPort = parsed.GetValue(tls),
                Toy = parsed.GetValue(toy),
                Allowed = parsed.GetValue(allowed)!,
                Waiting = parsed.GetValue(waiting)!,
                Held = parsed.GetValue(held)!,
                Authority = parsed.GetValue(authority)!,
            };
            string[] network = parsed.GetValue(wifi)!.Split('=', 2);
            string missing = new[] { plan.Authority, parsed.GetValue(sheet)! }.FirstOrDefault(file => file.Length > 0 && !File.Exists(file)) ?? "";

            if (missing.Length > 0 || network.Length < 2)
            {
                Console.Error.WriteLine(missing.Length > 0 ? missing + " is not there" : "--wifi: NAME=KEY");
                return 2;
            }

            using BoardHand? virtualHand = parsed.GetValue(virtualBoard)!.Length > 0 ? new BoardHand(parsed.GetValue(virtualBoard)!, network[0], network[1]) : null;
            IHand hand = virtualHand ?? (IHand)new PersonHand(Console.In, Console.Out, parsed.GetValue(page)!);
            BenchReport report = Run(plan, hand, parsed.GetValue(board)!, parsed.GetValue(wipe));
            Write(report, parsed.GetValue(json)!, parsed.GetValue(sheet)!);
            return report.IsGood ? 0 : 1;
        });

        return root;
    }

    /// <summary>Runs the steps; after one that failed the others are not run, for each builds on those before it.</summary>
    internal static BenchReport Run(BenchPlan plan, IHand hand, string board, bool isWiped)
    {
        BenchReport report = new(board, isHub: true);
        IEnumerable<IStep> steps = s_steps.Where(step => isWiped || step is not WipeStep);
        BenchRun run;

        try
        {
            Subject device = new(plan, new Uri(hand.BringHome()));
            JsonElement state = default;
            Subject.Until(() => device.State() is JsonElement said && (state = said).ValueKind == JsonValueKind.Object, "its page says nothing");
            report = new BenchReport(board, state.GetProperty("mode").GetString() == "hub");
            run = new BenchRun(plan, hand, device);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            report.Add("find", "failed", e.Message);
            return report;
        }

        bool isWell = true;

        foreach (IStep step in steps.Where(step => report.IsHub || !step.IsHubs))
        {
            isWell = isWell ? RunOne(step, run, report) : NotRun(step, report);
        }

        return report;
    }

    private static bool RunOne(IStep step, BenchRun run, BenchReport report)
    {
        try
        {
            report.Add(step.Name, "well", step.Run(run, report));
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever it was, a device on a bench did not do what it must.
            report.Add(step.Name, "failed", e.Message);
            return false;
        }
    }

    private static bool NotRun(IStep step, BenchReport report)
    {
        report.Add(step.Name, "not run", "");
        return false;
    }

    private static void Write(BenchReport report, string json, string sheet)
    {
        Console.Write(report.Table());

        if (json.Length > 0)
        {
            File.WriteAllText(json, report.Json());
        }

        if (sheet.Length > 0)
        {
            File.WriteAllText(sheet, BenchSheet.Fill(File.ReadAllText(sheet), report.Values));
        }
    }

    private static Option<int> Number(string name, string words, int standard)
    {
        return new Option<int>(name) { HelpName = "N", Description = words, DefaultValueFactory = _ => standard };
    }

    private static Option<IPAddress> Address(string name, string words, IPAddress standard)
    {
        return new Option<IPAddress>(name)
        {
            HelpName = "ADDRESS",
            Description = words,
            DefaultValueFactory = _ => standard,
            CustomParser = result =>
            {
                if (!IPAddress.TryParse(result.Tokens[0].Value, out IPAddress? address))
                {
                    result.AddError($"{name}: '{result.Tokens[0].Value}' is no address");
                }

                return address;
            },
        };
    }
}
