using System;

namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>What is heard, as a list to choose from.</summary>
public static class HeardList
{
    /// <summary>Most networks of a list. A page shows no more, and /state stays small.</summary>
    public const int NetworksMax = 16;

    /// <summary>The same networks, best heard first, each name and kind of protection once, at most <see cref="NetworksMax"/>.</summary>
    public static WifiNetwork[] Of(WifiNetwork[] heard)
    {
        WifiNetwork[] list = new WifiNetwork[NetworksMax];
        int count = 0;

        for (int bars = WifiNetwork.BarsMax; bars >= 0; bars--)
        {
            for (int i = 0; i < heard.Length && count < NetworksMax; i++)
            {
                if (heard[i].Bars == bars && !IsIn(list, count, heard[i]))
                {
                    list[count++] = heard[i];
                }
            }
        }

        WifiNetwork[] whole = new WifiNetwork[count];
        Array.Copy(list, whole, count);
        return whole;
    }

    private static bool IsIn(WifiNetwork[] list, int count, WifiNetwork network)
    {
        for (int i = 0; i < count; i++)
        {
            if (list[i].Ssid == network.Ssid && list[i].Kind == network.Kind)
            {
                return true;
            }
        }

        return false;
    }
}
