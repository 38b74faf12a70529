using ToyGuard.Core.Pairing;

namespace ToyGuard.Guard.Export;

/// <summary>The family's phones, without their keys, and what guardians are told.</summary>
internal sealed class PhonesPart : ExportPart
{
    private readonly PairingDesk _desk;

    internal PhonesPart(PairingDesk desk)
    {
        _desk = desk;
    }

    /// <inheritdoc/>
    public override bool Write(int page, DataWriter writer)
    {
        writer.BeginPage(PageKind.Phones);
        writer.BeginList("phones");

        for (int i = 0; i < _desk.PhoneCount; i++)
        {
            Phone? phone = _desk.PhoneAt(i);

            if (phone is not null)
            {
                writer.BeginItem();
                writer.Part("n", phone.Number);
                writer.Part("role", (int)phone.Role);
                writer.Part("label", phone.Label);
                writer.Part("until", phone.PassEndsUtc);
                writer.EndItem();
            }
        }

        writer.EndList();
        writer.BeginList("notices");

        for (int i = 0; i < _desk.NoticeCount; i++)
        {
            Notice? notice = _desk.NoticeAt(i);

            if (notice is not null)
            {
                writer.BeginItem();
                writer.Part("n", notice.Number);
                writer.Part("kind", (int)notice.Kind);
                writer.Part("who", notice.Who);
                writer.Part("toy", notice.Toy);
                writer.Part("at", notice.UtcSeconds);
                writer.EndItem();
            }
        }

        writer.EndList();
        writer.EndPage();
        return false;
    }
}
