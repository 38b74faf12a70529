using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Samples;

/// <summary>What a using brought is named where it is used; the using goes with it.</summary>
public static class MissingType
{
    public static Task? Work; // refused: use a thread

    public static void Use(Dictionary<string, string> words) // refused: use Hashtable
    {
        try
        {
            Work = null;
        }
        catch (OverflowException) // refused: overflow never throws here
        {
        }
    }
}
