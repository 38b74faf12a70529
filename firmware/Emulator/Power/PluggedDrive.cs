using ToyGuard.Core.Storage;

namespace ToyGuard.Emulator.Power;

/// <summary>The drive under a <see cref="PluggedFlash"/>, on the same plug.</summary>
internal sealed class PluggedDrive : IEraseDrive
{
    private readonly IEraseDrive _drive;
    private readonly Plug _plug;

    /// <summary>The drive behind <paramref name="plug"/>.</summary>
    public PluggedDrive(IEraseDrive drive, Plug plug)
    {
        _drive = drive;
        _plug = plug;
    }

    /// <inheritdoc/>
    public bool DeleteAll()
    {
        return _plug.While(_drive.DeleteAll, false);
    }

    /// <inheritdoc/>
    public bool Fill(byte[] bytes, int count)
    {
        return _plug.Write(count, some => _drive.Fill(bytes, some));
    }

    /// <inheritdoc/>
    public bool DeleteFillers()
    {
        return _plug.While(_drive.DeleteFillers, false);
    }
}
