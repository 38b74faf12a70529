using System;
using System.Text;

using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Attacks;

/// <summary>What a family does: the home's Wi-Fi, the first phone, settings, a second phone, another PIN. Each step must work.</summary>
internal sealed class Walk
{
    public const string WifiKey = "sunny-day-42";
    public const string NewPin = "805236";
    public const string SecondPin = "417093";

    /// <summary>What the phone says the time is, in seconds since 1970.</summary>
    public const int Utc = 1_794_000_000;

    private readonly FamilyRig _rig;

    public Walk(FamilyRig rig)
    {
        _rig = rig;
    }

    /// <summary>The claim code that was shown.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The invitation's.</summary>
    public string Invitation { get; private set; } = "";

    /// <summary>What was derived from the first PIN.</summary>
    public byte[] FirstBase { get; private set; } = Array.Empty<byte>();

    public byte[] FirstCheck { get; private set; } = Array.Empty<byte>();

    public TestPhone First { get; private set; } = new(_ => null);

    public TestPhone Second { get; private set; } = new(_ => null);

    /// <summary>Half one, on the device's own Wi-Fi.</summary>
    public void SetUp(PhoneWire own)
    {
        Assert.AreEqual(200, own.Get("/").Status);
        _rig.Press();
        FamilyRig.Until(() => own.Get("/state").Text.Contains("\"Hut\"", StringComparison.Ordinal), "a list of networks");
        byte[] form = Encoding.UTF8.GetBytes("{\"ssid\":\"Hut\",\"key\":\"" + WifiKey + "\"}");
        Assert.AreEqual(200, own.Post("/setup", "application/json", form).Status);
        FamilyRig.Until(() => _rig.Wifi.Joined == "Hut", "joined");
        FamilyRig.Until(() => _rig.Setup.View(_rig.NowMs).Step == SetupStep.Joined, "the try is over");
        own.Get("/state");
    }

    /// <summary>Half two and everything behind it, over one line a phone.</summary>
    public void Pair(Func<byte[], byte[]?> first, Func<byte[], byte[]?> second)
    {
        First = _rig.Claimed(first);
        Code = _rig.ShownLast;
        FirstBase = First.PinBase;
        FirstCheck = First.PinCheck;
        _rig.LimitPlay();

        Assert.IsTrue(First.SignIn(false), "a quick session");
        Done(First.Ask(new { op = "look" }));
        Done(First.Ask(new { op = "clock", utc = Utc, offset = 3600 }));
        Done(First.Ask(new { op = "pause", toy = 1 }));
        Done(First.Ask(new { op = "sign-out" }));

        Assert.IsTrue(First.SignIn(true), "a full session");
        Done(First.Loosen(new { op = "resume", toy = 1 }));
        Done(First.Loosen(new { op = "approve", toy = 1, endpoint = 2 }));
        Done(First.Loosen(new { op = "bonus", toy = 1, minutes = 15 }));
        PhoneAnswer? invited = First.Loosen(new { op = "invite", role = 2, days = 0 }, _rig.Press);
        Done(invited);
        Invitation = invited!["code"];

        Second = new TestPhone(second, "Red phone");
        Assert.IsTrue(Second.Join(Invitation, 2, SecondPin), "the invitation");
        Assert.AreEqual(2, Second.Role);
        Done(First.Ask(new { op = "phones" }));
        Done(First.SetPin(NewPin, op: "pin-set"));
    }

    private static void Done(PhoneAnswer? answer)
    {
        Assert.IsTrue(answer is not null && answer.IsOk, answer?.Text ?? "refused");
    }
}
