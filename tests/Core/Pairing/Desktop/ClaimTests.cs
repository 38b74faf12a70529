using ToyGuard.Core.Pairing;
using ToyGuard.Core.Records;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>The first guardian: press, code, PIN, keep. The phone is <see cref="TestPhone"/>, which shares no line with the desk.</summary>
[TestClass]
public class ClaimTests
{
    [TestMethod]
    public void Claim_PressCodePin_IsKeptAndSignsInAfterARestart()
    {
        DeskRig rig = new();
        Assert.AreEqual(PressUse.Claim, rig.Press());
        Assert.AreEqual(180, rig.Desk.View(rig.Now).ClaimLeft);
        TestPhone phone = rig.Phone();
        Assert.IsTrue(phone.Claim(rig.Code, DeskRig.Pin));
        Assert.AreEqual(17, phone.OwnerCode.Length);
        Assert.IsTrue(rig.IsSettled);
        Assert.IsTrue(rig.Desk.View(rig.Now).IsPaired);
        Assert.AreEqual("", rig.Shown);

        rig.Start();
        Assert.IsTrue(phone.SignIn(full: false));
        Assert.IsTrue(phone.Ask(new { op = "look" })!.IsOk);
        Assert.AreEqual("pin", phone.Ask(new { op = "remove", n = 1 })!.Why);
        Assert.IsTrue(phone.SignIn(full: true));
        Assert.AreEqual("last-guardian", phone.Ask(new { op = "remove", n = 1 })!.Why);
        Assert.AreEqual(2, rig.CountOf(RecordKind.SignedIn));
    }
}
