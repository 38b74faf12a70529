using System;
using System.Text;

using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Pairing;

/// <summary>A family as bytes. All integers little-endian; firmware/docs/storage-format.md is the contract.</summary>
internal static class FamilyCodec
{
    private const int Version = 2;

    // Its notices have no toy.
    private const int OldVersion = 1;
    private const int SettledFlag = 1;
    private const int OwnerFlag = 2;
    private const int OldOwnerFlag = 4;
    private const int FlagsMax = 7;
    private const int OwnerAt = 10;
    private const int OldOwnerAt = OwnerAt + OwnerHash.Bytes;
    private const int OldTickAt = OldOwnerAt + OwnerHash.Bytes;
    private const int HeadBytes = OldTickAt + 4;

    // Of a phone: number, role, has a PIN, length of the label, id, key, salts, rounds, check, pass, PIN open.
    private const int KeyAt = 12;
    private const int PinAt = 44;
    private const int PassTickAt = 112;
    private const int PassUtcAt = 116;
    private const int PinOpenAt = 124;
    private const int PhoneBytes = 128;
    private const int NoticeBytes = 13;

    internal static byte[] Write(FamilyState state)
    {
        byte[] bytes = new byte[HeadBytes + (FamilyBook.PhonesMax * (PhoneBytes + ToyName.BytesMax)) + (FamilyState.NoticesMax * NoticeBytes)];
        bytes[0] = Version;
        bytes[1] = (byte)((state.IsSettled ? SettledFlag : 0) | (state.Owner is null ? 0 : OwnerFlag) | (state.OldOwner is null ? 0 : OldOwnerFlag));
        bytes[2] = (byte)state.CountOf(Role.None);
        bytes[3] = (byte)state.Notices.Length;
        bytes[4] = (byte)state.LastNotice;
        bytes[5] = (byte)state.ForgotPhone;
        LittleEndian.WriteUInt32(bytes, 6, state.ForgotTick);
        Put(state.Owner?.All, bytes, OwnerAt);
        Put(state.OldOwner?.All, bytes, OldOwnerAt);
        LittleEndian.WriteUInt32(bytes, OldTickAt, state.OldOwnerTick);
        int at = HeadBytes;

        for (int i = 0; i < state.Phones.Length; i++)
        {
            Phone? phone = state.Phones[i];

            if (phone is not null)
            {
                at = WritePhone(phone, bytes, at);
            }
        }

        for (int i = 0; i < state.Notices.Length; i++)
        {
            Notice notice = state.Notices[i];
            bytes[at] = (byte)notice.Number;
            bytes[at + 1] = (byte)notice.Kind;
            bytes[at + 2] = (byte)notice.Who;
            bytes[at + 3] = (byte)notice.SeenBy;
            LittleEndian.WriteInt64(bytes, at + 4, notice.UtcSeconds);
            bytes[at + 12] = (byte)notice.Toy;
            at += NoticeBytes;
        }

        return Part(bytes, 0, at);
    }

    /// <summary>Null for anything that <see cref="Write"/> does not write, or did in version 1: another version, phones without a guardian, bytes too many.</summary>
    internal static FamilyState? Read(byte[] bytes)
    {
        if (bytes.Length < HeadBytes || (bytes[0] != Version && bytes[0] != OldVersion) || bytes[1] > FlagsMax || bytes[3] > FamilyState.NoticesMax)
        {
            return null;
        }

        FamilyState state = new FamilyState
        {
            IsSettled = (bytes[1] & SettledFlag) != 0,
            Owner = (bytes[1] & OwnerFlag) != 0 ? new OwnerHash(Part(bytes, OwnerAt, OwnerHash.Bytes)) : null,
            OldOwner = (bytes[1] & OldOwnerFlag) != 0 ? new OwnerHash(Part(bytes, OldOwnerAt, OwnerHash.Bytes)) : null,
            OldOwnerTick = LittleEndian.ReadUInt32(bytes, OldTickAt),
            LastNotice = bytes[4],
            ForgotPhone = bytes[5],
            ForgotTick = LittleEndian.ReadUInt32(bytes, 6),
            Notices = new Notice[bytes[3]],
        };
        int at = HeadBytes;
        int last = 0;

        for (int i = 0; i < bytes[2]; i++)
        {
            Phone? phone = ReadPhone(bytes, ref at);

            if (phone is null || phone.Number <= last)
            {
                return null;
            }

            last = phone.Number;
            state.Take(phone);
        }

        bool isOld = bytes[0] == OldVersion;
        int noticeBytes = isOld ? NoticeBytes - 1 : NoticeBytes;

        for (int i = 0; i < state.Notices.Length && at + noticeBytes <= bytes.Length; i++)
        {
            int toy = isOld ? 0 : bytes[at + 12];
            state.Notices[i] = new Notice(bytes[at], (NoticeKind)bytes[at + 1], bytes[at + 2], toy, LittleEndian.ReadInt64(bytes, at + 4), bytes[at + 3]);
            at += noticeBytes;
        }

        bool isFamily = state.CountOf(Role.Guardian) > 0;
        bool isWhole = at == bytes.Length && (state.Notices.Length == 0 || state.Notices[state.Notices.Length - 1] is not null);
        bool isForgotFit = state.ForgotPhone == 0 || state.Find(state.ForgotPhone) is not null;
        return isWhole && isForgotFit && isFamily == state.HasPhones ? state : null;
    }

