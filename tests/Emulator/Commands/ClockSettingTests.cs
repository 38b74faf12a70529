using System;

using ToyGuard.Emulator.Commands;

namespace ToyGuard.Emulator.Tests.Commands;

[TestClass]
public class ClockSettingTests
{
    [TestMethod]
    [DataRow("2026-11-18", 1794960000L)]
    [DataRow("2026-11-18T18:30", 1795026600L)]
    [DataRow("2026-11-18T18:30:05", 1795026605L)]
    [DataRow("2026-11-18T18:30:05.999", 1795026605L)]
    [DataRow("1970-01-01T00:00:00", 0L)]
    public void Read_WithoutAnOffset_IsTheTimeOnTheWall(string text, long seconds)
    {
        Assert.AreEqual(seconds, ClockSetting.Read(text).LocalSeconds);
    }

    [TestMethod]
    [DataRow("2026-11-18T18:30:05Z")]
    [DataRow("2026-11-18T19:30:05+01:00")]
    [DataRow("2026-11-18T13:30:05.2-05:00")]
    public void Read_WithAnOffset_IsTurnedIntoLocalTime(string text)
    {
        TimeSpan offset = TimeZoneInfo.Local.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(1795026605));

        Assert.AreEqual(1795026605L + (long)offset.TotalSeconds, ClockSetting.Read(text).LocalSeconds);
    }

    [TestMethod]
    public void Read_Unknown_IsNoMoment()
    {
        Assert.IsFalse(ClockSetting.Read("unknown").AsMoment().IsKnown);
        Assert.IsTrue(ClockSetting.Read(null).AsMoment().IsKnown);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("now")]
    [DataRow("Unknown")]
    [DataRow("18:30")]
    [DataRow("18.11.2026 18:30")]
    [DataRow("2026-11-18 18:30")]
    [DataRow("2026-11-18T24:00:00")]
    [DataRow("2026-02-29T00:00:00")]
    [DataRow("2026-11-18T18:30:05ZZ")]
    public void Read_AnythingElse_IsRefused(string text)
    {
        Assert.ThrowsExactly<WrongUseException>(() => ClockSetting.Read(text));
    }
}
