using System.IO;
using System.Text.Json;

using ToyGuard.Maker.Tests.Flash;

namespace ToyGuard.Maker.Tests.Running;

/// <summary>Goal: the commands that flash.ps1 starts answer as it expects. Method: the real program.</summary>
[TestClass]
public class FlashTests
{
    private static string Manifest
    {
        get { return Path.Combine(Repository.Root, "firmware/Emulator/Samples/twinkle-lamp.json"); }
    }

    [TestMethod]
    public void FlashPlan_GoodWish_IsJsonAndZero_BadOne_IsWordsAndOne()
    {
        using TestFolder folder = new();
        string image = folder.Write("toy.bin", Images.Of("ToyGuard.Kit"));
        string[] wish = ["flash-plan", "--board", "esp32-devkitc", "--role", "toy", "--port", "COM3", "--manifest", Manifest, "--firmware", "1.17.0.7"];

        (int exitCode, string output, string errors) = MakerRun.ToEnd([.. wish, "--image", image]);
        Assert.AreEqual(0, exitCode, output + errors);
        using JsonDocument plan = JsonDocument.Parse(output);
        Assert.AreEqual(3, plan.RootElement.GetProperty("calls").GetArrayLength());

        (exitCode, output, errors) = MakerRun.ToEnd([.. wish, "--image", folder.Write("none.bin", "")]);
        Assert.AreEqual(1, exitCode);
        Assert.AreEqual("", output);
        StringAssert.Contains(errors, "the file is empty");

        (exitCode, _, errors) = MakerRun.ToEnd([.. wish, "--image", Path.Combine(folder.Path, "nothing.bin")]);
        Assert.AreEqual(1, exitCode);
        StringAssert.Contains(errors, "No app image");
    }

    [TestMethod]
    [DataRow("flash-plan|--role|toy", "--board")]
    [DataRow("flash-check|--board|arduino|--role|toy", "there is no 'arduino'")]
    [DataRow("doctor|--board|arduino", "there is no 'arduino'")]
    public void Wrong_Use_IsOneLineAndTwo(string args, string part)
    {
        MakerRun.IsOneLineAndTwo(part, args.Split('|'));
    }
}
