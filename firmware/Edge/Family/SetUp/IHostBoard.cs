using ToyGuard.Core.Pairing.SetUp;

namespace ToyGuard.Edge.Family.SetUp;

/// <summary>What the device has to show something with: display, light, sound. Called from any thread; returns at once.</summary>
public interface IHostBoard
{
    /// <summary>Shows a sign in place of the one before; <see cref="HostSign.None"/> ends it.</summary>
    void Show(HostSign sign);

    /// <summary>Shows a link as a QR code with a text beside it; an empty link takes both away.</summary>
    /// <param name="url">The link.</param>
    /// <param name="code">What can be typed in its place.</param>
    void ShowLink(string url, string code);
}
