using System.Collections.Generic;
using System.Linq;

using ToyGuard.Fakes;
using ToyGuard.Kit.Body;
using ToyGuard.Maker.Boards;

namespace ToyGuard.Maker.Tests.Boards;

/// <summary>Goal: what is wired is what the program drives. Method: every board of hardware/ against the one table in code, role by role.</summary>
[TestClass]
public class BoardPinsTests
{
    [TestMethod]
    [Req("SENS-01")]
    public void Of_EveryBoard_IsWhatItsPinsSay()
    {
        foreach (Board board in Catalogue.Boards)
        {
            Dictionary<string, int> roles = RolesOf(BoardPins.Of(board.Target));

            foreach ((string role, int pin) in roles)
            {
                Assert.AreEqual(board.Pins.SingleOrDefault(p => p.Role == role)?.Gpio ?? BoardPins.None, pin, $"{board.Folder}: {role}");
            }

            // What the program has no name for may only be what the board's maker wired.
            foreach (BoardPin pin in board.Pins.Where(p => !roles.ContainsKey(p.Role)))
            {
                Assert.IsTrue(pin.IsSoldered, $"{board.Folder}: nobody drives {pin.Role}");
            }
        }
    }

    // The board is known by its firmware's name alone, so two boards with one name must be wired alike.
    [TestMethod]
    public void Boards_OfOneTarget_AreWiredAlike()
    {
        foreach (IGrouping<string, Board> boards in Catalogue.Boards.GroupBy(b => b.Target))
        {
            Assert.AreEqual(1, boards.Select(b => string.Join(' ', b.Pins.Select(p => p.Role + p.Gpio).Order())).Distinct().Count(), boards.Key);
        }
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("ESP32_REV0")]
    [DataRow("esp32_rev3")]
    [DataRow("ESP32_REV3 ")]
    [DataRow("ESP32_S3_QUAD")]
    public void Of_BoardThatNobodyKnows_TouchesNoPin(string target)
    {
        Assert.IsTrue(RolesOf(BoardPins.Of(target)).Values.All(pin => pin == BoardPins.None));
    }

    private static Dictionary<string, int> RolesOf(BoardPins pins)
    {
        return new()
        {
            ["setup-button"] = pins.SetupButton,
            ["talk-button"] = pins.TalkButton,
            ["light"] = pins.Light,
            ["buzzer"] = pins.Buzzer,
            ["display-data"] = pins.DisplayData,
            ["display-clock"] = pins.DisplayClock,
            ["sensor-power"] = pins.SensorPower,
        };
    }
}
