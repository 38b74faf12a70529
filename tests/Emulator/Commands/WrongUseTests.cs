using System;
using System.Collections.Generic;
using System.IO;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Commands;

/// <summary>Goal: every way to use the program wrongly is answered by one clear line and exit code 2. Method: the real program.</summary>
[TestClass]
public class WrongUseTests
{
    [TestMethod]
    [DataRow("--mode", "car", "'car'")]
    [DataRow("--dns-port", "x", "'x'")]
    [DataRow("--dns-port", "65536", "'65536'")]
    [DataRow("--tls-port", "-1", "'-1'")]
    [DataRow("--plain-port", "0x50", "'0x50'")]
    [DataRow("--http-port", "", "''")]
    [DataRow("--sntp-port", " 1", "' 1'")]
    [DataRow("--phone-port", "65536", "'65536'")]
    [DataRow("--phone-port", "any", "'any'")]
    [DataRow("--phone-domain", "example", "'example'")]
    [DataRow("--board-port", "-1", "'-1'")]
    [DataRow("--board-port", "", "''")]
    [DataRow("--air", "on", "'on'")]
    [DataRow("--board-port", "65536", "'65536'")]
    [DataRow("--bind", "localhost", "'localhost'")]
    [DataRow("--bind", "127.1", "'127.1'")]
    [DataRow("--bind", "0.0.0.0", "0.0.0.0")]
    [DataRow("--bind", "224.0.0.1", "224.0.0.1")]
    [DataRow("--bind", "192.0.2.1", "cannot listen")]
    [DataRow("--manifests", "/no/such/folder", "/no/such/folder")]
    [DataRow("--dhcp-port", "65536", "'65536'")]
    [DataRow("--station", "02:00:5e:00:53", "MAC=NAME")]
    [DataRow("--station", "02:00:5e:00:53:0g", "MAC=NAME")]
    [DataRow("--station", "03:00:5e:00:53:01", "MAC=NAME")]
    [DataRow("--station", "00:00:00:00:00:00", "MAC=NAME")]
    [DataRow("--station", "02:00:5e:00:53:01=", "MAC=NAME")]
    [DataRow("--station", "02:00:5e:00:53:01:02", "MAC=NAME")]
    [DataRow("--station", "02:00:5e:00:53:01=no-toy", "'no-toy'")]
    [DataRow("--toy-at", "127.0.0.1", "ADDRESS=NAME")]
    [DataRow("--toy-at", "127.0.0.1=", "ADDRESS=NAME")]
    [DataRow("--toy-at", "127.0.0.1=no-toy", "'no-toy'")]
    [DataRow("--toy-at", "bear=story-bear", "'bear'")]
    [DataRow("--toy-side", "127.0.0.1", "'127.0.0.1'")]
    [DataRow("--toy-side", "127.0.0.1/24", "'127.0.0.1/24'")]
    [DataRow("--home-side", "x/8", "'x/8'")]
    [DataRow("--resolver", "dns.example", "'dns.example'")]
    [DataRow("--resolver", "192.0.2.53:0", "'192.0.2.53:0'")]
    [DataRow("--lab", "/no/such/file", "/no/such/file")]
    [DataRow("--clock", "yesterday", "'yesterday'")]
    [DataRow("--clock", "2026-02-30T00:00:00", "'2026-02-30T00:00:00'")]
    [DataRow("--home-side", "192.0.2.0/29", "cannot listen on 192.0.2.1:")]
    [DataRow("--time-server", "a b", "'a b'")]
    [DataRow("--time-server", "192.0.2.1", "'192.0.2.1'")]
    [DataRow("--time-server", "time.example:123", "'time.example:123'")]
    [DataRow("--sockets", "0", "'0'")]
    [DataRow("--sockets", "9", "'9'")] // too few for one page and one relay
    [DataRow("--sockets", "1025", "'1025'")]
    [DataRow("--sockets", "many", "'many'")]
    [DataRow("--toy", "story-bear", "only with --mode toy")]
    [DataRow("--speed", "2", "only with --mode toy")]
    [DataRow("--exit-after", "-1", "'-1'")]
    [DataRow("--exit-after", "soon", "'soon'")]
    public void Option_WithABadValue_IsOneLineAndTwo(string option, string value, string part)
    {
        OneLine.Assert([option, value, "--headless", .. EmulatorRun.FreePortsBut(option)], option, part);
    }

