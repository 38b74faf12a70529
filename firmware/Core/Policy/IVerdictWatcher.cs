namespace ToyGuard.Core.Policy;

/// <summary>Is told of verdicts as they are given.</summary>
public interface IVerdictWatcher
{
    /// <summary>Called under the gate's lock: be quick, do not call the gate, and copy what is to be kept, since the question is used again.</summary>
    void OnVerdict(GateQuery query, Verdict verdict);
}
