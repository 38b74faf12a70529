namespace Samples;

public sealed class Flags
{
    private volatile bool _isStopped; // refused
    private bool _isPlain;

    public void Stop()
    {
        _isStopped = true;
        _isPlain = _isStopped;
    }

    public bool IsPlain()
    {
        return _isPlain;
    }
}
