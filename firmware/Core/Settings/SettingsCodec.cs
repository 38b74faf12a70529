using System;
using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Settings;

/// <summary>Settings as bytes, and bytes as settings.</summary>
/// <remarks>
/// Schema 3; firmware/docs/storage-format.md is the contract, this is the reminder. Integers are little-endian.
/// <code>
///   0  2  schema
///   2  1  flags: 1 paired, 2 everything paused
///   3  1  days that records are kept, 0 to 30
///   4  1  toys, 0 to 32; then each:
///         1  length of the name, 1 to 32; the name
///         1  flags: 1 paused
///         2  play minutes a day, 0 to 1,440, or 65,535: no limit
///         1  age band, 0 to 3
///         1  quiet windows, 0 to 16; each 2 start and 2 length, as few and apart as can be, ascending
///         1  approvals, 0 to 32; each 8, ascending
///         1  consents to sensors, 0 to 8; each 8 print and 4 minute that it ends in, ascending by print
/// </code>
/// Schema 2 is the same without consents, and read with none. Whatever is read of schema 3 is written again as the same bytes: what has two spellings is refused. Nothing that comes in makes it throw.
/// </remarks>
public static class SettingsCodec
{
    /// <summary>The schema that is written.</summary>
    public const int Schema = 3;

    /// <summary>Bytes of an endpoint's print.</summary>
    internal const int PrintBytes = 8;

    // The first schema, and how many toys it had room for.
    private const int FirstSchema = 1;
    private const int FirstToysMax = 16;

    // From this one on toys have consents.
    private const int ConsentsSchema = 3;

    private const int HeadBytes = 5;
    private const int ToyBytes = 8;
    private const int WindowBytes = 4;
    private const int ConsentBytes = 12;
    private const int NoLimit = 0xFFFF;

    private const int PairedFlag = 1;
    private const int EverythingPausedFlag = 2;
    private const int PausedFlag = 1;

    /// <summary>The bytes of <paramref name="settings"/>, 14,597 at most.</summary>
    public static byte[] Write(FamilySettings settings)
    {
        byte[][] toys = new byte[settings.Toys.Length][];
        int size = HeadBytes;

        for (int i = 0; i < toys.Length; i++)
        {
            toys[i] = Write(settings.Toys[i]);
            size += toys[i].Length;
        }

        byte[] bytes = new byte[size];
        bytes[0] = Schema;
        bytes[2] = (byte)((settings.IsPaired ? PairedFlag : 0) | (settings.IsEverythingPaused ? EverythingPausedFlag : 0));
        bytes[3] = (byte)settings.RetentionDays;
        bytes[4] = (byte)toys.Length;
        int at = HeadBytes;

        for (int i = 0; i < toys.Length; i++)
        {
            Array.Copy(toys[i], 0, bytes, at, toys[i].Length);
            at += toys[i].Length;
        }

        return bytes;
    }

    /// <summary>The settings in <paramref name="payload"/>, brought to this schema; null is none at all. Refuses everything that is not exactly in form.</summary>
    public static SettingsReading Read(byte[]? payload)
    {
        if (payload is null || payload.Length == 0)
        {
            return new SettingsReading(null, SettingsFault.Missing, 0);
        }

        SettingsCursor cursor = new SettingsCursor(payload);
        int schema = cursor.Pair(0xFFFF, SettingsFault.None);

        if (schema < FirstSchema || schema > Schema)
        {
            cursor.Refuse(schema > Schema ? SettingsFault.SchemaNewer : SettingsFault.SchemaUnknown);
        }

        FamilySettings? settings = ReadFamily(cursor, schema);
        return new SettingsReading(settings, cursor.Fault, schema);
    }

    // The head is the same in every schema, but for its limits.
    private static FamilySettings? ReadFamily(SettingsCursor cursor, int schema)
    {
        bool isFirst = schema == FirstSchema;
        int flags = cursor.Byte(PairedFlag | EverythingPausedFlag, SettingsFault.Flags);
        int days = cursor.Byte(isFirst ? byte.MaxValue : FamilySettings.RetentionDaysMax, SettingsFault.Retention);
        ToySettings[] toys = new ToySettings[cursor.Byte(isFirst ? FirstToysMax : FamilySettings.ToysMax, SettingsFault.ToyCount)];

        for (int i = 0; i < toys.Length; i++)
        {
            ToySettings? toy = isFirst ? SchemaOne.ReadToy(cursor) : ReadToy(cursor, schema);

            if (toy is null)
            {
                return null;
            }

            toys[i] = toy;

            if (FamilySettings.HasNameTwice(toys, i + 1))
            {
                cursor.Refuse(SettingsFault.NameTwice);
            }
        }

        cursor.End();

        // The first schema kept records for as long as somebody liked.
        days = days > FamilySettings.RetentionDaysMax ? FamilySettings.RetentionDaysMax : days;
        return cursor.IsWhole ? new FamilySettings((flags & PairedFlag) != 0, (flags & EverythingPausedFlag) != 0, days, toys) : null;
    }

