using System;
using System.Linq;
using System.Text.Json;

using ToyGuard.Fakes;
using ToyGuard.Maker.Boards;
using ToyGuard.Maker.Flash;

namespace ToyGuard.Maker.Tests.Flash;

/// <summary>Goal: exactly the right calls, or a refusal in words and no call at all. Method: wishes, each wrong in one way.</summary>
[TestClass]
public class FlashPlanTests
{
    private static readonly string s_version = Catalogue.Firmware.Line + ".7";

    [TestMethod]
    public void Plan_Toy_IsTheseCallsInThisOrder()
    {
        FlashPlan plan = FlashPlan.Of(Toy());

        CollectionAssert.AreEqual(Array.Empty<string>(), plan.Refusals);
        CollectionAssert.AreEqual(
            new[]
            {
                "--platform esp32 --serialport /dev/ttyUSB0 --devicedetails --suppressnanoffversioncheck",
                "--update --target ESP32_REV3 --serialport /dev/ttyUSB0 --fwversion " + s_version + " --deploy --image {image} --suppressnanoffversioncheck",
                "--nanodevice --devicedetails --serialport /dev/ttyUSB0 --suppressnanoffversioncheck",
            },
            plan.Calls.Select(c => string.Join(' ', c.Arguments)).ToArray());
        CollectionAssert.AreEqual(new[] { "chip", "firmware", "device" }, plan.Calls.Select(c => c.Name).ToArray());
        CollectionAssert.AreEqual(new[] { false, true, false }, plan.Calls.Select(c => c.IsWriting).ToArray());
    }

    [TestMethod]
    public void Plan_Hub_AsksForPsramBeforeItWrites()
    {
        FlashPlan plan = FlashPlan.Of(Hub());

        Assert.AreEqual(0, plan.Refusals.Length, string.Join("; ", plan.Refusals));
        Assert.AreEqual("chip firmware device", string.Join(' ', plan.Calls.Select(c => c.Name)));
        CollectionAssert.Contains(plan.Calls[0].Arguments, "--checkpsram");
        Assert.IsTrue(plan.Calls[0].IsWriting, "asking this chip writes a test program");
        CollectionAssert.DoesNotContain(FlashPlan.Of(Hub() with { Board = "esp32-s3-devkitc" }).Calls[0].Arguments, "--checkpsram");
    }

    [TestMethod]
    public void Plan_Offline_TakesTheArchive_AndFillingNeedsNoBoard()
    {
        string[] firmware = FlashPlan.Of(Toy() with { Archive = "kept" }).Calls.Single(c => c.Name == "firmware").Arguments;
        Assert.AreEqual("--fromarchive --archivepath kept", string.Join(' ', firmware.SkipWhile(a => a != "--fromarchive").Take(3)));

        FlashPlan fill = FlashPlan.Of(Toy() with { Archive = "kept", IsFilling = true, Port = "", ImageBytes = null, Manifest = "" });
        Assert.AreEqual("--updatearchive --target ESP32_REV3 --fwversion " + s_version + " --archivepath kept --suppressnanoffversioncheck", string.Join(' ', fill.Calls.Single().Arguments));
        Assert.IsFalse(fill.Calls[0].IsWriting);
    }

    [TestMethod]
    public void Plan_EraseAndBaud_ReachNanoff()
    {
        FlashPlan plan = FlashPlan.Of(Toy() with { IsErasing = true, Baud = 115200 });

        string firmware = string.Join(' ', plan.Calls[1].Arguments);
        StringAssert.Contains(firmware, "--baud 115200");
        StringAssert.Contains(firmware, "--masserase --nobackupconfig");
        StringAssert.Contains(string.Join('\n', plan.Notes), "Everything on the board goes");
    }

