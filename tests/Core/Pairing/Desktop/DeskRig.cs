using System;
using System.Collections.Generic;
using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Records;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>A device of which only the desk is real: its flash a model, its button and clock the test's, its door <see cref="RigDoor"/>.</summary>
internal sealed class DeskRig : IDeskHome, IEraseDrive, IRandom
{
    private readonly Chance _chance;
    private readonly byte[] _answer = new byte[4096];
    private readonly bool _hasDisplay;
    private int _fillers;

    public DeskRig(int seed = 1, bool hasDisplay = true)
    {
        _chance = new Chance(seed);
        _hasDisplay = hasDisplay;
        Id = FactoryIdentity.Draw(this, hasDisplay);
        Start();
    }

    public FactoryIdentity Id { get; }

    public FlashModel Flash { get; } = new();

    public FamilyBook Book { get; private set; } = null!;

    public PairingDesk Desk { get; private set; } = null!;

    /// <summary>The monotonic clock of this start.</summary>
    public long Now { get; set; }

    public bool IsJoined { get; set; } = true;

    public long UtcSeconds { get; set; } = 1_800_000_000;

    /// <summary>The settings say paired.</summary>
    public bool IsSettled { get; set; }

    public bool IsSettleFailing { get; set; }

    public bool IsEraseFailing { get; set; }

    /// <summary>What the display shows as text; empty for nothing.</summary>
    public string Shown { get; private set; } = "";

    public List<(RecordKind Kind, int Reason, int First)> Noted { get; } = new();

    /// <summary>What the door does in this test beyond answering.</summary>
    public RigDoor Door { get; private set; } = null!;

    /// <summary>The code to be proved: of the display or of the card.</summary>
    public string Code => _hasDisplay ? Shown : Base32.Write(Id.PrintedCode!);

    /// <summary>Power off and on: memory is gone, flash stays, the clock begins anew.</summary>
    public void Start()
    {
        Flash.PowerOn();
        Now = 0;
        Shown = "";
        HmacDesk();
    }

    public TestPhone Phone(string label = "Blue phone", int holder = 1, bool isHome = true)
    {
        return new TestPhone(message => Take(message, holder, isHome), label);
    }

    /// <summary>A family of one guardian, whose PIN is 482915.</summary>
    public TestPhone Claimed()
    {
        Press();
        TestPhone phone = Phone();
        Assert.IsTrue(phone.Claim(Code, Pin), "claim");
        return phone;
    }

    public const string Pin = "482915";

    /// <summary>One more phone, invited by a guardian who signs in for it.</summary>
    public TestPhone Invited(TestPhone guardian, Role role, int days = 0, string pin = "730264")
    {
        Assert.IsTrue(guardian.SignIn(full: true), "sign in");
        PhoneAnswer? answer = guardian.Loosen(new { op = "invite", role = (int)role, days }, () => Press());
        Assert.IsTrue(answer is { IsOk: true }, answer?.Text ?? "refused");
        TestPhone phone = Phone(role + " phone", holder: 7);
        Assert.IsTrue(phone.Join(Base32.Write(answer!.BytesOf("code")), (int)role, pin), "join");
        return phone;
    }

    public byte[]? Take(byte[] message, int holder, bool isHome)
    {
        DeskStep step = Desk.Take(message, message.Length, new DeskCaller(holder, isHome), Now, _answer, out int count);

        if (step == DeskStep.Asked)
        {
            byte[] plain = Encoding.UTF8.GetBytes(Door.Answer(Encoding.UTF8.GetString(Desk.Call.Plain, 0, Desk.Call.PlainCount)));
            count = Desk.Reply(plain, plain.Length, _answer);
        }

        Assert.AreEqual(step == DeskStep.Refused, count == 0);
        return step == DeskStep.Refused ? null : _answer[..count];
    }

    public PressUse Press()
    {
        return Desk.Press(Now);
    }

    /// <summary>Time goes by, as far as the desk is turned: each second for a short while, else in larger steps.</summary>
    public void Wait(long seconds)
    {
        long end = Now + (seconds * 1000);
        long step = seconds <= 120 ? 1000 : 60_000;

        while (Now < end)
        {
            Now = Now + step < end ? Now + step : end;
            UtcSeconds += UtcSeconds == 0 ? 0 : step / 1000;
            Desk.Turn(Now);
        }
    }

    public int CountOf(RecordKind kind)
    {
        return Noted.FindAll(noted => noted.Kind == kind).Count;
    }

    bool IDeskHome.OnFirstGuardian()
    {
        IsSettled = !IsSettleFailing;
        return IsSettled;
    }

    void IDeskHome.ShowCode(byte[]? code10)
    {
        Shown = code10 is null ? "" : Base32.Write(code10);
    }

    void IDeskHome.Note(RecordKind kind, int reason, int first)
    {
        Noted.Add((kind, reason, first));
    }

    bool IDeskHome.Wipe(byte[]? kept)
    {
        IsSettled = false;
        _fillers = 2;
        return new FlashEraser(Flash, this, this).Run(kept);
    }

    bool IEraseDrive.DeleteAll()
    {
        for (int area = 0; area < FlashLayout.AreaCount && !IsEraseFailing; area++)
        {
            if (area != FlashLayout.Wipe && Flash.Held(area).Length > 0 && !Flash.Erase(area))
            {
                return false;
            }
        }

        return !IsEraseFailing;
    }

    bool IEraseDrive.Fill(byte[] bytes, int count)
    {
        _fillers--;
        return _fillers > 0;
    }

    bool IEraseDrive.DeleteFillers()
    {
        _fillers = 2;
        return true;
    }

    void IRandom.Fill(byte[] bytes, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            bytes[offset + i] = (byte)_chance.Next();
        }
    }

    private void HmacDesk()
    {
        ManagedHmac hmac = new();
        Book = new FamilyBook(Flash, hmac, this);
        Book.Open();
        Desk = new PairingDesk(Id, Book, hmac, this, this);
        Door = new RigDoor(Desk);
    }
}
