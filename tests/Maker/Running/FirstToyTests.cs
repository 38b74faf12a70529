using System;
using System.IO;
using System.Text.RegularExpressions;

using ToyGuard.Fakes;
using ToyGuard.Maker.Tests.Scan;

namespace ToyGuard.Maker.Tests.Running;

/// <summary>Goal: a newcomer's first toy passes, and stops passing with the first thing that goes around the kit. Method: the one block of code of the kit's README, word for word, and a copy of it with a socket of its own.</summary>
[TestClass]
public partial class FirstToyTests
{
    private const string Press = "        Reason reason = _kit.Time.BeginPiece(ToyKit.NowMs);";
    private const string Socket = "        new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp).Connect(new IPEndPoint(new IPAddress(new byte[] { 192, 0, 2, 1 }), 443));\n";

    [TestMethod]
    [Req("EGR-12")]
    [DataRow(false)]
    [DataRow(true)]
    public void Scan_FirstToyOfTheReadme_Passes(bool isDevice)
    {
        (int exitCode, string output) = Scan(Code(), isDevice);

        StringAssert.EndsWith(output, "passed: nothing in it goes around ToyGuard\n");
        Assert.AreEqual(0, exitCode);
    }

    [TestMethod]
    [Req("EGR-12")]
    [DataRow(false)]
    [DataRow(true)]
    public void Scan_FirstToyWithASocketOfItsOwn_IsRefused(bool isDevice)
    {
        string code = Code();
        int at = code.IndexOf(Press, StringComparison.Ordinal);
        Assert.IsTrue(at > 0, "the toy of the README is another");

        (int exitCode, string output) = Scan(code.Insert(at, Socket), isDevice);

        // Behind the line of usings that every planted app begins with.
        int line = code[..at].Split('\n').Length + 1;
        StringAssert.Contains(output, $"{Planted.Source}:{line}: network: System.Net.Sockets.Socket");
        StringAssert.Contains(output, "in FirstToy.BookToy.OnPress");
        Assert.AreEqual(1, exitCode);
    }

    private static (int ExitCode, string Output) Scan(string code, bool isDevice)
    {
        using TestFolder folder = new();
        (int exitCode, string output, string errors) = MakerRun.ToEnd("scan", folder.Write("FirstToy.dll", Planted.Bytes(code, isDevice, "FirstToy")));
        Assert.AreEqual("", errors);

        return (exitCode, output);
    }

    private static string Code()
    {
        return CodeBlock().Match(File.ReadAllText(Path.Combine(Repository.Root, "firmware/Kit/README.md"))).Groups[1].Value;
    }

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
