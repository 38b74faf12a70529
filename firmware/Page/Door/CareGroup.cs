using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>What a family looks at now and then: is everything safely set up, who changed what, and what the child is told.</summary>
internal sealed class CareGroup : DoorGroup
{
    private const int ToysBytes = 2300;

    internal CareGroup(PairingDesk desk, IDoorHome home)
        : base(desk, home)
    {
    }

    /// <summary>The monotonic clock of the question.</summary>
    internal long NowMs { get; set; }

    internal override bool Answer(DoorQuestion question, DoorAnswer answer)
    {
        switch (question.Op)
        {
            case "check":
                Check(question, answer);
                return true;
            case "history":
                History(question, answer);
                return true;
            case "my-toy":
                MyToy(question, answer);
                return true;
            default:
                return false;
        }
    }

    private void Check(DoorQuestion question, DoorAnswer answer)
    {
        Why why = Judge(Operation.Check, question);

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        SafetyFacts facts = SafetyLook.Of(Desk, Home, NowMs);
        JsonWriter writer = answer.Ok();
        writer.Name("items");
        writer.BeginArray();

        for (int item = 1; item <= SafetyCheck.Count; item++)
        {
            SafetyFix fix = SafetyCheck.FixOf((SafetyItem)item, facts);
            writer.BeginObject();
            PutText(writer, "id", SafetyWords.Of((SafetyItem)item));
            PutBool(writer, "ok", fix == SafetyFix.None);
            PutText(writer, "fix", SafetyWords.Of(fix));
            writer.EndObject();
        }

        writer.EndArray();
    }

    private void History(DoorQuestion question, DoorAnswer answer)
    {
        long from = question.Has("from") ? question.Whole("from", 1, uint.MaxValue) : 0;
        Why why = Judge(Operation.History, question);

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        ChangeHistory history = new ChangeHistory((uint)from);
        Home.Walk(history);
        JsonWriter writer = answer.Ok();
        writer.Name("items");
        writer.BeginArray();

        for (int i = 0; i < history.Count; i++)
        {
            PutLine(writer, history.SequenceAt(i), history.At(i));
        }

        writer.EndArray();
        PutNumber(writer, "more", history.More);
        PutBool(writer, "damaged", history.HasFault);
    }

    // Of what a phone did its number stands first; of a clock that was set, by how much.
    private static void PutLine(JsonWriter writer, uint sequence, Record record)
    {
        bool isClock = record.Kind == RecordKind.ClockSet;
        bool isOfNobody = isClock || record.Kind is RecordKind.SettingsDamaged or RecordKind.ConsentsOver or RecordKind.WipeDone or RecordKind.Updated;
        writer.BeginObject();
        PutNumber(writer, "n", sequence);
        PutText(writer, "kind", RecordWords.Of(record.Kind));
        PutNumber(writer, "op", record.Kind == RecordKind.RuleChanged ? record.Reason : 0);
        PutBool(writer, "looser", record.Kind == RecordKind.RuleChanged && record.Second != 0);
        PutNumber(writer, "toy", record.Toy);
        PutNumber(writer, "who", isOfNobody ? 0 : record.First);
        PutNumber(writer, "by", isClock ? record.First : 0);
        PutNumber(writer, "at", record.UtcSeconds);
        writer.EndObject();
    }

    private void MyToy(DoorQuestion question, DoorAnswer answer)
    {
        int from = question.Has("from") ? question.Number("from", 1, FamilySettings.ToysMax) : 1;
        Why why = Judge(Operation.Look, question);

        if (why == Why.None)
        {
            ChildPage.Write(answer.Ok(), Home, true, true, from, ToysBytes);
        }
        else
        {
            Put(answer, why);
        }
    }
}
