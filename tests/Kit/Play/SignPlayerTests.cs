using System;

namespace ToyGuard.Kit.Play.Tests;

[TestClass]
public class SignPlayerTests
{
    private const int Noon = 12 * 60;

    [TestMethod]
    public void Show_NotAllowed_IsOneLongBlinkOneLowNoteAndTheWords()
    {
        FakeBoard board = new FakeBoard();
        SignPlayer player = PlayerAtNoon(board);

        player.Show(Sign.NotAllowed, 1000);
        Assert.AreEqual(70, board.Brightness);
        Assert.AreEqual(196, board.Hertz);
        Assert.AreEqual(50, board.Volume);
        Assert.AreEqual("I can't do that one. Ask a grown-up.", board.Said);

        Run(player, 1050, 3000);
        Assert.AreEqual(0, board.Brightness);
        Assert.AreEqual(0, board.Hertz);
        Assert.AreEqual((int)Sign.None, (int)player.Showing);
        Assert.AreEqual(1, board.Tones);
        Assert.AreEqual(2, board.Lights);
    }

    [TestMethod]
    [Req("SENS-01")]
    public void Show_Listening_LeavesTheLightToTheSensor()
    {
        FakeBoard board = new FakeBoard();
        SignPlayer player = PlayerAtNoon(board);
        player.Show(Sign.SetupOpen, 0);
        Run(player, 0, 1000);
        Assert.IsTrue(board.Brightness > 0);

        player.Show(Sign.Listening, 1000);

        Assert.AreEqual(0, board.Brightness);
        Assert.AreEqual(660, board.Hertz);
        int lights = board.Lights;
        Run(player, 1000, 9000);
        Assert.AreEqual(lights, board.Lights, "not one call");

        player.Show(Sign.ListeningOver, 9000);
        Assert.AreEqual(880, board.Hertz);
        Run(player, 9000, 9600);
        Assert.IsTrue(board.Brightness > 0, "the breath goes on");
        Assert.AreEqual((int)Sign.SetupOpen, (int)player.Showing);
    }

    [TestMethod]
    public void Show_Chime_SoundsOnceThoughTheLightGoesOn()
    {
        FakeBoard board = new FakeBoard();
        SignPlayer player = PlayerAtNoon(board);
        player.Show(Sign.TenMinutes, 0);

        Run(player, 0, 59999);

        Assert.AreEqual(1, board.Tones);
        Assert.AreEqual(12, board.Lights, "six blinks in a minute, on and off each");
        player.Show(Sign.TenMinutes, 60000);
        Assert.AreEqual(1, board.Tones, "it is shown already");
    }

    [TestMethod]
    public void Show_LighterSign_WaitsInSilence()
    {
        FakeBoard board = new FakeBoard();
        SignPlayer player = PlayerAtNoon(board);
        player.Show(Sign.Wiping, 0);

        player.Show(Sign.TwoMinutes, 100);

        Assert.AreEqual((int)Sign.Wiping, (int)player.Showing);
        Assert.AreEqual("I'm about to forget everything.", board.Said);
        player.End(Sign.Wiping, 3000);
        int tones = board.Tones;
        Run(player, 3000, 12000);
        Assert.AreEqual((int)Sign.TwoMinutes, (int)player.Showing);
        Assert.AreEqual(tones, board.Tones, "its chime would come too late");
        Assert.AreEqual("I'm about to forget everything.", board.Said);
    }

    [TestMethod]
    [DataRow((int)Sign.Wiping, (int)Sign.Listening)]
    [DataRow((int)Sign.Listening, (int)Sign.Paused)]
    [DataRow((int)Sign.Paused, (int)Sign.Asleep)]
    [DataRow((int)Sign.Asleep, (int)Sign.NotAllowed)]
    [DataRow((int)Sign.No, (int)Sign.NotAllowed)]
    [DataRow((int)Sign.NotAllowed, (int)Sign.TwoMinutes)]
    [DataRow((int)Sign.TwoMinutes, (int)Sign.SetupOpen)]
    [DataRow((int)Sign.TenMinutes, (int)Sign.SetupOpen)]
    [DataRow((int)Sign.SetupOpen, (int)Sign.Unwell)]
    public void Showing_OfTwo_IsTheWeightier(int weighty, int light)
    {
        SignPlayer one = PlayerAtNoon(new FakeBoard());
        one.Show((Sign)weighty, 0);
        one.Show((Sign)light, 0);
        Assert.AreEqual(weighty, (int)one.Showing);

        SignPlayer other = PlayerAtNoon(new FakeBoard());
        other.Show((Sign)light, 0);
        other.Show((Sign)weighty, 0);
        Assert.AreEqual(weighty, (int)other.Showing);
    }

