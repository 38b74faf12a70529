using System.IO;
using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Tests.Settings.Desktop;

/// <summary>Settings as bytes of schema 2 or 3, written after storage-format.md and by nothing of Core: what they had no place for is left out.</summary>
internal static class OlderFile
{
    internal static byte[] Of(FamilySettings settings, int schema)
    {
        using MemoryStream stream = new();
        using BinaryWriter file = new(stream);
        file.Write((ushort)schema);
        file.Write((byte)((settings.IsPaired ? 1 : 0) + (settings.IsEverythingPaused ? 2 : 0)));
        file.Write((byte)settings.RetentionDays);
        file.Write((byte)settings.Toys.Length);

        foreach (ToySettings toy in settings.Toys)
        {
            byte[] name = Encoding.UTF8.GetBytes(toy.Name);
            WeeklyHours quiet = toy.QuietHours ?? new WeeklyHours(new int[0], new int[0]);
            file.Write((byte)name.Length);
            file.Write(name);
            file.Write(toy.IsPaused);
            file.Write((ushort)(toy.PlayMinutes.At(0) < 0 ? 65535 : toy.PlayMinutes.At(0)));
            file.Write((byte)toy.ChildBand);
            file.Write((byte)quiet.Count);

            for (int i = 0; i < quiet.Count; i++)
            {
                file.Write((ushort)quiet.StartAt(i));
                file.Write((ushort)quiet.LengthAt(i));
            }

            file.Write((byte)toy.Approvals.Length);

            foreach (Approval approval in toy.Approvals)
            {
                file.Write(approval.Print);
            }

            if (schema == 3)
            {
                file.Write((byte)toy.Consents.Length);

                foreach (SensorConsent consent in toy.Consents)
                {
                    file.Write(consent.Print);
                    file.Write(consent.UntilMinute);
                }
            }
        }

        return stream.ToArray();
    }
}
