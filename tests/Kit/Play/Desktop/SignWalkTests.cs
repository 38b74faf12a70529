using System;
using System.Collections.Generic;

using FsCheck;
using FsCheck.Fluent;

namespace ToyGuard.Kit.Play.Tests.Desktop;

/// <summary>Goal: however a program plays with the signs, the light is safe for eyes and leaves the sensors' alone. Method: random shows, ends and time, every change of the light kept.</summary>
[TestClass]
public class SignWalkTests
{
    private static readonly Sign[] s_signs = Enum.GetValues<Sign>();

    [TestMethod]
    public void Walk_AnySigns_LightGoesUpTwiceASecondAtMostAndIsDarkBesideASensor()
    {
        Gen<(int, Sign, int)> step =
            from what in Gen.Choose(0, 5)
            from sign in Gen.Elements(s_signs)
            from ms in Gen.Frequency((8, Gen.Choose(1, 60)), (3, Gen.Choose(60, 400)), (1, Gen.Choose(1000, 40000)))
            select (what, sign, ms);
        Prop.ForAll(step.ArrayOf(120).ToArbitrary(), Holds).Check(Seeded.Cases(1000));
    }

    private static bool Holds((int What, Sign Sign, int Ms)[] steps)
    {
        FakeBoard board = new();
        SignPlayer player = new(board) { MinuteOfDay = 12 * 60 };
        List<long> rises = new();
        long now = 0;

        foreach ((int what, Sign sign, int ms) in steps)
        {
            now += ms;
            int colour = board.Colour;
            int brightness = board.Brightness;

            switch (what)
            {
                case 0:
                case 1:
                    player.Show(sign, now);
                    break;
                case 2:
                    player.End(sign, now);
                    break;
                case 3:
                    player.OnPress(now);
                    break;
                default:
                    player.Turn(now);
                    break;
            }

            if (board.Brightness > 0 && (brightness == 0 || colour != board.Colour || board.Brightness > brightness + 20))
            {
                rises.Add(now);
            }

            Require(board.Brightness is >= 0 and <= 100 && board.Volume is >= 0 and <= 60, "out of range");
            Require(player.Showing != Sign.Listening || board.Brightness == 0, "a light beside the sensor's");
            Require(board.Colour != 0xFFFFFF, "white is the sensor's");
            Require(player.Showing != Sign.None || (board.Brightness == 0 && board.Hertz == 0), "something is left on");
        }

        for (int i = 2; i < rises.Count; i++)
        {
            Require(rises[i] - rises[i - 2] >= 1000, "three flashes within a second at " + rises[i]);
        }

        return true;
    }

    private static void Require(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
