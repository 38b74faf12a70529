using System;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Seal;
using ToyGuard.Page.Routes;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>The door's operations as JSON in sealed messages, over the desk that opens and seals them. For one thread at a time: the caller has the lock.</summary>
/// <remarks>
/// Every message comes to the desk, which refuses, answers by itself, or opens a question. A question is carried out by the one group that knows it,
/// and only the groups of its channel are asked. A confirmed loosening is carried out as the device kept it, not as the second message says (DEF-04).
/// </remarks>
public sealed class DoorDesk
{
    private readonly PairingDesk _desk;
    private readonly IDoorHome _home;
    private readonly FactoryIdentity _factory;
    private readonly PageIdentity _identity;
    private readonly DoorGroup _pair;
    private readonly DoorGroup[] _groups;
    private readonly TodayGroup _today;
    private readonly CareGroup _care;
    private readonly IntroGroup _intro;
    private readonly DoorQuestion _question = new DoorQuestion();
    private readonly DoorAnswer _answer;
    private readonly byte[] _message = new byte[SealedMessage.MessageMax];
    private readonly byte[] _plain = new byte[SealedMessage.PlainMax];

    /// <summary>A door over a desk that is set up.</summary>
    /// <param name="desk">Opens and seals, and knows who may do what.</param>
    /// <param name="home">The rest of the device.</param>
    /// <param name="factory">What the device is, whoever owns it.</param>
    /// <param name="identity">What anybody may know of it.</param>
    public DoorDesk(PairingDesk desk, IDoorHome home, FactoryIdentity factory, PageIdentity identity)
    {
        _desk = desk;
        _home = home;
        _factory = factory;
        _identity = identity;
        _pair = new PairGroup(desk, home);
        _today = new TodayGroup(desk, home, identity);
        _care = new CareGroup(desk, home);
        _intro = new IntroGroup(desk, home);
        _groups = new DoorGroup[]
        {
            _today, new ToyGroup(desk, home), new PhoneGroup(desk, home), new DeviceGroup(desk, home), new RequestGroup(desk, home),
            new PrivacyGroup(desk, home), _care, new ThingGroup(desk, home), _intro, new RuleGroup(desk, home), new RuleViewGroup(desk, home), new DeletesGroup(desk, home),
        };
        _answer = new DoorAnswer(_plain, _plain.Length);
    }

    /// <summary>Answers one message, as <see cref="IPageDoor.Answer"/>.</summary>
    public int Answer(byte[] buffer, int offset, int count, bool isHomeSide, int holder, long nowMs)
    {
        if (count > _message.Length)
        {
            return 0;
        }

        Array.Copy(buffer, offset, _message, 0, count);
        DeskStep step = _desk.Take(_message, count, new DeskCaller(holder, isHomeSide), nowMs, buffer, out int answered);

        if (step != DeskStep.Asked)
        {
            return step == DeskStep.Answered ? answered : 0;
        }

        _today.NowMs = nowMs;
        _care.NowMs = nowMs;
        _intro.NowMs = nowMs;

        return _desk.Reply(_plain, Carry(_desk.Call), buffer);
    }

    /// <summary>Writes what anybody may know, as <see cref="IPageDoor.State"/>.</summary>
    public int State(byte[] buffer, bool isHomeSide, long nowMs)
    {
        SetupView setup = _home.SetUp(nowMs);
        int length = StateWriter.Write(buffer, _identity, _factory.DeviceId, _desk.View(nowMs), setup, _home.HomeLink, isHomeSide);

        if (length > 0 && !isHomeSide && setup.Step == SetupStep.Joined)
        {
            _home.OnFetched();
        }

        return length;
    }

    /// <summary>Takes a child's request, as <see cref="IPageDoor.Ask"/>.</summary>
    public int Ask(byte[] buffer, int offset, int count, long nowMs)
    {
        DeskView view = _desk.View(nowMs);
        return view.IsPaired && !view.IsUnreadable ? ChildPage.Ask(buffer, offset, count, _question, _home) : 0;
    }

    /// <summary>Writes what the child is told, as <see cref="IPageDoor.MyToy"/>.</summary>
    public int MyToy(byte[] buffer, long nowMs)
    {
        const int ToysBytes = 6000;
        DeskView view = _desk.View(nowMs);
        JsonWriter writer = new JsonWriter(buffer);
        writer.BeginObject();
        writer.Name("left");
        writer.Number(view.ChildLeft);
        ChildPage.Write(writer, _home, view.ChildLeft > 0, false, view.IsPaired && !view.IsUnreadable ? 1 : _home.Toys.Length + 1, ToysBytes);
        writer.EndObject();
        return writer.Length;
    }

    /// <summary>Takes the home's Wi-Fi in plain, as <see cref="IPageDoor.SetUp"/>.</summary>
    public bool SetUp(byte[] body, int offset, int count, bool isHomeSide, int holder, long nowMs)
    {
        SetUpForm form = new SetUpForm();

        return !isHomeSide
            && !_desk.View(nowMs).IsPaired
            && form.Read(body, offset, count)
            && _home.AskNetwork(form.Ssid, form.Key);
    }

    // Answers one question into the plain text. Returns its length.
    private int Carry(DeskCall call)
    {
        _answer.Begin();

        if (!_question.Read(call.Plain, call.PlainCount))
        {
            _answer.Refuse(Why.Bad, 0);
        }
        else if (call.Purpose != Purpose.Door)
        {
            PutUnknown(_pair.Answer(_question, _answer));
        }
        else if (_question.Op == "confirm")
        {
            Confirm();
        }
        else
        {
            bool isKnown = false;

            for (int i = 0; i < _groups.Length && !isKnown; i++)
            {
                isKnown = _groups[i].Answer(_question, _answer);
            }

            PutUnknown(isKnown);
            NoteChange(_question.Operation, _question.Toy);
        }

        return _answer.End();
    }

    private void Confirm()
    {
        byte[] token = _question.Bytes("token", PairingDesk.TokenBytes);
        Loosening? what = null;
        Why why = _question.IsFit ? _desk.Confirm(token, out what) : Why.Bad;

        if (why != Why.None || what is null)
        {
            _answer.Refuse(why, 0);
            return;
        }

        bool isKnown = false;

        for (int i = 0; i < _groups.Length && !isKnown; i++)
        {
            isKnown = _groups[i].CarryOut(what, _answer);
        }

        PutUnknown(isKnown);

        if (what.Operation == Operation.Loosen)
        {
            NoteChange((Operation)what.A, what.B);
        }
        else
        {
            NoteChange(what.Operation, RoleTable.IsOfToy(what.Operation) ? what.A : _answer.Toy);
        }
    }

    // Who changed what: once it is done, and in numbers (LOG-01).
    private void NoteChange(Operation operation, int toy)
    {
        if (_answer.IsDone && RoleTable.IsChange(operation))
        {
            _home.NoteChange(operation, toy, _desk.Call.PhoneNumber, _answer.IsLooser);
        }
    }

    private void PutUnknown(bool isKnown)
    {
        if (!isKnown)
        {
            _answer.Refuse(Why.UnknownOp, 0);
        }
    }
}
