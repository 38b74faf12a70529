using System;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace ToyGuard.Emulator.Running;

/// <summary>When a run is over: Ctrl-C, a polite request of the system, a closed terminal, or the time that --exit-after gave. All of them are good ends.</summary>
internal sealed class Ending : IDisposable
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _signals;

    public Ending()
    {
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
        _signals = Array.ConvertAll(signals, signal => PosixSignalRegistration.Create(signal, End));
    }

    /// <summary>Waits until it is over; null for <paramref name="after"/> is for ever.</summary>
    public Task WaitAsync(TimeSpan? after)
    {
        return after is TimeSpan time ? Task.WhenAny(_over.Task, Task.Delay(time)) : _over.Task;
    }

    public void Dispose()
    {
        Array.ForEach(_signals, signal => signal.Dispose());
    }

    private void End(PosixSignalContext context)
    {
        // Else the runtime ends the program on the spot, with an exit code of its own.
        context.Cancel = true;
        _over.TrySetResult();
    }
}
