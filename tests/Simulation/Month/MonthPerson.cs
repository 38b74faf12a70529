using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Pairing;
using ToyGuard.Fakes;

namespace ToyGuard.Simulation.Month;

/// <summary>Somebody with a paired phone, and what a family may expect of the device about it. Times are seconds of the month.</summary>
internal sealed class MonthPerson(TestPhone phone, Role role, int number, long endsAt)
{
    private const int Free = 5;
    private const int FirstWait = 60;
    private const int LongestWait = 3600;
    private const int Calm = 18;
    private const long TwoDays = 2 * 86_400;

    private readonly List<long> _wrongs = [];
    private int _inARow;
    private long _waitsFrom;
    private bool _isShortened;

    /// <summary>Its phone now.</summary>
    public TestPhone Phone { get; set; } = phone;

    /// <summary>What it may do.</summary>
    public Role Role { get; } = role;

    /// <summary>Its number at the device.</summary>
    public int Number { get; } = number;

    /// <summary>True from the end of a pass on.</summary>
    public bool IsOver(long now)
    {
        return endsAt != 0 && now >= endsAt;
    }

    /// <summary>A wrong PIN was looked at.</summary>
    public void OnWrong(long now)
    {
        _wrongs.Add(now);
        _inARow++;
        _waitsFrom = now;
        _isShortened = false;
    }

    /// <summary>The right PIN was taken.</summary>
    public void OnRight()
    {
        _inARow = 0;
    }

    /// <summary>Somebody pressed the device: what is waited for may be shorter.</summary>
    public void OnPress()
    {
        _isShortened = true;
    }

    /// <summary>The power went: the whole of what is waited for runs again.</summary>
    public void OnCut(long now)
    {
        _waitsFrom = now;
    }

    /// <summary>True while not even the right PIN may be taken.</summary>
    public bool MustWait(long now)
    {
        int doubled = _inARow - Free;
        int seconds = doubled < 0 ? 0 : doubled > 6 ? LongestWait : FirstWait << doubled;
        return !_isShortened && now < _waitsFrom + (seconds > LongestWait ? LongestWait : seconds);
    }

    /// <summary>True when nothing can be a reason not to take the right PIN.</summary>
    public bool MayComeIn(long now)
    {
        return _inARow < Free && _wrongs.Count(at => now - at < TwoDays) < Calm;
    }
}
