using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>Walks by chance: parents, a child at the button, a stranger on the network and the plug do whatever comes to them, and what must never be never is.</summary>
[TestClass]
public class WalkTests
{
    private const int Walks = 40;
    private const int Steps = 60;

    [TestMethod]
    [Req("PAIR-03")]
    [Req("PAIR-06")]
    [Req("DEL-01")]
    public void Walk_WhateverHappens_TheRulesOfTheHouseHold()
    {
        int families = 0;

        for (int seed = 1; seed <= Walks; seed++)
        {
            Walk walk = new(seed);

            for (int step = 0; step < Steps; step++)
            {
                walk.Step();
                string fault = walk.Fault();
                Assert.AreEqual("", fault, $"seed {seed}, step {step}: {walk.Last}");
            }

            families += walk.Claims;
        }

        Assert.IsTrue(families > Walks / 2, "hardly anybody was ever paired: " + families);
    }

    private sealed class Walk
    {
        private readonly Chance _chance;
        private readonly DeskRig _rig;
        private readonly List<TestPhone> _phones = new();
        private readonly List<TestPhone> _half = new();
        private string _ownerCode = "";
        private int _presses;
        private int _claimsThisWindow;
        private bool _isReset;
        private int _guardians;

        public Walk(int seed)
        {
            _chance = new Chance(seed);
            _rig = new DeskRig(seed, hasDisplay: seed % 2 == 0);
        }

        public int Claims { get; private set; }

        public string Last { get; private set; } = "";

        public void Step()
        {
            int what = _chance.Below(20);
            Last = what.ToString();
            TestPhone? phone = _phones.Count == 0 ? null : _phones[_chance.Below(_phones.Count)];

            switch (what)
            {
                case 0 or 1 or 2:
                    Press();
                    break;
                case 3 or 4 or 5:
                    Claim(_chance.Below(3));
                    break;
                case 6:
                    _rig.Wait(_chance.Below(4) * 100);
                    break;
                case 7:
                    _rig.Start();
                    _half.Clear();
                    break;
                case 8:
                    _rig.Desk.HoldWipe(_rig.Now);
                    break;
                case 9 or 10:
                    Finish();
                    break;
                case 11 or 12 when phone is not null && phone.SignIn(full: true):
                    phone.Loosen(new { op = "invite", role = 1 + _chance.Below(3), days = 0 }, Press);
                    break;
                case 13 when phone is not null && phone.SignIn(full: _chance.Below(2) == 0):
                    phone.Ask(new { op = "remove", n = 1 + _chance.Below(3) });
                    break;
                case 14 when phone is not null && phone.SignIn(full: _chance.Below(2) == 0):
                    Loosen(phone);
                    break;
                case 15 or 16 when phone is not null:
                    Join(phone);
                    break;
                case 17 when phone is not null:
                    phone.Pin = _chance.Below(3) == 0 ? "999111" : DeskRig.Pin;
                    phone.SignIn(full: true);
                    phone.Pin = DeskRig.Pin;
                    break;
                case 18 when phone is not null:
                    Press();
                    phone.ComeBack(_rig.Code, DeskRig.Pin, 1 + _chance.Below(3));
                    break;
                default:
                    byte[] noise = new byte[_chance.Below(200)];
                    Fill(_chance, noise);
                    Assert.IsNull(_rig.Take(noise, 66, true), "noise");
                    break;
            }
        }

        // What must never be; empty for nothing.
        public string Fault()
        {
            DeskView view = _rig.Desk.View(_rig.Now);
            int guardians = Enumerable.Range(0, _rig.Desk.PhoneCount).Count(i => _rig.Desk.PhoneAt(i)!.Role == Role.Guardian);
            bool isLost = _guardians > 0 && guardians == 0 && !_isReset;
            _guardians = guardians;
            _isReset = false;
            bool hasLoosened = _rig.Door.Done.Any(done => RoleTable.IsLoosening(done.Op)
                && (!done.IsFull || done.Role is Role.Viewer or Role.None || (done.Role == Role.Helper && done.Op is not (Operation.Bonus or Operation.WifiAdd))));

            return view.IsUnreadable ? "unreadable"
                : isLost ? "the last guardian went"
                : view.IsPaired != (guardians > 0) ? "phones without a guardian"
                : _claimsThisWindow > 1 ? "two guardians from one window"
                : hasLoosened ? "loosened by who may not"
                : _rig.IsSettled && !view.IsPaired ? "settings say paired, and nobody is"
                : "";
        }

        private void Press()
        {
            _presses++;
            PressUse use = _rig.Press();
            _claimsThisWindow = use == PressUse.Claim ? 0 : _claimsThisWindow;

            if (use == PressUse.Wipe)
            {
                _isReset = true;
                _phones.Clear();
                _half.Clear();
                Assert.AreEqual(_ownerCode.Length > 0, _rig.Desk.View(_rig.Now).IsResetByButton, "a wipe is never looser");
            }
        }

        // By who has the code, by who guesses, and without a window.
        private void Claim(int how)
        {
            bool isOpen = _rig.Desk.View(_rig.Now).IsClaimOpen;
            TestPhone phone = _rig.Phone("walker", holder: 1 + how);
            string code = how == 0 || _rig.Code.Length == 0 ? "0123456789ABCDEF" : _rig.Code;
            bool isBegun = phone.Open(1, code, 1);
            Assert.AreEqual(isOpen && code == _rig.Code, isBegun, "press and code, and nothing else");
            Assert.IsFalse(isBegun && _presses == 0);

            if (isBegun)
            {
                bool isReset = _rig.Desk.View(_rig.Now).IsResetByButton;
                PhoneAnswer pin = phone.SetPin(DeskRig.Pin, how == 1 ? "" : _ownerCode)!;
                Assert.AreEqual(!isReset || (how != 1 && _ownerCode.Length > 0), pin.IsOk, pin.Text);
                _half.Add(phone);
            }
        }

        private void Finish()
        {
            foreach (TestPhone phone in _half.ToArray())
            {
                if (phone.Channel is not null && phone.Keep())
                {
                    Claims++;
                    _claimsThisWindow++;
                    _phones.Add(phone);
                    _ownerCode = phone.OwnerCode;
                }
            }

            _half.Clear();
        }

        private void Join(TestPhone guardian)
        {
            if (!guardian.SignIn(full: true))
            {
                return;
            }

            int role = 1 + _chance.Below(3);
            PhoneAnswer? answer = guardian.Loosen(new { op = "invite", role, days = 0 }, Press);

            if (answer is { IsOk: true })
            {
                TestPhone phone = _rig.Phone("joined", holder: 5);

                if (phone.Join(Base32.Write(answer.BytesOf("code")), role, DeskRig.Pin))
                {
                    _phones.Add(phone);
                }
            }
        }

        private void Loosen(TestPhone phone)
        {
            Operation[] all = Enum.GetValues<Operation>().Where(op => RoleTable.IsLoosening(op) && op is not (Operation.Wipe or Operation.GiveAway or Operation.PinReset or Operation.Invite)).ToArray();
            phone.Loosen(new { op = LooseningTests.Name(all[_chance.Below(all.Length)]) }, _chance.Below(2) == 0 ? Press : null);
        }
    }

    private static void Fill(Chance chance, byte[] bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)chance.Next();
        }
    }
}
