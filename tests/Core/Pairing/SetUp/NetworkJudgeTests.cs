using ToyGuard.Core.Pairing.SetUp;

namespace ToyGuard.Core.Tests.Pairing.SetUp;

[TestClass]
public class NetworkJudgeTests
{
    private const string Key = "sunny-day-42";

    [TestMethod]
    [Req("PAIR-05")]
    [DataRow((int)WifiKind.Open, "", (int)WifiFault.None)]
    [DataRow((int)WifiKind.Open, Key, (int)WifiFault.Failed)]
    [DataRow((int)WifiKind.Wpa2, "", (int)WifiFault.WrongKey)]
    [DataRow((int)WifiKind.Wpa2, Key, (int)WifiFault.None)]
    [DataRow((int)WifiKind.Wpa3, "", (int)WifiFault.Wpa3)]
    [DataRow((int)WifiKind.Wpa3, Key, (int)WifiFault.Wpa3)]
    [DataRow((int)WifiKind.Other, "", (int)WifiFault.Failed)]
    [DataRow((int)WifiKind.Other, Key, (int)WifiFault.Failed)]
    public void Judge_OneHeard_GoesByItsProtection(int kind, string key, int fault)
    {
        WifiNetwork[] heard = { new("Hut", 1, (WifiKind)kind) };
        Assert.AreEqual(fault, (int)NetworkJudge.Judge(heard, "Hut", key));
    }

    [TestMethod]
    [Req("PAIR-05")]
    [DataRow("hut")]
    [DataRow("Hut ")]
    [DataRow("Hut 2")]
    [DataRow("Hu")]
    public void Judge_NameThatOnlyLooksRight_IsNotHeard(string name)
    {
        WifiNetwork[] heard = { new(name, 3, WifiKind.Open), new(name, 3, WifiKind.Wpa2) };
        Assert.AreEqual((int)WifiFault.NotHeard, (int)NetworkJudge.Judge(heard, "Hut", Key));
        Assert.AreEqual((int)WifiFault.NotHeard, (int)NetworkJudge.Judge(heard, "Hut", ""));
        Assert.AreEqual((int)WifiFault.NotHeard, (int)NetworkJudge.Judge(new WifiNetwork[0], "Hut", Key));
    }

    // Beside the protected one somebody may send an open one of its name, in any order.
    [TestMethod]
    public void Judge_HeardOften_TakesTheOneThatFits()
    {
        WifiNetwork[] heard = { new("Hut", 3, WifiKind.Open), new("Hut", 1, WifiKind.Wpa3), new("Hut", 1, WifiKind.Wpa2) };
        Assert.AreEqual((int)WifiFault.None, (int)NetworkJudge.Judge(heard, "Hut", Key));
        Assert.AreEqual((int)WifiFault.Wpa3, (int)NetworkJudge.Judge(new[] { heard[0], heard[1] }, "Hut", Key));
        Assert.AreEqual((int)WifiFault.Wpa3, (int)NetworkJudge.Judge(new[] { heard[1], heard[0] }, "Hut", Key));
    }

    [TestMethod]
    public void List_BestFirst_EachOnce_AtMostSixteen()
    {
        WifiNetwork[] heard = new WifiNetwork[40];

        for (int i = 0; i < heard.Length; i++)
        {
            heard[i] = new WifiNetwork("Net " + (i / 2), i % 4, WifiKind.Wpa2);
        }

        WifiNetwork[] list = HeardList.Of(heard);
        Assert.AreEqual(HeardList.NetworksMax, list.Length);
        Assert.AreEqual(3, list[0].Bars);
        Assert.AreEqual("Net 1", list[0].Ssid);

        for (int i = 1; i < list.Length; i++)
        {
            Assert.IsTrue(list[i].Bars <= list[i - 1].Bars);

            for (int j = 0; j < i; j++)
            {
                Assert.AreNotEqual(list[i].Ssid, list[j].Ssid);
            }
        }

        WifiNetwork[] twins = { new("Hut", 1, WifiKind.Open), new("Hut", 2, WifiKind.Wpa2) };
        Assert.AreEqual(2, HeardList.Of(twins).Length);
        Assert.AreEqual(0, HeardList.Of(new WifiNetwork[0]).Length);
    }

    [TestMethod]
    public void Words_AreThoseOfTheState()
    {
        Assert.AreEqual("off", SetupWords.Of(SetupStep.Off));
        Assert.AreEqual("press", SetupWords.Of(SetupStep.Press));
        Assert.AreEqual("choose", SetupWords.Of(SetupStep.Choose));
        Assert.AreEqual("trying", SetupWords.Of(SetupStep.Trying));
        Assert.AreEqual("joined", SetupWords.Of(SetupStep.Joined));
        Assert.AreEqual("failed", SetupWords.Of(SetupStep.Failed));
        Assert.AreEqual("", SetupWords.Of(WifiFault.None));
        Assert.AreEqual("password", SetupWords.Of(WifiFault.WrongKey));
        Assert.AreEqual("not-heard", SetupWords.Of(WifiFault.NotHeard));
        Assert.AreEqual("no-address", SetupWords.Of(WifiFault.NoAddress));
        Assert.AreEqual("sign-in", SetupWords.Of(WifiFault.SignIn));
        Assert.AreEqual("wpa3", SetupWords.Of(WifiFault.Wpa3));
        Assert.AreEqual("failed", SetupWords.Of(WifiFault.Failed));
        Assert.AreEqual("open", SetupWords.Of(WifiKind.Open));
        Assert.AreEqual("wpa2", SetupWords.Of(WifiKind.Wpa2));
        Assert.AreEqual("wpa3", SetupWords.Of(WifiKind.Wpa3));
        Assert.AreEqual("other", SetupWords.Of(WifiKind.Other));
    }

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(1, 0)]
    [DataRow(2, 0)]
    [DataRow(3, 30000)]
    [DataRow(4, 60000)]
    [DataRow(5, 120000)]
    [DataRow(6, 240000)]
    [DataRow(7, 480000)]
    [DataRow(8, 600000)]
    [DataRow(9, 600000)]
    [DataRow(2147483647, 600000)]
    public void Rest_GrowsFromThreeFailuresOn(int failures, int restMs)
    {
        Assert.AreEqual(restMs, TryRest.After(failures));
    }
}
