using System;

namespace ToyGuard.Fakes;

/// <summary>Checks that the two test libraries spell differently.</summary>
public static class Check
{
    /// <summary>Fails unless <paramref name="action"/> throws exactly <paramref name="exception"/>.</summary>
    public static void Throws(Type exception, Action action)
    {
        string thrown = "nothing";

        try
        {
            action();
        }
        catch (Exception e)
        {
            thrown = e.GetType().FullName!;
        }

        Assert.AreEqual(exception.FullName!, thrown);
    }
}
