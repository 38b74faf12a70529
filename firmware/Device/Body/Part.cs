using System;

using ToyGuard.Kit.Body;

namespace ToyGuard.Device.Body;

/// <summary>One part that hangs on pins. Whatever it throws ends here: it rests, is opened anew, and the device goes on.</summary>
public abstract class Part
{
    private readonly PartRest _rest = new PartRest();
    private readonly string _name;

    /// <summary>A part that is closed until its first turn.</summary>
    /// <param name="name">What the serial port calls it.</param>
    protected Part(string name)
    {
        _name = name;
    }

    /// <summary>Lets it do what is due. Always from one thread.</summary>
    public void Turn(long nowMs)
    {
        if (!_rest.IsDue(nowMs))
        {
            return;
        }

        try
        {
            Work(nowMs);
            Tell(true);
            _rest.OnGood();
        }
        catch (Exception)
        {
            Tell(false);
            _rest.OnFault(nowMs);
            Close();
        }
    }

    /// <summary>Opens it if it is closed, and does what is due. May throw.</summary>
    protected abstract void Work(long nowMs);

    /// <summary>Forgets what it had open.</summary>
    protected abstract void Drop();

    private void Close()
    {
        try
        {
            Drop();
        }
        catch (Exception)
        {
            // What cannot be closed either is opened anew all the same.
        }
    }

    private void Tell(bool isWell)
    {
        if (isWell != _rest.IsWell)
        {
            Console.WriteLine("part " + _name + (isWell ? " works" : " failed"));
        }
    }
}
