using ToyGuard.Core.Storage;

namespace ToyGuard.Emulator.Power;

/// <summary>A flash that loses its power when the plug goes: what was written stays, the write it went in is torn, and nothing follows.</summary>
internal sealed class PluggedFlash : IFlash
{
    private readonly IFlash _flash;
    private readonly Plug _plug;

    /// <summary>The flash behind <paramref name="plug"/>.</summary>
    public PluggedFlash(IFlash flash, Plug plug)
    {
        _flash = flash;
        _plug = plug;
    }

    /// <inheritdoc/>
    public int CapacityOf(int area)
    {
        return _flash.CapacityOf(area);
    }

    /// <inheritdoc/>
    public int Read(int area, int offset, byte[] buffer, int at, int count)
    {
        return _plug.While(() => _flash.Read(area, offset, buffer, at, count), -1);
    }

    /// <inheritdoc/>
    public bool Append(int area, int held, byte[] bytes, int offset, int count)
    {
        return _plug.Write(count, some => _flash.Append(area, held, bytes, offset, some));
    }

    /// <inheritdoc/>
    public bool Replace(int area, byte[] bytes, int offset, int count)
    {
        return _plug.Write(count, some => _flash.Replace(area, bytes, offset, some));
    }

    /// <inheritdoc/>
    public bool Erase(int area)
    {
        return _plug.While(() => _flash.Erase(area), false);
    }
}