    private static int WritePhone(Phone phone, byte[] bytes, int at)
    {
        byte[] label = Encoding.UTF8.GetBytes(phone.Label);
        bytes[at] = (byte)phone.Number;
        bytes[at + 1] = (byte)phone.Role;
        bytes[at + 2] = (byte)(phone.HasPin ? 1 : 0);
        bytes[at + 3] = (byte)label.Length;
        Put(phone.Id, bytes, at + 4);
        Put(phone.Key, bytes, at + KeyAt);

        if (phone.Pin is not null)
        {
            Put(phone.Pin.PhoneSalt, bytes, at + PinAt);
            Put(phone.Pin.DeviceSalt, bytes, at + PinAt + 16);
            LittleEndian.WriteUInt32(bytes, at + PinAt + 32, (uint)phone.Pin.Rounds);
            Put(phone.Pin.Check, bytes, at + PinAt + 36);
        }

        LittleEndian.WriteUInt32(bytes, at + PassTickAt, phone.PassEndsTick);
        LittleEndian.WriteInt64(bytes, at + PassUtcAt, phone.PassEndsUtc);
        LittleEndian.WriteUInt32(bytes, at + PinOpenAt, phone.PinOpenTick);
        Put(label, bytes, at + PhoneBytes);
        return at + PhoneBytes + label.Length;
    }

    private static Phone? ReadPhone(byte[] bytes, ref int at)
    {
        int from = at;

        if (from + PhoneBytes > bytes.Length)
        {
            return null;
        }

        int number = bytes[from];
        int role = bytes[from + 1];
        int labelCount = bytes[from + 3];
        at = from + PhoneBytes + labelCount;

        if (number < 1 || number > FamilyBook.PhonesMax || role < 1 || role > (int)Role.Viewer || bytes[from + 2] > 1 || at > bytes.Length)
        {
            return null;
        }

        // A guardian's pass would take the family its last one.
        uint passTick = LittleEndian.ReadUInt32(bytes, from + PassTickAt);
        int rounds = (int)LittleEndian.ReadUInt32(bytes, from + PinAt + 32);
        bool hasPin = bytes[from + 2] == 1;
        string label = Encoding.UTF8.GetString(bytes, from + PhoneBytes, labelCount);

        if ((role == (int)Role.Guardian && passTick != 0)
            || (hasPin && (rounds < PinCheck.RoundsMin || rounds > PinCheck.RoundsMax))
            || (labelCount > 0 && !ToyName.IsFit(label)))
        {
            return null;
        }

        return new Phone(number, (Role)role, label, Part(bytes, from + 4, Phone.IdBytes), Part(bytes, from + KeyAt, 32))
        {
            Pin = hasPin
                ? new PinCheck(Part(bytes, from + PinAt, 16), Part(bytes, from + PinAt + 16, 16), rounds, Part(bytes, from + PinAt + 36, 32))
                : null,
            PassEndsTick = passTick,
            PassEndsUtc = LittleEndian.ReadInt64(bytes, from + PassUtcAt),
            PinOpenTick = LittleEndian.ReadUInt32(bytes, from + PinOpenAt),
        };
    }

    private static void Put(byte[]? bytes, byte[] into, int at)
    {
        if (bytes is not null)
        {
            Array.Copy(bytes, 0, into, at, bytes.Length);
        }
    }

    private static byte[] Part(byte[] bytes, int offset, int count)
    {
        byte[] part = new byte[count];
        Array.Copy(bytes, offset, part, 0, count);
        return part;
    }
}
