using System.Text;

using ToyGuard.Core.Data;
using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Settings;
using ToyGuard.Guard.Export;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>What a family may know, take along, bring back and erase: the data list, the export, the import, one toy's end.</summary>
internal sealed class PrivacyGroup : DoorGroup
{
    // Bytes of the data list's rows in one answer; the rest is asked for with "from". A row has so many beside its words.
    private const int ListBytes = 2700;
    private const int RowBytes = 70;

    // Of one page that is brought back: as much as a text of a question may have.
    private const int PageBytes = 1000;
    private const int PagesMax = 512;

    private readonly ExportWriter _export;
    private ImportReader? _import;
    private FamilySettings? _importedOver;
    private int _pages;
    private int _importNumber;

    internal PrivacyGroup(PairingDesk desk, IDoorHome home)
        : base(desk, home)
    {
        _export = new ExportWriter(home, desk, new ExportPart[] { new AskedPart(home), new DeletesPart(home.Deletes), new ThingsPart(home.Things) });
    }

    internal override bool Answer(DoorQuestion question, DoorAnswer answer)
    {
        switch (question.Op)
        {
            case "stored":
                List(question, answer);
                return true;
            case "export":
                Export(question, answer);
                return true;
            case "import":
                if (question.Has("page"))
                {
                    TakePage(question, answer);
                }
                else
                {
                    Apply(question, answer);
                }

                return true;
            case "erase":
                Erase(question, answer);
                return true;
            default:
                return false;
        }
    }

    internal override bool CarryOut(Loosening what, DoorAnswer answer)
    {
        switch (what.Operation)
        {
            case Operation.ImportAll:
                if (what.A == _importNumber && IsWhole())
                {
                    PutImport(answer, _import!.Settings);
                }
                else
                {
                    Put(answer, Why.Expired);
                }

                return true;
            case Operation.Erase:
                Erase(what.A, answer);
                return true;
            default:
                return false;
        }
    }

    private void List(DoorQuestion question, DoorAnswer answer)
    {
        int from = question.Has("from") ? question.Number("from", 1, DataList.Count) : 1;
        Why why = Judge(Operation.Stored, question);

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        JsonWriter writer = answer.Ok();
        int left = ListBytes;
        int number = from;
        writer.Name("rows");
        writer.BeginArray();

        while (number <= DataList.Count)
        {
            DataField row = DataList.At(number)!;
            left -= RowBytes + row.Id.Length + row.What.Length + row.Why.Length + row.Kept.Length;

            if (left < 0)
            {
                break;
            }

            writer.BeginObject();
            PutText(writer, "id", row.Id);
            PutNumber(writer, "place", (int)row.Place);
            PutText(writer, "what", row.What);
            PutText(writer, "for", row.Why);
            PutText(writer, "kept", row.Kept);
            PutBool(writer, "export", row.IsExported);
            writer.EndObject();
            number++;
        }

        writer.EndArray();
        PutNumber(writer, "more", number <= DataList.Count ? number : 0);
    }

    private void Export(DoorQuestion question, DoorAnswer answer)
    {
        int from = question.Has("from") ? question.Number("from", ExportWriter.First, int.MaxValue) : ExportWriter.First;
        Why why = Judge(Operation.Export, question);

        if (why == Why.None && !_export.IsPage(from))
        {
            why = Why.Unknown;
        }

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        JsonWriter writer = answer.Ok();
        writer.Name("data");
        PutNumber(writer, "more", _export.Write(from, writer));
    }

    // One page after another; the first begins anew. Nothing is changed by any of them.
    private void TakePage(DoorQuestion question, DoorAnswer answer)
    {
        int n = question.Number("n", 1, PagesMax);
        byte[] page = Encoding.UTF8.GetBytes(question.Text("page", PageBytes));
        Why why = Judge(Operation.Import, question);

        if (why == Why.None && n == 1)
        {
            _importNumber++;
            _pages = 0;
            _importedOver = Home.Settings;
            _import = new ImportReader(Home.Toys, _importedOver);
        }

        if (why == Why.None && (_import is null || n != _pages + 1))
        {
            why = Why.Expired;
        }

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        _pages = n;
        ImportFault fault = _import!.Take(page, 0, page.Length);

        if (fault != ImportFault.None)
        {
            JsonWriter refused = answer.Refuse(Why.Bad, 0);
            PutText(refused, "fault", ImportWords.Of(fault));
            PutNumber(refused, "n", n);
            return;
        }

        PutNumber(answer.Ok(), "n", n);
    }

    // With "all" 0 what is stricter in the file counts, at once; with 1 the whole file, which a guardian confirms where it is looser.
    private void Apply(DoorQuestion question, DoorAnswer answer)
    {
        bool isAll = question.Number("all", 0, 1) == 1;
        Why why = Judge(Operation.Import, question);

        if (why == Why.None && !IsWhole())
        {
            why = Why.Expired;
        }

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        FamilySettings now = Home.Settings;
        FamilySettings next = isAll ? _import!.Settings : Strictness.Merge(now, _import!.Settings);

        if (Strictness.IsNeverLooser(next, now))
        {
            PutImport(answer, next);
            return;
        }

        PutFirstStep(answer, Desk.Ask(Operation.ImportAll), Operation.ImportAll, _importNumber, 0, 0, null);
    }

    private void PutImport(DoorAnswer answer, FamilySettings next)
    {
        FamilySettings before = Home.Settings;
        SaveAnswer saved = Home.Change(next);

        if (!saved.IsSaved)
        {
            Put(answer, Why.NotSaved);
            return;
        }

        answer.IsLooser = !Strictness.IsNeverLooser(next, before);
        Desk.Note(NoticeKind.Imported, Desk.Call.PhoneNumber);
        PutNumber(answer.Ok(), "leftOut", _import!.LeftOut);
        _import = null;
    }

    // What changed meanwhile would be taken back by the file.
    private bool IsWhole()
    {
        return _import is not null && _import.Fault == ImportFault.None && _pages > 0 && _importedOver == Home.Settings;
    }

    private void Erase(int toy, DoorAnswer answer)
    {
        // Before anything goes: a plug that is pulled in between must not leave a service untold.
        bool areNoted = Home.AskToErase(toy, 0, EraseCause.Erased);

        if (!Home.EraseToy(toy).IsSaved)
        {
            Put(answer, Why.NotSaved);
            return;
        }

        Desk.Note(NoticeKind.ToyErased, Desk.Call.PhoneNumber, toy);
        PutNoted(answer, areNoted);
    }

    private void Erase(DoorQuestion question, DoorAnswer answer)
    {
        int toy = question.Number("toy", 1, FamilySettings.ToysMax);
        Why why = Judge(Operation.Erase, question);

        if (why == Why.None && toy > Home.Toys.Length)
        {
            why = Why.Unknown;
        }

        PutFirstStep(answer, why, Operation.Erase, toy, 0, 0, null);
    }
}
