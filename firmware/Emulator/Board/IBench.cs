using ToyGuard.Emulator.Power;

namespace ToyGuard.Emulator.Board;

/// <summary>What whoever holds the board can see of it and do to it. Any thread may call; what cannot be done says so in one sentence.</summary>
internal interface IBench
{
    /// <summary>Everything that can be seen, as one JSON object.</summary>
    /// <param name="isWhole">False leaves out light and tone, which change many times a second.</param>
    string StateJson(bool isWhole);

    /// <summary>Light and tone as they are now, as one JSON object.</summary>
    string LightJson();

    /// <summary>Presses the recessed button.</summary>
    string? Press();

    /// <summary>Holds the recessed button for so many seconds, without that anybody has to wait for them.</summary>
    string? Hold(int seconds);

    /// <summary>Presses what a child presses.</summary>
    string? Paw();

    /// <summary>Holds that for three seconds, without that anybody has to wait for them: the child pauses the toy.</summary>
    string? HoldPaw();

    /// <summary>Holds what a child holds to talk, or lets go.</summary>
    string? Talk(bool isHeld);

    /// <summary>Switches the power on, or pulls the plug.</summary>
    /// <param name="isOn">What is wanted.</param>
    /// <param name="afterBytes">With the plug: it goes in the middle of what is written, after so many more bytes; 0 is at once.</param>
    string? Power(bool isOn, int afterBytes);

    /// <summary>Lets the power fail in the middle of what is written, and come back by itself.</summary>
    string? BrownOut(BrownOut fault);

    /// <summary>Empties the device's flash, as a new chip would be; what it is from its making on stays. With power, it starts anew.</summary>
    string? Forget();

    /// <summary>Lets the device live so many times faster, from 1 to <see cref="FastTime.SpeedMax"/>: its time of day, minutes of play and signs. The network stays as it is.</summary>
    string? Speed(int times);

    /// <summary>Sets the device's clock by so many seconds; one that knows no time begins with this computer's.</summary>
    string? Shift(int seconds);

    /// <summary>Breaks a part, or mends it: the display, which then shows nothing, or flash, which then takes nothing more.</summary>
    string? Break(string part, bool isBroken);

    /// <summary>Lets a Wi-Fi of the neighbourhood fail in a way that it knows, or work again.</summary>
    string? Fault(string network, string fault);
}
