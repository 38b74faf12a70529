namespace ToyGuard.Edge.Dialing;

/// <summary>Where a connection to a claimed address really goes: the Emulator's lab network. There is none on the device.</summary>
/// <remarks>Asked after the gate and the address were judged, so that the lab changes where bytes go and never whether they may.</remarks>
public interface IRouteMap
{
    /// <summary>False leaves address and port as they are. Otherwise fills the 4 bytes of <paramref name="realAddress"/>, and the port. Called from many threads.</summary>
    bool TryMap(byte[] address, int port, byte[] realAddress, out int realPort);
}
