using ToyGuard.Core.Storage;

namespace ToyGuard.Simulation.Planted;

/// <summary>A store that makes room first: it erases the other copy of the settings before it writes one.</summary>
internal sealed class ClearsNewestFirst(IFlash flash) : PassingFlash(flash)
{
    /// <inheritdoc/>
    public override bool Replace(int area, byte[] bytes, int offset, int count)
    {
        bool isSettings = area is FlashLayout.SettingsA or FlashLayout.SettingsB;
        return (!isSettings || Flash.Erase(FlashLayout.SettingsA + FlashLayout.SettingsB - area)) && Flash.Replace(area, bytes, offset, count);
    }
}
