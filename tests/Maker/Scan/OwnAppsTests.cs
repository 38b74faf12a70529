using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

using ToyGuard.Fakes;
using ToyGuard.Maker.Scan;
using ToyGuard.Maker.Tests.Running;
using ToyGuard.NanoCheck.Api;
using ToyGuard.NanoCheck.Projects;

namespace ToyGuard.Maker.Tests.Scan;

/// <summary>Goal: our own sample and the first toy of the Kit's README pass, and a copy of that toy with a socket of its own does not.</summary>
[TestClass]
public class OwnAppsTests
{
    private const string Press = "    public void OnPress()\n    {\n";
    private const string Socket = "        new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp).Close(); //!\n";

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Run_FirstToyOfTheReadme_Passes(bool isDevice)
    {
        IReadOnlyList<Finding> findings = Planted.Scan(Planted.Bytes(FirstToy(), isDevice));

        Assert.AreEqual(0, findings.Count, Planted.Text(findings));
    }

    [TestMethod]
    [Req("EGR-12")]
    [DataRow(false)]
    [DataRow(true)]
    public void Scan_FirstToyWithItsOwnSocket_IsRefusedAtThatLine(bool isDevice)
    {
        using TestFolder folder = new();
        string source = FirstToy();
        string changed = source.Replace(Press, Press + Socket, StringComparison.Ordinal);
        Assert.AreNotEqual(source, changed);
        int line = Array.FindIndex(changed.Split('\n'), text => text.EndsWith("//!", StringComparison.Ordinal)) + 2;

        (int exitCode, string output, _) = MakerRun.ToEnd("scan", folder.Write("Bear.dll", Planted.Bytes(changed, isDevice)));

        Assert.AreEqual(1, exitCode, output);
        StringAssert.StartsWith(output, $"Bear.cs:{line}: network: System.Net.Sockets.Socket..ctor, in FirstToy.BookToy.OnPress. Send a GuardedRequest");
    }

    [TestMethod]
    public void Scan_StoryToyOfTheDesktop_Passes()
    {
        (int exitCode, string output, _) = MakerRun.ToEnd("scan", Path.Combine(AppContext.BaseDirectory, "ToyGuard.Samples.StoryToy.dll"));

        Assert.AreEqual("scanned ToyGuard.Samples.StoryToy.dll (with lines)\npassed: nothing in it goes around ToyGuard\n", output);
        Assert.AreEqual(0, exitCode);
    }

    [TestMethod]
    public void Run_StoryToyOfTheDevice_Passes()
    {
        ReferenceAssemblies listings = new(Path.Combine(AppContext.BaseDirectory, "NanoApi"));
        NanoCompilation toy = new NanoCompiler(listings).Compile(Path.Combine(Repository.Root, "firmware/Samples/StoryToy/ToyGuard.Samples.StoryToy.nfproj"), isDebug: false);
        Assert.IsTrue(toy.IsEmitted, string.Join('\n', toy.Diagnostics));

        IReadOnlyList<Finding> findings = Planted.Scan(toy.Image);

        Assert.AreEqual(0, findings.Count, Planted.Text(findings));
    }

    private static string FirstToy()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "firmware/Kit/README.md"));
        string[] blocks = readme.Split("```csharp\n");
        Assert.AreEqual(2, blocks.Length, "There is one toy in the README.");
        return blocks[1][..blocks[1].IndexOf("```", StringComparison.Ordinal)];
    }
}
