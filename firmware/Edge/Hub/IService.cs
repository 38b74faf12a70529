namespace ToyGuard.Edge.Hub;

/// <summary>One job of the hub with a thread of its own. The supervisor runs it, and runs it again when it fails.</summary>
public interface IService
{
    /// <summary>A short name for logs and threads, as in "dns".</summary>
    string Name { get; }

    /// <summary>Works until <see cref="Stop"/>. Returning or throwing before that means that it failed; what it opened is closed by then, so that it can be run again.</summary>
    void Run();

    /// <summary>Makes <see cref="Run"/> return soon, called from another thread. Final: once stopped, a service returns from every later run at once.</summary>
    void Stop();
}