    [TestMethod]
    [Req("ATT-02")]
    public void Plan_Production_SaysWhatStockImagesCannotDo()
    {
        string notes = string.Join('\n', FlashPlan.Of(Toy() with { IsProduction = true }).Notes);

        StringAssert.Contains(notes, "cannot close the debug and load port");
        StringAssert.Contains(notes, "neither secure boot nor flash encryption");
        Assert.IsFalse(string.Join('\n', FlashPlan.Of(Toy()).Notes).Contains("secure boot", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Plan_NoImageOrAnother_IsRefusedWithoutACall()
    {
        IsRefused("No app image at toy.bin: use -Prebuilt, or build firmware/Toy", Toy() with { ImageBytes = null });
        IsRefused("No app image: use -Prebuilt", Toy() with { ImageBytes = null, Image = "" });
        IsRefused("the file is empty", Toy() with { ImageBytes = [] });
        IsRefused("no assembly begins there", Toy() with { ImageBytes = "MZ this is a desktop program"u8.ToArray() });
        IsRefused("This image is no toy: it holds the hub's program", Toy() with { ImageBytes = Images.Of("ToyGuard.Core", "ToyGuard.Hub") });
        IsRefused("This image is no toy: it holds the hub's program", Toy() with { ImageBytes = Images.Of("ToyGuard.Kit", "ToyGuard.Hub") });
        IsRefused("This image is no toy: it holds no program of ToyGuard", Toy() with { ImageBytes = Images.Of("Blinky") });
        IsRefused("This image is no hub: it holds a toy's program", Hub() with { ImageBytes = Images.Of("ToyGuard.Kit") });
        IsRefused("ToyGuard.Kit is in the image 2 times", Toy() with { ImageBytes = Images.Of("ToyGuard.Kit", "ToyGuard.Kit") });
        IsRefused("a device's data in this image already", Toy() with { ImageBytes = Images.Of("ToyGuard.Kit", "ToyGuard.Data.Identity") });
        IsRefused("there is room for 1835008", Toy() with { ImageBytes = new byte[1835009] });
        IsRefused("needs 0x6DFA71D6 in the firmware, and firmware.json says 0x8EFB9944", Toy() with { ImageBytes = [.. Images.Of("ToyGuard.Kit"), .. Images.Assembly("System.Net", 0x6DFA71D6)] });
        IsRefused("firmware.json says nothing of it", Toy() with { ImageBytes = [.. Images.Of("ToyGuard.Kit"), .. Images.Assembly("nanoFramework.Device.Bluetooth", 1)] });
    }

    [TestMethod]
    [Req("UPD-01")]
    public void Plan_LargestImageThatFits_IsTaken()
    {
        byte[] kit = Images.Assembly("ToyGuard.Kit");
        byte[] full = [.. kit, .. Images.Assembly("Sounds", extra: 1835008 - kit.Length - 124 - 8)];

        Assert.AreEqual(1835008, full.Length);
        Assert.AreEqual(0, FlashPlan.Of(Toy() with { ImageBytes = full }).Refusals.Length);
    }

    [TestMethod]
    public void Plan_WrongWish_IsRefusedWithoutACall()
    {
        IsRefused("There is no board 'arduino'", Toy() with { Board = "arduino" });
        IsRefused("has no PSRAM, and a hub needs it: take esp32-s3-devkitc or esp32-wrover", Hub() with { Board = "esp32-devkitc" });
        IsRefused("is no board for a hub", Hub() with { Board = "m5stack-core2" });
        IsRefused("is no board for a toy", Toy() with { Board = "esp32-wrover" });
        IsRefused("not 'robot'", Toy() with { Role = "robot" });
        IsRefused("No port", Toy() with { Port = "" });
        IsRefused("No port", Toy() with { Port = "COM3 --masserase" });
        IsRefused("No port", Toy() with { Port = "/dev/ttyUSB0;reboot" });
        IsRefused("No port", Toy() with { Port = "/dev/ttyUSB0\n" });
        IsRefused("A toy needs its manifest", Toy() with { Manifest = "" });
        IsRefused("A hub has no manifest", Hub() with { Manifest = "my.json" });
        IsRefused("my.json:3: broken", Toy() with { ManifestFaults = ["my.json:3: broken"] });
        IsRefused("pins no version of ESP32_REV3 yet", Toy() with { Firmware = "" });
        IsRefused("is not of line", Toy() with { Firmware = "1.16.0.568" });
        IsRefused("is not of line", Toy() with { Firmware = s_version + "\n" });
        IsRefused("-Fill needs the folder", Toy() with { IsFilling = true });
    }

    [TestMethod]
    public void Json_IsWhatTheScriptReads_TelemetryOff()
    {
        using JsonDocument json = JsonDocument.Parse(PlanJson.Of(FlashPlan.Of(Toy())));

        Assert.AreEqual("1", json.RootElement.GetProperty("environment").GetProperty("NANOFRAMEWORK_TELEMETRY_OPTOUT").GetString());
        Assert.AreEqual(Catalogue.Firmware.NanoffVersion, json.RootElement.GetProperty("nanoff").GetString());
        Assert.IsTrue(json.RootElement.GetProperty("calls")[1].GetProperty("arguments").EnumerateArray().Any(a => a.GetString() == FlashCall.ImagePlace));
    }

    private static void IsRefused(string part, FlashWish wish)
    {
        FlashPlan plan = FlashPlan.Of(wish);
        Assert.AreEqual(0, plan.Calls.Length, part);
        StringAssert.Contains(string.Join('\n', plan.Refusals), part);
    }

    private static FlashWish Toy()
    {
        return new FlashWish
        {
            Board = "esp32-devkitc",
            Role = "toy",
            Port = "/dev/ttyUSB0",
            Image = "toy.bin",
            ImageBytes = [.. Images.Of("ToyGuard.Core", "ToyGuard.Kit", "ToyGuard.Toy"), .. Images.Assembly("System.Net", 0x8EFB9944)],
            Manifest = "my.json",
            Firmware = s_version,
        };
    }

    private static FlashWish Hub()
    {
        return Toy() with { Board = "esp32-wrover", Role = "hub", Manifest = "", ImageBytes = Images.Of("ToyGuard.Core", "ToyGuard.Hub") };
    }
}
