using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Edge.Hub;

namespace ToyGuard.Heap;

/// <summary>A board that shows nothing.</summary>
public sealed class NoBoard : IHostBoard, IServiceWatcher
{
    /// <inheritdoc/>
    public void Show(HostSign sign)
    {
    }

    /// <inheritdoc/>
    public void ShowLink(string url, string code)
    {
    }

    /// <inheritdoc/>
    public void OnService(string service, ServiceEvent what, int delayMs, string fault)
    {
    }
}
