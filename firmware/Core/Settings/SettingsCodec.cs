using System;
using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Storage;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Settings;

/// <summary>Settings as bytes, and bytes as settings.</summary>
/// <remarks>
/// Schema 4; firmware/docs/storage-format.md is the contract, this is the reminder. Integers are little-endian.
/// <code>
///   0  2  schema
///   2  1  flags: 1 paired, 2 everything paused
///   3  1  days that records are kept, 0 to 30
///   4  4  minute that the pause ends in; 0 none
///   8  1  length of the zone, 0 to 63; the zone
///      1  children, 0 to 8; then each, ascending by number:
///         1  number, 1 to 8; 1 animal, 1 to 16; 1 colour, 1 to 8; 1 age band, 0 to 3; 14 play minutes, Monday's first
///      1  toys, 0 to 32; then each:
///         1  length of the name, 1 to 32; the name
///         1  flags: 1 paused, 2 shared
///         4  minute that the pause ends in; 0 none
///         1  child, 0 to 8; 1 tickets, 0 to 4
///        14  play minutes, Monday's first: 0 to 1,440, or 65,535: no limit
///         1  age band, 0 to 3
///         1  quiet windows, 0 to 16; each 2 start and 2 length, as few and apart as can be, ascending
///         1  approvals, 0 to 32; each 8, ascending
///         1  ends of approvals; each 1 which of them, from 0, and 4 minute, ascending
///         1  consents to sensors, 0 to 8; each 8 print and 4 minute that it ends in, ascending by print
/// </code>
/// Whatever is read of schema 4 is written again as the same bytes: what has two spellings is refused. Older schemas are read by
/// <see cref="SettingsReader"/> and <see cref="SchemaOne"/>. Nothing that comes in makes it throw.
/// </remarks>
public static class SettingsCodec
{
    /// <summary>The schema that is written.</summary>
    public const int Schema = 4;

    /// <summary>Bytes of an endpoint's print.</summary>
    internal const int PrintBytes = 8;

    /// <summary>The minutes of a day without a limit, as they are written.</summary>
    internal const int NoLimit = 0xFFFF;

    internal const int PairedFlag = 1;
    internal const int EverythingPausedFlag = 2;
    internal const int PausedFlag = 1;
    internal const int SharedFlag = 2;

    private const int HeadBytes = 11;
    private const int ToyBytes = 27;
    private const int ChildBytes = 4;
    private const int WindowBytes = 4;
    private const int EndBytes = 5;
    private const int ConsentBytes = 12;

    /// <summary>The bytes of <paramref name="settings"/>: 15,418 at most, and 5 more for every approval with an end.</summary>
    public static byte[] Write(FamilySettings settings)
    {
        byte[][] toys = new byte[settings.Toys.Length][];
        byte[] zone = Encoding.UTF8.GetBytes(settings.Zone);
        ChildSettings[] children = settings.Children;
        int size = HeadBytes + zone.Length + (ChildBytes + 2 * DayMinutes.Days) * children.Length;

        for (int i = 0; i < toys.Length; i++)
        {
            toys[i] = Write(settings.Toys[i]);
            size += toys[i].Length;
        }

        byte[] bytes = new byte[size];
        bytes[0] = Schema;
        bytes[2] = (byte)((settings.IsPaired ? PairedFlag : 0) | (settings.IsEverythingPaused ? EverythingPausedFlag : 0));
        bytes[3] = (byte)settings.RetentionDays;
        LittleEndian.WriteUInt32(bytes, 4, (uint)settings.PausedUntil);
        bytes[8] = (byte)zone.Length;
        Array.Copy(zone, 0, bytes, 9, zone.Length);
        int at = 9 + zone.Length;
        bytes[at++] = (byte)children.Length;

        for (int i = 0; i < children.Length; i++)
        {
            bytes[at] = (byte)children[i].Number;
            bytes[at + 1] = (byte)children[i].Animal;
            bytes[at + 2] = (byte)children[i].Colour;
            bytes[at + 3] = (byte)children[i].Band;
            at = Write(children[i].PlayMinutes, bytes, at + ChildBytes);
        }

        bytes[at++] = (byte)toys.Length;

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

        if (schema < SettingsReader.FirstSchema || schema > Schema)
        {
            cursor.Refuse(schema > Schema ? SettingsFault.SchemaNewer : SettingsFault.SchemaUnknown);
        }

        FamilySettings? settings = SettingsReader.ReadFamily(cursor, schema);
        return new SettingsReading(settings, cursor.Fault, schema);
    }

    /// <summary>True when both are the same bytes; null is none.</summary>
    public static bool AreSame(byte[] bytes, byte[]? other)
    {
        bool isSame = other is not null && other.Length == bytes.Length;

        for (int i = 0; isSame && i < bytes.Length; i++)
        {
            isSame = bytes[i] == other![i];
        }

        return isSame;
    }

    /// <summary>The bytes of one toy: equal for equal settings, whatever they were made of.</summary>
    internal static byte[] Write(ToySettings toy)
    {
        byte[] name = Encoding.UTF8.GetBytes(toy.Name);
        Approval[] approvals = toy.Approvals;
        SensorConsent[] consents = toy.Consents;
        int windows = toy.QuietHours is null ? 0 : toy.QuietHours.Count;
        int ends = 0;

        for (int i = 0; i < approvals.Length; i++)
        {
            ends += approvals[i].UntilMinute == Approval.NoEnd ? 0 : 1;
        }

        int size = ToyBytes + name.Length + WindowBytes * windows + PrintBytes * approvals.Length + EndBytes * ends + ConsentBytes * consents.Length;
        byte[] bytes = new byte[size];
        bytes[0] = (byte)name.Length;
        Array.Copy(name, 0, bytes, 1, name.Length);
        int at = 1 + name.Length;
        bytes[at] = (byte)((toy.IsPaused ? PausedFlag : 0) | (toy.IsShared ? SharedFlag : 0));
        LittleEndian.WriteUInt32(bytes, at + 1, (uint)toy.PausedUntil);
        bytes[at + 5] = (byte)toy.Child;
        bytes[at + 6] = (byte)toy.Tickets;
        at = Write(toy.PlayMinutes, bytes, at + 7);
        bytes[at++] = (byte)toy.ChildBand;
        bytes[at++] = (byte)windows;

        for (int i = 0; i < windows; i++)
        {
            LittleEndian.WriteUInt16(bytes, at, toy.QuietHours!.StartAt(i));
            LittleEndian.WriteUInt16(bytes, at + 2, toy.QuietHours.LengthAt(i));
            at += WindowBytes;
        }

        bytes[at++] = (byte)approvals.Length;

        for (int i = 0; i < approvals.Length; i++)
        {
            LittleEndian.WriteInt64(bytes, at, approvals[i].Print);
            at += PrintBytes;
        }

        bytes[at++] = (byte)ends;

        for (int i = 0; i < approvals.Length; i++)
        {
            if (approvals[i].UntilMinute != Approval.NoEnd)
            {
                bytes[at] = (byte)i;
                LittleEndian.WriteUInt32(bytes, at + 1, (uint)approvals[i].UntilMinute);
                at += EndBytes;
            }
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

    private static int Write(DayMinutes minutes, byte[] bytes, int at)
    {
        for (int day = 0; day < DayMinutes.Days; day++)
        {
            LittleEndian.WriteUInt16(bytes, at + 2 * day, minutes.At(day) == DayMinutes.NoLimit ? NoLimit : minutes.At(day));
        }

        return at + 2 * DayMinutes.Days;
    }
}
