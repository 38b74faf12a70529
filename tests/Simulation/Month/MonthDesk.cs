using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Storage;
using ToyGuard.Core.Tests.Pairing.Desktop;
using ToyGuard.Fakes;

namespace ToyGuard.Simulation.Month;

/// <summary>The phones of a month at the real desk: new ones, lost ones, wrong PINs, the way back, strangers; and the mistakes that can be planted around it.</summary>
/// <remarks>
/// What must hold: a phone that is out never comes in again; one that is in does with its PIN, and with no other; after five wrong ones not even the right
/// one is looked at before its time, whatever the power does; nobody joins or comes back without a press and the code; what loosens takes a full session.
/// </remarks>
internal sealed class MonthDesk
{
    private const int WindowSeconds = 15 * 60;
    private const int GuessesMax = 7;

    private static readonly int[] s_family = [FlashLayout.FamilyA, FlashLayout.FamilyB];
    private static readonly int[] s_tries = [FlashLayout.TriesA, FlashLayout.TriesB];

    private readonly DeskRig _rig;
    private readonly Chance _chance;
    private readonly RuleFault _fault;
    private readonly Action<bool, string> _check;
    private readonly MonthTally _tally;
    private readonly List<MonthPerson> _in = [];
    private readonly List<TestPhone> _out = [];
    private readonly byte[][] _noTries;
    private long _now;
    private long _pressed;

    /// <summary>A desk with its first guardian.</summary>
    public MonthDesk(int seed, RuleFault fault, MonthTally tally, Action<bool, string> check)
    {
        _rig = new DeskRig(seed, seed % 2 == 0);
        _chance = new Chance(seed + 1000);
        _fault = fault;
        _tally = tally;
        _check = check;
        _in.Add(new MonthPerson(_rig.Claimed(), Role.Guardian, 1, 0));
        _noTries = Copy(s_tries);
    }

    /// <summary>The real thing.</summary>
    public PairingDesk Desk => _rig.Desk;

    /// <summary>Time goes by.</summary>
    public void Pass(long seconds)
    {
        _now += seconds;
        _rig.Now += seconds * 1000;
        _rig.UtcSeconds += seconds;
        _rig.Desk.Turn(_rig.Now);

        foreach (MonthPerson over in _in.Where(person => person.IsOver(_now)).ToList())
        {
            _in.Remove(over);
            _out.Add(over.Phone);
            _check(!over.Phone.SignIn(full: false), "a pass that is over comes in");
        }
    }

    /// <summary>The power goes and comes.</summary>
    public void Cut()
    {
        if (_fault == RuleFault.TriesEndWithPower)
        {
            PutBack(s_tries, _noTries);
        }

        _rig.Start();

        foreach (MonthPerson person in _in)
        {
            person.OnCut(_now);
        }

        MonthPerson? waiting = _in.Find(person => person.MustWait(_now + 1));

        if (waiting is not null)
        {
            ComeIn(waiting);
        }
    }

    /// <summary>Something happens at the desk.</summary>
    public void Happen()
    {
        _tally.DeskEvents++;
        MonthPerson anybody = _in[_chance.Below(_in.Count)];

        switch (_chance.Below(8))
        {
            case 0:
                ComeIn(anybody);
                break;
            case 1 or 2:
                Guess(anybody);
                break;
            case 3:
                Invite();
                break;
            case 4:
                Lose();
                break;
            case 5:
                ComeBack();
                break;
            case 6:
                Knock();
                break;
            default:
                LoosenQuickly(anybody);
                break;
        }

        foreach (TestPhone gone in _out.TakeLast(3))
        {
            _check(!gone.SignIn(full: false), "a phone that is out comes in");
        }

        _check(_rig.Desk.PhoneCount == _in.Count, "there are other phones than were let in");
        _check(_rig.Door.Done.TrueForAll(IsRight), "somebody did what is not theirs");
        _rig.Door.Done.Clear();
        _in.ForEach(person => person.Phone.Said.Clear());
    }

    // What loosens takes a PIN, and a viewer changes nothing.
    private static bool IsRight((Operation Op, Role Role, bool IsFull) done)
    {
        return done.Op switch
        {
            Operation.Resume or Operation.Invite => done.Role == Role.Guardian && done.IsFull,
            Operation.Pause => done.Role != Role.Viewer,
            _ => false,
        };
    }

    private bool ComeIn(MonthPerson person)
    {
        Pass(1);
        bool mayNot = person.MustWait(_now);
        bool mustBe = person.MayComeIn(_now);
        bool isIn = person.Phone.SignIn(full: true);
        _check(!isIn || !mayNot, "a PIN that was looked at before its time");
        _check(isIn || !mustBe, "a right PIN that is refused");

        if (isIn)
        {
            person.OnRight();
        }

        return isIn;
    }

