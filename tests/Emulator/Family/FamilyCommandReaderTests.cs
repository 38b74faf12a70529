using System;
using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Emulator.Family;

namespace ToyGuard.Emulator.Tests.Family;

/// <summary>Goal: a line of --commands means one thing or is refused with a reason. Method: tables, and garbage.</summary>
[TestClass]
public class FamilyCommandReaderTests
{
    [TestMethod]
    [DataRow("pause all", "Pause  ")]
    [DataRow("pause story-bear", "Pause story-bear ")]
    [DataRow("resume all", "Resume  ")]
    [DataRow(" \t resume   \"story bear\"  ", "Resume story bear ")]
    [DataRow("approve bear stories", "Approve bear stories")]
    [DataRow("approve bear stories term", "Approve bear stories")]
    [DataRow("bonus bear 15", "Bonus bear ")]
    [DataRow("tickets bear 4", "Tickets bear ")]
    [DataRow("pause all 30", "Pause  ")]
    [DataRow("withdraw bear stories", "Withdraw bear stories")]
    [DataRow("settings", "Settings  ")]
    [DataRow("records", "Records  ")]
    [DataRow("wipe", "Wipe  ")]
    [DataRow("help", "Help  ")]
    public void Read_Words_IsTheCommand(string line, string expected)
    {
        FamilyCommand command = Good(line);

        Assert.AreEqual(expected, $"{command.Verb} {command.Toy} {command.Endpoint}");
    }

    [TestMethod]
    [DataRow("minutes bear none", -1)]
    [DataRow("minutes bear 0", 0)]
    [DataRow("minutes bear 1440", 1440)]
    [DataRow("pause bear 1440", 1440)]
    [DataRow("bonus bear 60", 60)]
    [DataRow("tickets bear 0", 0)]
    [DataRow("retention 0", 0)]
    [DataRow("retention 30", 30)]
    public void Read_Number_IsTaken(string line, int expected)
    {
        Assert.AreEqual(expected, Good(line).Number);
    }

    [TestMethod]
    [DataRow("unknown", AgeBand.Unknown)]
    [DataRow("under9", AgeBand.Under9)]
    [DataRow("9to12", AgeBand.From9To12)]
    [DataRow("13to18", AgeBand.From13To18)]
    public void Read_Band_IsTaken(string word, AgeBand expected)
    {
        Assert.AreEqual(expected, Good("band bear " + word).Band);
    }

    [TestMethod]
    [DataRow("20:00-07:30", 20 * 60, true)]
    [DataRow("20:00-07:30", (7 * 60) + 29, true)]
    [DataRow("20:00-07:30", (7 * 60) + 30, false)]
    [DataRow("20:00-07:30", (20 * 60) - 1, false)]
    [DataRow("09:00-09:01", 9 * 60, true)]
    [DataRow("09:00-09:01", (9 * 60) + 1, false)]
    public void Read_Quiet_IsEveryDay(string window, int minuteOfDay, bool isQuiet)
    {
        WeeklyHours hours = Good("quiet bear " + window).Hours!;

        for (int day = 0; day < 7; day++)
        {
            Assert.AreEqual(isQuiet, hours.Contains((day * 24 * 60) + minuteOfDay));
        }
    }

    [TestMethod]
    public void Read_QuietNone_IsNone()
    {
        Assert.IsNull(Good("quiet bear none").Hours);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("   ")]
    [DataRow("\"")]
    [DataRow("pause")]
    [DataRow("pause a b")]
    [DataRow("pause a 0")]
    [DataRow("pause all 1441")]
    [DataRow("approve a b none")]
    [DataRow("approve a b ever")]
    [DataRow("bonus a 0")]
    [DataRow("bonus a 61")]
    [DataRow("tickets a 5")]
    [DataRow("pause \"a")]
    [DataRow("Pause all")]
    [DataRow("approve bear")]
    [DataRow("approve bear stories more")]
    [DataRow("quiet bear")]
    [DataRow("quiet bear 7:00-08:00")]
    [DataRow("quiet bear 24:00-08:00")]
    [DataRow("quiet bear 07:60-08:00")]
    [DataRow("quiet bear 07:00-07:00")]
    [DataRow("quiet bear 07.00-08:00")]
    [DataRow("quiet bear +7:00-08:00")]
    [DataRow("minutes bear -1")]
    [DataRow("minutes bear 1441")]
    [DataRow("minutes bear 99999999999")]
    [DataRow("band bear 9")]
    [DataRow("agree bear microphone")]
    [DataRow("agree bear microphone 2h")]
    [DataRow("agree bear microphone 1h now")]
    [DataRow("press bear")]
    [DataRow("talk")]
    [DataRow("talk maybe")]
    [DataRow("play all")]
    [DataRow("retention 31")]
    [DataRow("retention -1")]
    [DataRow("retention")]
    [DataRow("settings all")]
    [DataRow("wipe now")]
    public void Read_AnythingElse_IsRefusedWithAReason(string line)
    {
        Assert.IsNull(FamilyCommandReader.Read(Encoding.UTF8.GetBytes(line), out string refusal));
        Assert.AreNotEqual("", refusal);
    }

    [TestMethod]
    public void Read_Garbage_IsRefusedInQuietWords()
    {
        Random random = new(20261122);

        for (int i = 0; i < 5000; i++)
        {
            byte[] line = new byte[random.Next(FamilyCommandReader.LengthMax + 40)];
            random.NextBytes(line);

            Assert.IsNull(FamilyCommandReader.Read(line, out string refusal));
            Assert.IsTrue(refusal.Length is > 0 and < 200, refusal);

            foreach (char c in refusal)
            {
                Assert.IsFalse(char.IsControl(c));
            }
        }
    }

    private static FamilyCommand Good(string line)
    {
        FamilyCommand? command = FamilyCommandReader.Read(Encoding.UTF8.GetBytes(line), out string refusal);

        Assert.AreEqual("", refusal);
        return command!;
    }
}
