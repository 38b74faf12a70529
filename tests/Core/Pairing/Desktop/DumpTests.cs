using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>Everything that flash ever held in a family's life, searched for what must not be in it: PINs and codes, plain, in hex, in base 32, whole or in halves (STO-02, AUTH-03).</summary>
[TestClass]
public class DumpTests
{
    [TestMethod]
    [Req("STO-02")]
    [Req("AUTH-03")]
    public void Flash_AfterAWholeLife_HoldsNoPinAndNoCode()
    {
        DeskRig rig = new(hasDisplay: true);
        List<byte[]> dumps = new();
        List<string> pins = new() { DeskRig.Pin, "730264", "640281", "oak river lantern" };
        List<string> codes = new();
        rig.Press();
        codes.Add(rig.Code);
        TestPhone phone = rig.Phone();
        Assert.IsTrue(phone.Claim(rig.Code, DeskRig.Pin));
        codes.Add(phone.OwnerCode);
        Dump(rig, dumps);
        Assert.IsTrue(phone.SignIn(full: true));
        string invitation = Base32.Write(phone.Loosen(new { op = "invite", role = 2, days = 3 }, () => rig.Press())!.BytesOf("code"));
        codes.Add(invitation);
        TestPhone helper = rig.Phone("helper");
        Assert.IsTrue(helper.Join(invitation, 2, "730264"));
        Assert.IsTrue(helper.SignIn(full: true));
        codes.Add(Base32.Write(helper.Ask(new { op = "ticket" })!.BytesOf("code")));
        Assert.IsTrue(helper.SetPin("640281", op: "pin-set")!.IsOk);
        Dump(rig, dumps);
        rig.Press();
        codes.Add(rig.Code);
        TestPhone back = rig.Phone("back");
        Assert.IsTrue(back.ComeBack(rig.Code, DeskRig.Pin));
        Assert.IsTrue(back.SignIn(full: true));
        Assert.IsTrue(back.SetPin("oak river lantern", op: "pin-set")!.IsOk);
        back.Pin = "999111";
        pins.Add(back.Pin);
        Assert.IsFalse(back.SignIn(full: true));
        Dump(rig, dumps);
        rig.Desk.HoldWipe(rig.Now);
        rig.Press();
        Dump(rig, dumps);
        byte[] all = PhoneBytes.Join(dumps.ToArray());
        Assert.IsTrue(Shows(all, Encoding.UTF8.GetBytes("helper")), "a label is there, so the search can find something");
        Assert.IsTrue(Shows(all, back.PhoneKey), "keys are there: a limit that is stated");

        foreach (string pin in pins)
        {
            Assert.IsFalse(Shows(all, Encoding.UTF8.GetBytes(pin)) || Shows(all, Encoding.Unicode.GetBytes(pin)), pin);
        }

        foreach (string code in codes)
        {
            byte[] bytes = PhoneBytes.CodeOf(code);

            foreach (byte[] form in new[] { bytes[..5], bytes[5..], Encoding.ASCII.GetBytes(code[..8]), Encoding.ASCII.GetBytes(code[8..16]), Encoding.ASCII.GetBytes(code.ToLowerInvariant()[..8]), Encoding.ASCII.GetBytes(Hex.Text(bytes)[..10]) })
            {
                Assert.IsFalse(Shows(all, form), code);
            }
        }
    }

    [TestMethod]
    [Req("AUTH-03")]
    public void Check_OfOnePin_DiffersFromPhoneToPhoneAndDeviceToDevice()
    {
        HashSet<string> salts = new();

        for (int seed = 1; seed < 5; seed++)
        {
            DeskRig rig = new(seed);
            TestPhone phone = rig.Claimed();
            TestPhone other = rig.Invited(phone, Role.Guardian, pin: DeskRig.Pin);

            foreach (TestPhone each in new[] { phone, other })
            {
                Assert.IsTrue(salts.Add(Hex.Text(each.PinCheck)));
                Assert.IsTrue(Shows(rig.Flash.Held(FlashLayout.FamilyA), each.PinCheck), "and that is what is kept");
            }
        }
    }

    // Too few rounds would make guessing cheap, too many would lock the parent out.
    [TestMethod]
    [Req("AUTH-03")]
    [DataRow(9_999, false)]
    [DataRow(10_000, true)]
    [DataRow(1_000_000, true)]
    [DataRow(1_000_001, false)]
    [DataRow(-1, false)]
    public void SetPin_Rounds_AreWithinBounds(int rounds, bool isTaken)
    {
        DeskRig rig = new();
        rig.Press();
        TestPhone phone = rig.Phone();
        Assert.IsTrue(phone.Open(1, rig.Code, 1));
        string bytes = new('a', 64);
        Assert.AreEqual(isTaken, phone.Ask(new { op = "pin", pin = DeskRig.Pin, @base = bytes, salt = bytes[..32], rounds, label = "x" })!.IsOk);
        Assert.IsFalse(phone.Ask(new { op = "pin", pin = DeskRig.Pin, @base = bytes[2..], salt = bytes[..32], rounds = 10_000, label = "x" })!.IsOk);
        Assert.IsFalse(phone.Ask(new { op = "pin", pin = DeskRig.Pin, @base = bytes, salt = bytes[..30], rounds = 10_000, label = "x" })!.IsOk);
    }

    private static void Dump(DeskRig rig, List<byte[]> dumps)
    {
        dumps.AddRange(Enumerable.Range(0, FlashLayout.AreaCount).Select(rig.Flash.Held));
    }

    private static bool Shows(byte[] all, byte[] part)
    {
        return all.AsSpan().IndexOf(part) >= 0;
    }
}