    [TestMethod]
    [DataRow((int)Sign.TenMinutes, (int)Sign.TwoMinutes)]
    [DataRow((int)Sign.TwoMinutes, (int)Sign.Asleep)]
    [DataRow((int)Sign.TwoMinutes, (int)Sign.Paused)]
    [DataRow((int)Sign.TwoMinutes, (int)Sign.TenMinutes)]
    [DataRow((int)Sign.Asked, (int)Sign.Yes)]
    [DataRow((int)Sign.Asked, (int)Sign.No)]
    [DataRow((int)Sign.Yes, (int)Sign.No)]
    [DataRow((int)Sign.No, (int)Sign.Yes)]
    [DataRow((int)Sign.Listening, (int)Sign.ListeningOver)]
    [DataRow((int)Sign.ListeningOver, (int)Sign.Listening)]
    public void Show_WhatFollows_EndsWhatWasBefore(int before, int after)
    {
        SignPlayer player = PlayerAtNoon(new FakeBoard());
        player.Show((Sign)before, 0);
        player.Show((Sign)after, 10);
        Assert.AreEqual(after, (int)player.Showing);

        player.End((Sign)after, 20);
        Assert.AreEqual((int)Sign.None, (int)player.Showing);
    }

    [TestMethod]
    [DataRow(-1, 25)]
    [DataRow(0, 25)]
    [DataRow(7 * 60 - 1, 25)]
    [DataRow(7 * 60, 50)]
    [DataRow(19 * 60 - 1, 50)]
    [DataRow(19 * 60, 25)]
    [DataRow(24 * 60 - 1, 25)]
    public void Show_Evening_IsHalfAsLoud(int minuteOfDay, int volume)
    {
        FakeBoard board = new FakeBoard();
        SignPlayer player = new SignPlayer(board);
        player.MinuteOfDay = minuteOfDay;

        player.Show(Sign.NotAllowed, 0);

        Assert.AreEqual(volume, board.Volume);
    }

    [TestMethod]
    public void Show_Unwell_SoundsAndSpeaksOnlyToAPress()
    {
        FakeBoard board = new FakeBoard();
        SignPlayer player = PlayerAtNoon(board);
        player.Show(Sign.Unwell, 0);
        Run(player, 0, 59999);
        Assert.AreEqual(0, board.Tones);
        Assert.AreEqual("", board.Said);
        Assert.AreEqual(8, board.Lights, "long-short every 30 s");

        player.OnPress(61000);
        Run(player, 61000, 70000);
        Assert.AreEqual(1, board.Tones);
        Assert.AreEqual("Something isn't right. Show a grown-up.", board.Said);
    }

    [TestMethod]
    public void OnPress_NothingToSay_IsSilent()
    {
        FakeBoard board = new FakeBoard();
        SignPlayer player = PlayerAtNoon(board);

        player.OnPress(0);

        Assert.AreEqual(0, board.Tones);
        Assert.AreEqual("", board.Said);
    }

    [TestMethod]
    [DataRow(3 * 60, false)]
    [DataRow(20 * 60, false)]
    [DataRow(12 * 60, true)]
    [DataRow(-1, true)]
    public void Show_UnwellAtNight_WaitsForTheDay(int minuteOfDay, bool isShown)
    {
        SignPlayer player = new SignPlayer(new FakeBoard());
        player.MinuteOfDay = minuteOfDay;

        player.Show(Sign.Unwell, 0);

        Assert.AreEqual(isShown, player.Showing == Sign.Unwell);
        player.MinuteOfDay = Noon;
        Assert.AreEqual((int)Sign.Unwell, (int)player.Showing);
    }

    [TestMethod]
    [DataRow((int)Sign.None)]
    [DataRow(3)]
    [DataRow(255)]
    public void Show_NoSign_ChangesNothing(int sign)
    {
        FakeBoard board = new FakeBoard();
        SignPlayer player = PlayerAtNoon(board);

        player.Show((Sign)sign, 0);
        player.End((Sign)sign, 0);

        Assert.AreEqual((int)Sign.None, (int)player.Showing);
        Assert.AreEqual(0, board.Lights + board.Tones);
        Assert.AreEqual("", board.Said);
    }

    [TestMethod]
    public void Show_NoSign_StillEndsWhatIsOver()
    {
        FakeBoard board = new FakeBoard();
        SignPlayer player = PlayerAtNoon(board);
        player.Show(Sign.Yes, 0);

        player.Show(Sign.None, 10000);

        Assert.AreEqual(0, board.Brightness);
        Assert.AreEqual(0, board.Hertz);
    }

    [TestMethod]
    public void Show_EverySignInATurn_LightGoesUpTwiceASecondAtMost()
    {
        FakeBoard board = new FakeBoard();
        SignPlayer player = PlayerAtNoon(board);
        int rises = 0;

        for (int now = 0; now < 10000; now += 10)
        {
            int before = board.Brightness;
            Sign sign = now % 200 == 0 ? Sign.NotAllowed : Sign.Asked;
            player.End(sign == Sign.Asked ? Sign.NotAllowed : Sign.Asked, now);
            player.Show(sign, now);
            rises += before == 0 && board.Brightness > 0 ? 1 : 0;
        }

        Assert.IsTrue(rises >= 10, "it does light up");
        Assert.IsTrue(rises <= 20, rises + " in 10 s");
    }

    [TestMethod]
    public void New_NoBoard_Throws()
    {
        Check.Throws(typeof(ArgumentNullException), () => _ = new SignPlayer(null!));
    }

    private static SignPlayer PlayerAtNoon(FakeBoard board)
    {
        SignPlayer player = new SignPlayer(board);
        player.MinuteOfDay = Noon;
        return player;
    }

    private static void Run(SignPlayer player, int fromMs, int toMs)
    {
        for (int now = fromMs; now <= toMs; now += 50)
        {
            player.Turn(now);
        }
    }
}
