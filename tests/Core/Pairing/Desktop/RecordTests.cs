using System.Linq;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Records;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>Sign-ins, wrong tries and all that happens to phones leave a record each (LOG-01).</summary>
[TestClass]
public class RecordTests
{
    [TestMethod]
    [Req("LOG-01")]
    public void Note_EachEvent_IsOneRecordInItsOrder()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        Is(rig, "WindowOpened 0 0, PhoneJoined 1 1");
        Assert.IsTrue(phone.SignIn(full: false));
        phone.Pin = "999111";
        Assert.IsFalse(phone.SignIn(full: true));
        phone.Pin = DeskRig.Pin;
        Assert.IsTrue(phone.SignIn(full: true));
        Is(rig, "SignedIn 0 1, TryFailed 8 1, SignedIn 1 1");
        rig.Invited(phone, Role.Helper);
        Is(rig, "SignedIn 1 1, LooseningConfirmed 8 1, PhoneJoined 2 2");
        Assert.IsTrue(phone.SetPin("640281", op: "pin-set")!.IsOk);
        Assert.IsTrue(phone.Ask(new { op = "remove", n = 2 })!.IsOk);
        Is(rig, "PinChanged 0 1, PhoneRemoved 0 2");
        rig.Press();
        TestPhone lost = rig.Phone();
        Assert.IsTrue(lost.Open(6, rig.Code));
        Assert.IsTrue(lost.Ask(new { op = "forgot", n = 1 })!.IsOk);
        Assert.IsTrue(phone.Ask(new { op = "forgot-stop" })!.IsOk);
        Is(rig, "WindowOpened 1 0, ForgotBegun 0 1, ForgotStopped 0 1");
        Assert.IsTrue(rig.Phone().ComeBack(rig.Code, "640281"));
        Is(rig, "PhoneMoved 3 1");
    }

    private static void Is(DeskRig rig, string expected)
    {
        Assert.AreEqual(expected, string.Join(", ", rig.Noted.Select(noted => $"{noted.Kind} {noted.Reason} {noted.First}")));
        rig.Noted.Clear();
    }
}
