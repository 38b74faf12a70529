namespace ToyGuard.Guard.Dhcp;

/// <summary>Who is on the hub's own Wi-Fi, as the radio says, and which of them are toys. Network addresses are 6 bytes.</summary>
public interface IStations
{
    /// <summary>True while the radio lists a station with that network address.</summary>
    bool IsHere(byte[] hardware);

    /// <summary>Number of the toy that has that network address; 0 = nobody introduced it.</summary>
    int ToyOf(byte[] hardware);
}
