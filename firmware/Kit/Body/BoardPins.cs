namespace ToyGuard.Kit.Body;

/// <summary>Which pin is wired to what, for each board of hardware/: this is the one place in code, and a test compares it with every <c>pins.json</c>.</summary>
/// <remarks>The board is known by the name of its firmware, so one image runs on all of them. On a board that nobody knows no pin is touched.</remarks>
public sealed class BoardPins
{
    /// <summary>Not wired.</summary>
    public const int None = -1;

    private BoardPins(int setupButton, int talkButton, int light, int buzzer, int displayData, int displayClock, int sensorPower)
    {
        SetupButton = setupButton;
        TalkButton = talkButton;
        Light = light;
        Buzzer = buzzer;
        DisplayData = displayData;
        DisplayClock = displayClock;
        SensorPower = sensorPower;
    }

    /// <summary>The recessed button, to ground.</summary>
    public int SetupButton { get; }

    /// <summary>The talk button, to ground.</summary>
    public int TalkButton { get; }

    /// <summary>Data of one WS2812 pixel.</summary>
    public int Light { get; }

    /// <summary>A passive buzzer.</summary>
    public int Buzzer { get; }

    /// <summary>SDA of an SSD1306.</summary>
    public int DisplayData { get; }

    /// <summary>SCL of the SSD1306.</summary>
    public int DisplayClock { get; }

    /// <summary>The gate of the one P-MOSFET that feeds a sensor and its light together: low is on (SENS-01).</summary>
    public int SensorPower { get; }

    /// <summary>The pins of the board that runs a firmware of that name (<c>SystemInfo.TargetName</c>), exactly.</summary>
    public static BoardPins Of(string target)
    {
        return target switch
        {
            "ESP32_REV3" => new BoardPins(32, 33, 25, 26, 21, 22, 27),
            "ESP32_PSRAM_REV3" => new BoardPins(32, None, 25, 26, 21, 22, None),
            "ESP32_S3_OCTAL" => new BoardPins(4, 5, 6, 7, 8, 9, 10),

            // Its own display hangs on another chip and bus; see its README.
            "M5Core2" => new BoardPins(32, 33, 26, 14, None, None, 13),
            _ => new BoardPins(None, None, None, None, None, None, None),
        };
    }
}
