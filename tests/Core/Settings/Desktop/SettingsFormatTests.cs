using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Tests.Settings.Desktop;

/// <summary>Goal: the section "Settings" of storage-format.md says what the code does. Method: each of its examples is made anew.</summary>
[TestClass]
public class SettingsFormatTests
{
    [TestMethod]
    [Req("DEF-03")]
    public void Page_Examples_AreWhatIsWritten()
    {
        FormatPage.AssertIs("settings", SettingsCodec.Write(Family.Sample()));
        FormatPage.AssertIs("settings-3", OlderFile.Of(Family.Sample(), 3));
        FormatPage.AssertIs("settings-2", OlderFile.Of(Family.Sample(), 2));
        FormatPage.AssertIs("print", Hex.Bytes(EndpointPrintTests.ExampleBytes));
        FormatPage.AssertIs("sensor-print", Hex.Bytes(SensorPrintTests.ExampleBytes));
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Page_OldExample_ComesUpAsItSays()
    {
        SchemaOneFile file = new() { IsPaired = true, Days = 60 };
        SchemaOneToy bear = new() { Name = "bear", IsAllOfMaker = true, Hours = 2, From = 20 * 60, Until = 7 * 60 };
        bear.Ids.AddRange(new[] { "stories", "voice" });
        file.Toys.Add(bear);

        FormatPage.AssertIs("settings-1", file.ToBytes());
        FormatPage.AssertIs("settings-1-as-4", SettingsCodec.Write(SettingsCodec.Read(file.ToBytes()).Settings!));
    }
}
