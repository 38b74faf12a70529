using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text;

using ToyGuard.Emulator.Tests.Running;
using ToyGuard.Emulator.View;

namespace ToyGuard.Emulator.Tests.View;

/// <summary>
/// Goal: a phone reads off the terminal the very address that the program says.
/// Method: the characters are turned back into modules, compared with the coder's own, and read by a decoder that has nothing to do with it.
/// </summary>
[TestClass]
public class QrPictureTests
{
    private const string Url = "http://192.168.178.101:8081/";
    private const int Margin = 4;

    [TestMethod]
    public void Lines_TurnedBack_AreTheModules()
    {
        IReadOnlyList<BitArray> modules = QrPicture.ModulesOf(Url);
        bool[][] read = TurnedBack([.. QrPicture.LinesOf(modules)]);

        Assert.AreEqual((modules.Count + 1) / 2 * 2, read.Length);

        for (int row = 0; row < read.Length; row++)
        {
            for (int column = 0; column < modules.Count; column++)
            {
                Assert.AreEqual(row < modules.Count && modules[row][column], read[row][column], $"{row}, {column}");
            }
        }
    }

    [TestMethod]
    public void Lines_HaveTheQuietMargin()
    {
        bool[][] read = TurnedBack([.. QrPicture.LinesOf(QrPicture.ModulesOf(Url))]);

        Assert.IsTrue(read.Take(Margin).Concat(read.TakeLast(Margin)).All(row => row.All(isBlack => !isBlack)));
        Assert.IsTrue(read.All(row => row.Take(Margin).Concat(row.TakeLast(Margin)).All(isBlack => !isBlack)));
        Assert.IsTrue(read[Margin][Margin]);
    }

    [TestMethod]
    [DataRow(Url)]
    [DataRow("http://10.0.0.1:80/")]
    [DataRow("http://192.168.178.101:65535/#c=0123-4567-89AB-CDEF-G")]
    public void Zbarimg_ReadsTheAddress(string url)
    {
        string zbarimg = Peer.Path("zbarimg");
        using TestFolder folder = new();
        string picture = folder.Write("qr.pbm", Bitmap(TurnedBack([.. QrPicture.LinesOf(QrPicture.ModulesOf(url))])));

        Client zbar = Client.RunWith(zbarimg, ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture], "");

        Assert.AreEqual(url, zbar.Output.TrimEnd('\n'), zbar.All);
    }

    private static bool[][] TurnedBack(string[] lines)
    {
        return [.. lines.SelectMany(line => new[]
        {
            line.Select(character => character is '█' or '▀').ToArray(),
            line.Select(character => character is '█' or '▄').ToArray(),
        })];
    }

    // A portable bitmap, four pixels a module.
    private static string Bitmap(bool[][] modules)
    {
        const int Pixels = 4;
        StringBuilder bitmap = new($"P1\n{modules[0].Length * Pixels} {modules.Length * Pixels}\n");

        foreach (bool[] row in modules)
        {
            string line = string.Concat(row.Select(isBlack => new string(isBlack ? '1' : '0', Pixels)));

            for (int i = 0; i < Pixels; i++)
            {
                bitmap.Append(line).Append('\n');
            }
        }

        return bitmap.ToString();
    }
}
