using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace ToyGuard.Kit.Play.Tests.Desktop;

/// <summary>Goal: the table of signs in the README says what the data says. Method: made again from the data, line by line.</summary>
[TestClass]
public class ReadmeTests
{
    private const string Begin = "<!-- signs -->";
    private const string End = "<!-- end of signs -->";

    private static readonly Dictionary<int, string> s_colours = new()
    {
        [0xFFFFFF] = "white", [0xF4A010] = "honey", [0x3010A0] = "indigo", [0x00A090] = "teal", [0xFF5000] = "orange", [0x10C030] = "green", [0xFF0000] = "red",
    };

    [TestMethod]
    public void Readme_TableOfSigns_IsTheData()
    {
        string text = File.ReadAllText(Path.Combine(Root(), "firmware", "Kit", "Play", "README.md"));
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.IsTrue(begin > 0 && end > begin, "no table");

        Assert.AreEqual(Table().Trim(), text[begin..end].Trim(), "\n" + Table());
    }

    private static string Table()
    {
        StringBuilder table = new("| sign | light | sound | ends | words |\n|---|---|---|---|---|\n");

        foreach (Sign sign in Enum.GetValues<Sign>().Where(s => s != Sign.None))
        {
            SignPattern p = SignSheet.Of(sign);
            table.Append("| `").Append(sign).Append("` | ").Append(Light(p)).Append(" | ").Append(Sound(p)).Append(" | ")
                .Append(p.LastsMs == 0 ? "when told to" : Seconds(p.LastsMs)).Append(" | ").Append(p.Words).Append(" |\n");
        }

        return table.ToString();
    }

    private static string Light(SignPattern p)
    {
        if (p.LightSteps == 0)
        {
            return "none";
        }

        if (p.IsSensorLight)
        {
            return s_colours[p.ColourOf(0)] + ", steady: the sensor's own circuit";
        }

        IEnumerable<string> steps = Enumerable.Range(0, p.LightSteps).Select(i => p.FromOf(i) == 0 && p.ToOf(i) == 0
            ? "dark " + Seconds(p.LightMsOf(i))
            : (p.FromOf(i) == p.ToOf(i) ? p.FromOf(i) + " %" : p.FromOf(i) + " to " + p.ToOf(i) + " %") + " " + Seconds(p.LightMsOf(i)));
        return s_colours[p.ColourOf(0)] + ": " + string.Join(", ", steps) + Every(p.LightEveryMs, Enumerable.Range(0, p.LightSteps).Sum(p.LightMsOf)) + (p.IsByDayOnly ? ", by day" : "");
    }

    private static string Sound(SignPattern p)
    {
        IEnumerable<string> notes = Enumerable.Range(0, p.SoundSteps).Where(i => p.HertzOf(i) > 0).Select(i => p.HertzOf(i).ToString());
        return string.Join(" ", notes) + " Hz" + Every(p.SoundEveryMs, 0) + (p.IsSilentUntilPressed ? ", when pressed" : "");
    }

    private static string Every(int everyMs, int lengthMs)
    {
        return everyMs == 0 ? "" : everyMs == lengthMs ? ", again and again" : ", every " + Seconds(everyMs);
    }

    private static string Seconds(int ms)
    {
        return ms % 1000 == 0 ? ms / 1000 + " s" : ms + " ms";
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);

        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ToyGuard.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
