using ToyGuard.Core.Pairing;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Page.Routes;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>What anybody may know of the device (GET /state): no name of a person, no network of the home, no version (ATT-03).</summary>
/// <remarks>Names of networks are told on the device's own Wi-Fi alone, after a press, while nobody is paired: whoever is there holds the device.</remarks>
internal static class StateWriter
{
    /// <summary>Writes it; its length, 0 when it does not fit.</summary>
    internal static int Write(byte[] buffer, PageIdentity identity, byte[] deviceId, DeskView desk, SetupView setup, string homeLink, bool isHomeSide)
    {
        JsonWriter writer = new JsonWriter(buffer);
        writer.BeginObject();
        writer.Name("v");
        writer.Number(1);
        Text(writer, "name", identity.Name);
        Text(writer, "label", identity.HostLabel);
        Text(writer, "mode", identity.Mode == PageMode.Toy ? "toy" : "hub");
        Text(writer, "side", isHomeSide ? "home" : "setup");
        Text(writer, "id", HexText.Of(deviceId));
        Flag(writer, "paired", desk.IsPaired);
        Window(writer, "claim", desk.IsPaired ? desk.WelcomeLeft : desk.ClaimLeft);
        writer.EndObject();
        SetUp(writer, desk, setup, isHomeSide);
        Text(writer, "home", homeLink);
        Flag(writer, "rests", !isHomeSide && setup.Rests);
        Text(writer, "notice", Notice(desk));
        writer.EndObject();
        return writer.Length;
    }

    private static void SetUp(JsonWriter writer, DeskView desk, SetupView setup, bool isHomeSide)
    {
        if (isHomeSide)
        {
            writer.Name("setup");
            writer.BeginObject();
            Flag(writer, "open", false);
            writer.EndObject();
            return;
        }

        bool isPrivate = !desk.IsPaired && setup.Step != SetupStep.Off && setup.Step != SetupStep.Press;
        Window(writer, "setup", desk.IsPaired ? desk.WifiLeft : setup.SecondsLeft);
        Text(writer, "step", SetupWords.Of(setup.Step));
        NetworkList.Write(writer, isPrivate ? setup.Networks : new WifiNetwork[0]);
        Text(writer, "ssid", isPrivate ? setup.Ssid : "");
        Text(writer, "fault", SetupWords.Of(setup.Fault));
        writer.EndObject();
    }

    // A family's book that cannot be read is no family's: the page says that only a wipe by the button helps.
    private static string Notice(DeskView desk)
    {
        return desk.IsUnreadable ? "unreadable" : desk.IsResetByButton ? "reset-by-button" : desk.IsForgotRunning ? "forgot" : "";
    }

    // Opens an object that says for how long something is open.
    private static void Window(JsonWriter writer, string name, int secondsLeft)
    {
        writer.Name(name);
        writer.BeginObject();
        Flag(writer, "open", secondsLeft > 0);
        writer.Name("left");
        writer.Number(secondsLeft);
    }

    private static void Text(JsonWriter writer, string name, string text)
    {
        writer.Name(name);
        writer.Text(text);
    }

    private static void Flag(JsonWriter writer, string name, bool value)
    {
        writer.Name(name);
        writer.Bool(value);
    }
}