    private void Guess(MonthPerson person)
    {
        string right = person.Phone.Pin;
        person.Phone.Pin = "135791";

        for (int tries = 1 + _chance.Below(GuessesMax); tries > 0; tries--)
        {
            Pass(1);
            _check(!person.Phone.SignIn(full: true), "a wrong PIN comes in");
            _tally.WrongPins++;

            if (person.Phone.Status == 1)
            {
                _check(!person.MustWait(_now), "a wrong PIN that was looked at before its time");
                person.OnWrong(_now);
            }
        }

        person.Phone.Pin = right;
        ComeIn(person);
    }

    private void Invite()
    {
        MonthPerson? guardian = Guardian(null);

        if (guardian is null || _in.Count == FamilyBook.PhonesMax || !ComeIn(guardian))
        {
            return;
        }

        Role role = (Role)(1 + _chance.Below(3));
        int days = role == Role.Guardian ? 0 : _chance.Below(8);
        NotePress();
        TestPhone phone = _rig.Invited(guardian.Phone, role, _fault == RuleFault.PassHasNoEnd ? 0 : days);
        int number = Enumerable.Range(0, _rig.Desk.PhoneCount).Select(i => _rig.Desk.PhoneAt(i)!.Number).First(n => _in.TrueForAll(person => person.Number != n));
        _in.Add(new MonthPerson(phone, role, number, days == 0 ? 0 : _now + (days * 86_400L)));
    }

    private void Lose()
    {
        MonthPerson lost = _in[_chance.Below(_in.Count)];
        MonthPerson? guardian = Guardian(lost);

        if (guardian is null || !ComeIn(guardian))
        {
            return;
        }

        byte[][] before = Copy(s_family);
        _check(guardian.Phone.Ask(new { op = "remove", n = lost.Number }) is { IsOk: true }, "a phone that cannot be removed");
        _in.Remove(lost);
        _out.Add(lost.Phone);

        if (_fault == RuleFault.RemovedPhoneStays)
        {
            PutBack(s_family, before);
            _rig.Start();
        }
    }

    // The browser forgot everything; press, code and PIN bring the entry back, and the old key is dead.
    private void ComeBack()
    {
        MonthPerson person = _in[_chance.Below(_in.Count)];

        if (!person.MayComeIn(_now))
        {
            return;
        }

        byte[][] before = Copy(s_family);
        TestPhone back = _rig.Phone("New browser", 20);
        Press();
        _check(back.ComeBack(_rig.Code, person.Phone.Pin, person.Number), "no way back");
        person.OnRight();
        _out.Add(person.Phone);
        person.Phone = back;

        if (_fault == RuleFault.OldKeyStays)
        {
            PutBack(s_family, before);
            _rig.Start();
        }
    }

    private void Knock()
    {
        if (_now - _pressed < WindowSeconds)
        {
            return;
        }

        MonthPerson person = _in[0];
        _check(!_rig.Phone("stranger", 30).ComeBack(_rig.Code, person.Phone.Pin, person.Number), "a way back without a press");
        _check(!_rig.Phone("stranger", 31).Open(1, _rig.Code, 1), "a claim of what is claimed");
        _check(!_rig.Phone("stranger", 32).Open(2, _rig.Code, 1), "a phone that nobody invited");
    }

    private void LoosenQuickly(MonthPerson person)
    {
        Pass(1);
        _check(person.Phone.SignIn(full: false), "a phone that is in stays outside");
        _check(person.Phone.Ask(new { op = "resume" }) is not { IsOk: true }, "a pause that ends without a PIN");
        bool isPaused = person.Phone.Ask(new { op = "pause" }) is { IsOk: true };
        _check(isPaused == (person.Role != Role.Viewer), "a pause by the wrong one, or not by the right one");
    }

    private MonthPerson? Guardian(MonthPerson? butNot)
    {
        return _in.Find(person => person != butNot && person.Role == Role.Guardian && person.MayComeIn(_now));
    }

    private void Press()
    {
        _rig.Press();
        NotePress();
    }

    private void NotePress()
    {
        _pressed = _now;
        _in.ForEach(person => person.OnPress());
    }

    private byte[][] Copy(int[] areas)
    {
        return [.. areas.Select(area => (byte[])_rig.Flash.Held(area).Clone())];
    }

    private void PutBack(int[] areas, byte[][] bytes)
    {
        for (int i = 0; i < areas.Length; i++)
        {
            _rig.Flash.Put(areas[i], bytes[i]);
        }
    }
}
