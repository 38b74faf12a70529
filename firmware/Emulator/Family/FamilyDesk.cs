using System;
using System.Collections.Generic;

using ToyGuard.Core.Settings;
using ToyGuard.Edge.Storage;
using ToyGuard.Emulator.Look;
using ToyGuard.Page.Routes;

namespace ToyGuard.Emulator.Family;

/// <summary>Does what a line of --commands asks for, and answers it. A guardian's phone in the place of the page, without any sign-in. For one thread.</summary>
/// <remarks>
/// The last line of every answer begins with one of <c>saved SEQUENCE</c>, <c>tightened</c>, <c>refused</c>, <c>settings</c>, <c>records</c>,
/// <c>granted</c>, <c>wiped</c>, <c>help</c>, and for the child's verbs <c>done</c>. Only records are answered by more than one line.
/// </remarks>
internal sealed class FamilyDesk
{
    private readonly KeptHome _home;
    private readonly IReadOnlyList<DeclaredToy> _toys;
    private readonly PageIdentity _identity;
    private readonly Action<string> _answer;
    private readonly IToyHands? _hands;
    private readonly Func<bool> _hasPhone;

    /// <summary>A desk for <paramref name="home"/>.</summary>
    /// <param name="home">The home, open.</param>
    /// <param name="toys">The toys that are here.</param>
    /// <param name="identity">What the page says of the device.</param>
    /// <param name="answer">Takes each line of an answer.</param>
    /// <param name="hands">The child of a toy that runs here; null where none does.</param>
    /// <param name="hasPhone">True once a phone is guardian: what it keeps is not for typed lines to take away.</param>
    public FamilyDesk(KeptHome home, IReadOnlyList<DeclaredToy> toys, PageIdentity identity, Action<string> answer, IToyHands? hands, Func<bool> hasPhone)
    {
        _home = home;
        _toys = toys;
        _identity = identity;
        _answer = answer;
        _hands = hands;
        _hasPhone = hasPhone;
    }

    /// <summary>Does what <paramref name="line"/> asks for. A line of nothing but blanks asks for nothing and gets no answer.</summary>
    public void Take(byte[] line)
    {
        if (Array.TrueForAll(line, letter => letter is (byte)' ' or (byte)'\t'))
        {
            return;
        }

        FamilyCommand? command = FamilyCommandReader.Read(line, out string refusal);
        _answer(command is null ? "refused " + refusal : Answer(command));
        _identity.IsPaired = _home.Settings.IsPaired || _hasPhone();
    }

    private string Answer(FamilyCommand command)
    {
        switch (command.Verb)
        {
            case FamilyVerb.Help:
                return "help " + FamilyCommandReader.Help;
            case FamilyVerb.Settings:
                return "settings " + SettingsJson.Of(_home.Settings, _home.Sequence, _toys);
            case FamilyVerb.Records:
                RecordLines lines = new(line => _answer("record " + line));
                _home.Walk(lines);
                return $"records {lines.Records} faults {lines.Faults}";
            case FamilyVerb.Wipe when _hasPhone():
                return "refused a phone is its guardian; wipe it there, or by the button of the board";
            case FamilyVerb.Wipe:
                return _home.Wipe() ? "wiped nobody is paired" : "refused not all of it could be erased; everything is held";
            case FamilyVerb.Press or FamilyVerb.Talk or FamilyVerb.Play:
                return _hands is null ? "refused no toy runs here; --mode toy has one" : Do(_hands, command);
            case FamilyVerb.Bonus:
                return Grant(command);
            default:
                return Change(command);
        }
    }

    private string Grant(FamilyCommand command)
    {
        for (int number = 1; number <= _toys.Count; number++)
        {
            if (_toys[number - 1].Name == command.Toy)
            {
                return _home.Gate.GiveBonus(number, command.Number) ? "granted " + command.Line : "refused there is no more to be given today";
            }
        }

        return "refused there is no such toy";
    }

    private static string Do(IToyHands hands, FamilyCommand command)
    {
        switch (command.Verb)
        {
            case FamilyVerb.Press:
                hands.Press();
                break;
            case FamilyVerb.Talk:
                hands.Talk(command.IsHeld);
                break;
            default:
                hands.Play();
                break;
        }

        return "done " + command.Line;
    }

    private string Change(FamilyCommand command)
    {
        FamilySettings? next = FamilyChange.Of(_home.Settings, command, _toys, _home.Gate.Now, out string refusal);

        if (next is null)
        {
            return "refused " + refusal;
        }

        SaveAnswer answer = _home.Change(next);

        return answer.Outcome switch
        {
            SaveOutcome.Saved => $"saved {answer.Sequence} {command.Line}",
            SaveOutcome.Tightened => $"tightened {command.Line}, not saved",
            SaveOutcome.NotSaved => "refused it could not be saved",
            _ => "refused the start failed; everything is held until the next one",
        };
    }
}
