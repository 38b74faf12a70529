using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>
/// Goal: whoever pastes the lines that the program prints sees what it says they will see.
/// Method: every printed line goes to a shell exactly as printed, in a run of its own so that each verdict is the line's own.
/// </summary>
[TestClass]
public class TryLineTests
{
    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-03")]
    [Req("EGR-06")]
    public void Lines_PastedAsPrinted_DoWhatTheySay()
    {
        using EmulatorRun run = EmulatorRun.Start("--paired");
        List<string> tries = [.. run.Lines.Where(line => line.StartsWith("try ", StringComparison.Ordinal))];

        foreach (string line in tries)
        {
            string head = line[..line.IndexOf(": ", StringComparison.Ordinal)];
            string command = line[(head.Length + 2)..];
            string[] words = head.Split(' ');
            int before = Verdicts(run).Count;

            Client client = Client.RunWith(Peer.Path("sh"), ["-c", command], "");

            if (words[1] == "page")
            {
                Assert.AreEqual(0, client.ExitCode, client.All);
                StringAssert.Contains(client.Output, command.Contains(" inspect ", StringComparison.Ordinal) ? "\"status\":200" : "ToyGuard Emulator", command);
                continue;
            }

            AssertOutcome(words[1], command, client);
            run.Line(_ => Verdicts(run).Count > before);
            string last = Verdicts(run)[^1];
            StringAssert.Contains(last, $" state={words[1]} {words[2]} ", command);
            StringAssert.Contains(last, " " + words[3] + " ", command);
        }

        // An open and a held one with each client for the first toy, and both from the second one's address.
        foreach (string client in new[] { "dig -b 127.0.0.1 ", "curl -sS --interface 127.0.0.1 ", "openssl ", "dig -b 127.0.0.2 ", "curl -sS --interface 127.0.0.2 " })
        {
            Assert.IsTrue(tries.Exists(line => line.StartsWith("try open ", StringComparison.Ordinal) && line.Contains(": " + client, StringComparison.Ordinal)), client);
            Assert.IsTrue(tries.Exists(line => line.StartsWith("try closed ", StringComparison.Ordinal) && line.Contains(": " + client, StringComparison.Ordinal)), client);
        }

        // The page, the clock, plain text, and the page's answer read by our own reader.
        foreach (string client in new[] { "try page: curl ", "try open reason=1 toy=story-bear: chronyd ", "try page: curl -sSi " })
        {
            Assert.IsTrue(tries.Exists(line => line.StartsWith(client, StringComparison.Ordinal)), client);
        }

        foreach (string state in new[] { "waiting", "closed" })
        {
            Assert.IsTrue(tries.Exists(line => line.StartsWith($"try {state} ", StringComparison.Ordinal) && line.Contains(" http://", StringComparison.Ordinal)), state);
        }

        // Waiting for a guardian, and an accepted name that leads into the home.
        Assert.IsTrue(tries.Exists(line => line.StartsWith("try waiting reason=19 ", StringComparison.Ordinal)));
        Assert.IsTrue(tries.Exists(line => line.StartsWith("try closed reason=30 ", StringComparison.Ordinal)));
    }

    [TestMethod]
    [Req("DEF-02")]
    public void Lines_NotPaired_AllSayClosed()
    {
        using EmulatorRun run = EmulatorRun.Start();

        Assert.IsTrue(run.Count("try", ": dig ") > 0);
        Assert.AreEqual(run.Count("try", ""), run.Count("try closed", "reason=10") + run.Count("try page:", ""));
    }

    private static void AssertOutcome(string state, string command, Client client)
    {
        bool isOpen = state == "open";

        if (command.StartsWith("dig ", StringComparison.Ordinal))
        {
            StringAssert.Contains(client.Output, isOpen ? "ANSWER: 1," : "; EDE: ", command + "\n" + client.All);
        }
        else if (command.StartsWith("curl ", StringComparison.Ordinal))
        {
            bool isPlain = command.Contains(" http://", StringComparison.Ordinal);
            StringAssert.Contains(client.All, isOpen ? "You reached " : isPlain ? (state == "waiting" ? "Waiting: " : "Closed: ") : "unrecognized name", command);
        }
        else if (command.StartsWith("chronyd ", StringComparison.Ordinal))
        {
            StringAssert.Contains(client.All, isOpen ? "System clock wrong by " : "Timeout reached", command);
        }
        else
        {
            StringAssert.Contains(client.All, isOpen ? "Verification: OK" : "unrecognized name", command);
        }

        // A refusal in words is an answer too.
        bool isAnswered = isOpen || command.StartsWith("dig ", StringComparison.Ordinal) || command.Contains(" http://", StringComparison.Ordinal);
        Assert.AreEqual(isAnswered, client.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"{command}: {client.ExitCode}"));
    }

    private static List<string> Verdicts(EmulatorRun run)
    {
        return [.. run.Lines.Where(line => line.StartsWith("verdict ", StringComparison.Ordinal))];
    }
}
