using System.Collections.Generic;
using System.Text;

using ToyGuard.Core.Factory;
using ToyGuard.Core.Pairing;

namespace ToyGuard.Maker.Factory;

/// <summary>Writes what <see cref="IdentityPart"/> reads.</summary>
internal static class IdentityBytes
{
    /// <summary>The bytes of an identity. Whoever gets them keeps no copy.</summary>
    public static byte[] Of(FactoryIdentity identity)
    {
        List<byte> bytes = [IdentityPart.Version, .. Encoding.ASCII.GetBytes(identity.HostLabel), .. identity.DeviceId];
        bytes.AddRange([(byte)identity.ApName.Length, .. Encoding.ASCII.GetBytes(identity.ApName)]);
        bytes.AddRange([(byte)identity.ApKey.Length, .. Encoding.ASCII.GetBytes(identity.ApKey)]);
        bytes.AddRange(identity.PrintedCode is null ? [0] : [(byte)identity.PrintedCode.Length, .. identity.PrintedCode]);
        return [.. bytes];
    }
}
