using System;

using ToyGuard.Core.Factory;

namespace ToyGuard.Device.Factory;

/// <summary>Who this device is and what its maker gave it, read once at the start.</summary>
public static class FactoryReader
{
    /// <summary>Reads it, and says on the serial line what is missing or wrong; never a secret. Does not throw.</summary>
    /// <param name="needsManifest">True in a toy, which can do nothing without its maker's data; a hub may have none.</param>
    public static FactoryData Read(bool needsManifest)
    {
        FactoryData data = FactoryData.Read(new AssemblyBoxes());

        if (data.Identity is null)
        {
            Console.WriteLine("factory identity " + FactoryFindingWords.Of(data.IdentityFinding) + " · until then it is shut");
        }

        if (data.MakerFinding != FactoryFinding.Well && (needsManifest || data.MakerFinding != FactoryFinding.Missing))
        {
            Console.WriteLine("factory data " + FactoryFindingWords.Of(data.MakerFinding) + " · until then everything is held");
        }

        return data;
    }
}
