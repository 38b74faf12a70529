namespace ToyGuard.Kit.Play.Tests;

/// <summary>What happens while a sensor is read.</summary>
public interface ISwitchedOff
{
    void Happens();
}