    [TestMethod]
    [DataRow("--nonsense")]
    [DataRow("stray")]
    [DataRow("--dns-port")]
    [DataRow("@file")]
    [DataRow("[suggest]")]
    [DataRow("--accept-plain")] // there is no guardian without --paired
    [DataRow("\u001b]0;title\u0007")]
    public void Argument_Unknown_IsOneLineAndTwo(string arg)
    {
        OneLine.Assert(["--headless", arg]);
    }

    [TestMethod]
    public void Option_Twice_IsOneLineAndTwo()
    {
        OneLine.Assert(["--dns-port", "0", "--dns-port", "1", "--headless"], "--dns-port");
    }

    [TestMethod]
    public void ToyAt_OneAddressForTwo_IsOneLineAndTwo()
    {
        OneLine.Assert(["--toy-at", "127.0.0.1=story-bear", "--toy-at", "127.0.0.1=twinkle-lamp", "--headless"], "--toy-at", "two toys");
    }

    [TestMethod]
    [DataRow("", "it is not JSON")]
    [DataRow("[]", "object")]
    [DataRow("{\"resolve\":{\"a.test\":\"192.0.2.1\"}}", "'a.test'")]
    [DataRow("{\"resolve\":{\"a.test\":[\"192.0.2\"]}}", "'192.0.2'")]
    [DataRow("{\"resolve\":{\"a b\":[\"192.0.2.1\"]}}", "'a b'")]
    [DataRow("{\"resolve\":{\"a.test\":[\"192.0.2.1\"],\"A.test\":[]}}", "'A.test'")]
    [DataRow("{\"resolve\":{},\"resolve\":{}}", "it is not JSON")]
    [DataRow("{\"connect\":{\"192.0.2.1\":\"127.0.0.1:1\"}}", "'192.0.2.1'")]
    [DataRow("{\"connect\":{\"192.0.2.1:443\":\"192.168.1.1:443\"}}", "this machine")]
    [DataRow("{\"connect\":{\"192.0.2.1:443\":443}}", "this machine")]
    [DataRow("{\"solve\":{}}", "'solve'")]
    public void Lab_Bad_IsOneLineAndTwo(string json, string part)
    {
        using TestFolder folder = new();

        OneLine.Assert(["--lab", folder.Write("lab.json", json), "--headless"], "--lab", "lab.json", part);
    }

    [TestMethod]
    public void Manifests_Empty_IsOneLineAndTwo()
    {
        using TestFolder folder = new();

        OneLine.Assert(["--manifests", folder.Path, "--headless"], "--manifests", "no manifest");
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow("{}")]
    [DataRow("not json")]
    [DataRow("")]
    [DataRow("{\"manifest\":2}")]
    public void Manifest_Unreadable_SaysWhichAndWhy(string json)
    {
        using TestFolder folder = new();
        folder.CopySample("story-bear.json");
        folder.Write("broken.json", json);

        IReadOnlyList<string> errors = OneLine.First(["--manifests", folder.Path, "--headless"], "manifest broken.json cannot be used: ");

        Assert.IsTrue(errors.Count > 1);
        Assert.AreEqual(errors[0].Contains("1 complaint", StringComparison.Ordinal) ? 2 : errors.Count, errors.Count);

        for (int i = 1; i < errors.Count; i++)
        {
            StringAssert.StartsWith(errors[i], "  broken.json:");
        }
    }

    [TestMethod]
    public void Manifest_TooLong_SaysSo()
    {
        using TestFolder folder = new();
        folder.Write("long.json", "{\"manifest\":1}" + new string(' ', 4 * 1024 * 1024));

        OneLine.First(["--manifests", folder.Path, "--headless"], "manifest long.json cannot be used");
    }

    [TestMethod]
    public void Data_NotAFolder_IsOneLineAndTwo()
    {
        using TestFolder folder = new();
        string file = folder.Write("file", "");

        OneLine.Assert(["--data", Path.Combine(file, "below"), "--headless"], "--data");
    }

    [TestMethod]
    [DataRow("ask")]
    [DataRow("ask --toy")]
    [DataRow("ask --toy no-toy stories.toys.example:443")]
    [DataRow("ask --toy story-bear --clock never stories.toys.example:443")]
    [DataRow("ask --toy story-bear --manifests /no/such/folder stories.toys.example:443")]
    public void Ask_Wrong_IsOneLineAndTwo(string args)
    {
        OneLine.Assert(args.Split(' '));
    }
}