    /// <summary>The bytes of one toy: equal for equal settings, whatever they were made of.</summary>
    internal static byte[] Write(ToySettings toy)
    {
        byte[] name = Encoding.UTF8.GetBytes(toy.Name);
        long[] approvals = toy.Approvals;
        SensorConsent[] consents = toy.Consents;
        int windows = toy.QuietHours is null ? 0 : toy.QuietHours.Count;
        int size = ToyBytes + name.Length + WindowBytes * windows + PrintBytes * approvals.Length + ConsentBytes * consents.Length;
        byte[] bytes = new byte[size];
        bytes[0] = (byte)name.Length;
        Array.Copy(name, 0, bytes, 1, name.Length);
        int at = 1 + name.Length;
        bytes[at] = (byte)(toy.IsPaused ? PausedFlag : 0);
        LittleEndian.WriteUInt16(bytes, at + 1, toy.PlayMinutesADay == ToySettings.NoLimit ? NoLimit : toy.PlayMinutesADay);
        bytes[at + 3] = (byte)toy.ChildBand;
        bytes[at + 4] = (byte)windows;
        at += 5;

        for (int i = 0; i < windows; i++)
        {
            LittleEndian.WriteUInt16(bytes, at, toy.QuietHours!.StartAt(i));
            LittleEndian.WriteUInt16(bytes, at + 2, toy.QuietHours.LengthAt(i));
            at += WindowBytes;
        }

        bytes[at++] = (byte)approvals.Length;

        for (int i = 0; i < approvals.Length; i++)
        {
            LittleEndian.WriteInt64(bytes, at, approvals[i]);
            at += PrintBytes;
        }

        bytes[at++] = (byte)consents.Length;

        for (int i = 0; i < consents.Length; i++)
        {
            LittleEndian.WriteInt64(bytes, at, consents[i].Print);
            LittleEndian.WriteUInt32(bytes, at + PrintBytes, (uint)consents[i].UntilMinute);
            at += ConsentBytes;
        }

        return bytes;
    }

    /// <summary>True when the first <paramref name="count"/> bytes of <paramref name="part"/> stand in <paramref name="bytes"/> from <paramref name="at"/> on.</summary>
    internal static bool IsAt(byte[] bytes, int at, byte[] part, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (bytes[at + i] != part[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when both are the same bytes; null is none.</summary>
    internal static bool AreSame(byte[] bytes, byte[]? other)
    {
        return other is not null && other.Length == bytes.Length && IsAt(bytes, 0, other, bytes.Length);
    }

    private static ToySettings? ReadToy(SettingsCursor cursor, int schema)
    {
        int start = cursor.At;
        string name = cursor.Name();
        bool isPaused = cursor.Byte(PausedFlag, SettingsFault.Flags) == PausedFlag;
        int minutes = cursor.Pair(NoLimit, SettingsFault.None);

        if (minutes > ToySettings.PlayMinutesMax && minutes != NoLimit)
        {
            cursor.Refuse(SettingsFault.PlayTime);
        }

        AgeBand band = (AgeBand)cursor.Byte((int)AgeBand.From13To18, SettingsFault.AgeBand);
        int[] starts = new int[cursor.Byte(ToySettings.WindowsMax, SettingsFault.QuietHours)];
        int[] lengths = new int[starts.Length];

        for (int i = 0; i < starts.Length; i++)
        {
            starts[i] = cursor.Pair(WeeklyHours.MinutesOfWeek - 1, SettingsFault.QuietHours);
            lengths[i] = cursor.Pair(WeeklyHours.MinutesOfWeek, SettingsFault.QuietHours);

            if (lengths[i] == 0)
            {
                cursor.Refuse(SettingsFault.QuietHours);
            }
        }

        long[] approvals = new long[cursor.Byte(ToySettings.ApprovalsMax, SettingsFault.Approvals)];

        for (int i = 0; i < approvals.Length; i++)
        {
            approvals[i] = cursor.Print();
        }

        bool hasConsents = schema >= ConsentsSchema;
        SensorConsent[] consents = hasConsents ? ReadConsents(cursor) : new SensorConsent[0];

        if (!cursor.IsWhole)
        {
            return null;
        }

        minutes = minutes == NoLimit ? ToySettings.NoLimit : minutes;
        ToySettings toy = new ToySettings(name, isPaused, new WeeklyHours(starts, lengths), minutes, band, approvals, consents);
        byte[] spelling = Write(toy);

        // Windows, approvals and consents have many spellings, and one that is written. Before there were consents, not even their number was.
        if (!cursor.HasRead(start, spelling, hasConsents ? spelling.Length : spelling.Length - 1))
        {
            cursor.Refuse(SettingsFault.Spelling);
        }

        return toy;
    }

    // Without consents when the cursor is not whole.
    private static SensorConsent[] ReadConsents(SettingsCursor cursor)
    {
        SensorConsent[] consents = new SensorConsent[cursor.Byte(ToySettings.ConsentsMax, SettingsFault.Consents)];

        for (int i = 0; i < consents.Length; i++)
        {
            long print = cursor.Print();
            int until = cursor.Minute();

            if (!cursor.IsWhole)
            {
                return new SensorConsent[0];
            }

            consents[i] = new SensorConsent(print, until);
        }

        return consents;
    }
}
