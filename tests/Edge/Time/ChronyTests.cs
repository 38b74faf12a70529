using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Time;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Tests.Time;

/// <summary>Goal: our server and our client speak with a real peer, chrony, which touches no clock here.</summary>
[TestClass]
public class ChronyTests
{
    private const int WaitMs = 20_000;

    // chrony says by how much the system's clock is wrong in the eyes of our server.
    [TestMethod]
    [DataRow(0)]
    [DataRow(100)]
    [DataRow(-1000)]
    public void Client_AsksOurServer_FindsItsTime(int aheadSeconds)
    {
        using SntpRig rig = new();
        using Folder folder = new();
        rig.Clock.SetUtc(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + (aheadSeconds * 1000), 0);
        using Process chrony = Start(folder, "-Q", "-t 10", string.Create(CultureInfo.InvariantCulture, $"\"server 127.0.0.1 port {rig.Service.Port} iburst maxsamples 1\""));
        string output = chrony.StandardOutput.ReadToEnd() + chrony.StandardError.ReadToEnd();
        Assert.IsTrue(chrony.WaitForExit(WaitMs));

        Match wrong = Regex.Match(output, @"System clock wrong by (-?[0-9.]+) seconds");
        Assert.IsTrue(wrong.Success, output);
        Assert.IsLessThan(1.0, Math.Abs(double.Parse(wrong.Groups[1].Value, CultureInfo.InvariantCulture) - aheadSeconds), output);
    }

    [TestMethod]
    public void Server_IsAskedByOurClient_TellsTheTime()
    {
        using Folder folder = new();
        int port = LastingPort.Next();
        using Process chrony = Start(
            folder, "-d -x", "", string.Create(CultureInfo.InvariantCulture, $"\"port {port}\" \"bindaddress 127.0.0.1\" \"allow 127.0.0.1\" \"local stratum 8\""));

        try
        {
            using TimeLab lab = new(TimeLab.Right) { Port = port };
            bool isRefined = false;

            for (int i = 0; i < 10 && !isRefined; i++)
            {
                isRefined = lab.Refiner.RefineOnce();
                Thread.Sleep(isRefined ? 0 : 200);
            }

            Assert.IsTrue(isRefined && lab.Clock.TryUtcMs(out long utcMs) && Math.Abs(utcMs - DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()) < 2000);
            Assert.AreEqual(0, lab.Requests, "it was the real one that answered");
            Assert.AreEqual(Reason.None, lab.Client.Ask(SntpClient.AboutMs, out _));
        }
        finally
        {
            chrony.Kill();
            chrony.WaitForExit(WaitMs);
        }
    }

    private static Process Start(Folder folder, string mode, string limit, string directives)
    {
        string arguments = mode + " -u " + Environment.UserName + " " + limit + " " + directives
            + " \"cmdport 0\" \"pidfile " + folder.Path + "/pid\" \"bindcmdaddress " + folder.Path + "/sock\"";
        ProcessStartInfo start = new(Peer.Path("chronyd"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

        return Process.Start(start)!;
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("toyguard-chrony-").FullName;

        public void Dispose()
        {
            Directory.Delete(Path, true);
        }
    }
}
