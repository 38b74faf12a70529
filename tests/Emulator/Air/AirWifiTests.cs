using System;
using System.CommandLine;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Emulator.Air;
using ToyGuard.Emulator.Commands;

namespace ToyGuard.Emulator.Tests.Air;

/// <summary>Goal: the simulated air has a network for every way in which a real one can fail, and one radio for both Wi-Fis.</summary>
[TestClass]
public sealed class AirWifiTests
{
    private const string OwnKey = "own-wifi-key-1";

    // Names as a parent meets them in the lab; keys are in the options.
    [TestMethod]
    [DataRow("Home", "sunny-day-42", WifiFault.None)]
    [DataRow("Home", "sunny-day-43", WifiFault.WrongKey)]
    [DataRow("Home", "", WifiFault.Failed)]
    [DataRow("Attic", "attic-window-7", WifiFault.NoAddress)]
    [DataRow("Attic", "wrong-key-1", WifiFault.WrongKey)]
    [DataRow("Modern", "modern-times-9", WifiFault.Wpa3)]
    [DataRow("Hotel", "", WifiFault.SignIn)]
    [DataRow("Hotel", "sunny-day-42", WifiFault.Failed)]
    [DataRow("Home-5G", "sunny-day-42", WifiFault.NotHeard)]
    [DataRow("Gone", "long-gone-1", WifiFault.NotHeard)]
    [DataRow("home", "sunny-day-42", WifiFault.NotHeard)]
    public void Join_EndsAsTheNetworkIs(string ssid, string key, WifiFault fault)
    {
        AirWifi wifi = new(Quick());
        Assert.AreEqual(fault, wifi.Join(ssid, key));
        Assert.AreEqual(fault == WifiFault.None, wifi.IsJoined);
        Assert.AreEqual(fault == WifiFault.None ? ssid : "", wifi.Joined);
    }

    // The first thing that a tester meets is the thing that works.
    [TestMethod]
    public void Scan_HearsWhatIsThere_BestFirst()
    {
        WifiNetwork[] heard = new AirWifi(Quick()).Scan();
        CollectionAssert.AreEqual(new[] { "Home", "Attic", "Modern", "Hotel" }, heard.Select(network => network.Ssid).ToArray());
        CollectionAssert.AreEqual(new[] { WifiKind.Wpa2, WifiKind.Wpa2, WifiKind.Wpa3, WifiKind.Open }, heard.Select(network => network.Kind).ToArray());
        Assert.IsTrue(heard[0].Bars > heard[^1].Bars);
    }

    [TestMethod]
    public void Faults_CanBeSetWhileItRuns()
    {
        AirWifi wifi = new(Quick());
        Assert.AreEqual(WifiFault.None, wifi.Join("Home", "sunny-day-42"));
        Assert.IsTrue(wifi.SetFault("Home", AirFault.Gone));
        Assert.IsFalse(wifi.IsJoined);
        Assert.AreEqual(WifiFault.NotHeard, wifi.Join("Home", "sunny-day-42"));
        Assert.IsTrue(wifi.SetFault("Home", AirFault.Password));
        Assert.AreEqual(WifiFault.WrongKey, wifi.Join("Home", "sunny-day-42"));
        Assert.IsTrue(wifi.SetFault("Home", AirFault.Works));
        Assert.AreEqual(WifiFault.None, wifi.Join("Home", "sunny-day-42"));
        Assert.IsTrue(wifi.SetFault("Home", AirFault.Works));
        Assert.IsTrue(wifi.IsJoined);
        Assert.IsFalse(wifi.SetFault("Nobody", AirFault.Works));
        wifi.Put(new AirNetwork("Home", "", 3, AirFault.Works));
        Assert.AreEqual(2, wifi.Scan().Count(network => network.Ssid == "Home"));
    }

    // The network is left for the try, also when the try fails.
    [TestMethod]
    public void Join_LeavesWhatItWasIn()
    {
        AirWifi wifi = new(Quick());
        Assert.AreEqual(WifiFault.None, wifi.Join("Home", "sunny-day-42"));
        Assert.AreEqual(WifiFault.NotHeard, wifi.Join("Gone", "long-gone-1"));
        Assert.IsFalse(wifi.IsJoined);
    }

    [TestMethod]
    public void Join_ThrowsPhonesOutOfTheOwnWifi_ForAWhile()
    {
        AirWifi wifi = new(Quick() with { Join = TimeSpan.FromMilliseconds(300), Drop = TimeSpan.FromSeconds(1) });
        Assert.IsFalse(wifi.AreOwnPhonesOn);
        wifi.OpenOwn("Bear 4X7K", OwnKey);
        Assert.IsTrue(wifi.AreOwnPhonesOn);
        Stopwatch watch = Stopwatch.StartNew();
        Task joining = Task.Run(() => wifi.Join("Home", "wrong-key-1"));
        Until(() => !wifi.AreOwnPhonesOn);
        Assert.IsTrue(wifi.IsOwnOpen);
        joining.Wait();
        Until(() => wifi.AreOwnPhonesOn);
        Assert.IsTrue(watch.ElapsedMilliseconds >= 1000, "out for " + watch.ElapsedMilliseconds + " ms");
        wifi.CloseOwn();
        Assert.IsFalse(wifi.AreOwnPhonesOn);
    }

    // What a run without --air quick has.
    [TestMethod]
    [DataRow("")]
    [DataRow("--air play")]
    public void Join_AsRunsHaveIt_ThrowsPhonesOutForTwentySeconds(string args)
    {
        RunOptions options = new();
        Command run = new("run");
        options.AddTo(run);
        AirOptions air = options.Read(run.Parse(args)).Air with { Join = TimeSpan.Zero };
        long nowMs = 1000;
        AirWifi wifi = new(air, () => nowMs);
        wifi.OpenOwn("Bear 4X7K", OwnKey);

        for (int i = 0; i < 2; i++)
        {
            Assert.IsTrue(wifi.AreOwnPhonesOn);
            _ = wifi.Join("Home", i == 0 ? "wrong-key-1" : "sunny-day-42");
            nowMs += 20_000;
            Assert.IsFalse(wifi.AreOwnPhonesOn);
            nowMs++;
        }

        Assert.IsTrue(wifi.AreOwnPhonesOn);
        Assert.IsTrue(wifi.IsJoined);
    }

    [TestMethod]
    public void OwnWifi_WithoutAKey_IsRefused()
    {
        AirWifi wifi = new(Quick());
        Assert.ThrowsExactly<ArgumentException>(() => wifi.OpenOwn("Bear 4X7K", ""));
        Assert.IsFalse(wifi.IsOwnOpen);
    }

    [TestMethod]
    public void Free_IsJoinedForGood()
    {
        AirWifi wifi = AirWifi.Free("Home");
        Assert.AreEqual("Home", wifi.Joined);
        wifi.Leave();
        Assert.IsTrue(wifi.IsJoined);
        Assert.AreEqual(1, wifi.Networks.Length);
    }

    private static AirOptions Quick()
    {
        return new AirOptions { Scan = TimeSpan.Zero, Join = TimeSpan.Zero, Drop = TimeSpan.Zero };
    }

    private static void Until(Func<bool> isSo)
    {
        Stopwatch watch = Stopwatch.StartNew();

        while (!isSo())
        {
            Assert.IsTrue(watch.ElapsedMilliseconds < 10_000);
            Thread.Sleep(2);
        }
    }
}
