using System.Threading.Tasks;

namespace ToyGuard.Emulator.View;

/// <summary>Shows a run to whoever started it.</summary>
internal interface IView
{
    /// <summary>Shows <paramref name="briefing"/>, says that everything is ready, and then what happens, until the feed is complete.</summary>
    Task ShowAsync(IBriefing briefing, Feed feed);
}
