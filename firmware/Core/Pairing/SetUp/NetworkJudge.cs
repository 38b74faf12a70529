namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>Says from what is heard whether a network can be joined. A name is never enough: it has to be protected as it was when it was chosen (PAIR-05).</summary>
public static class NetworkJudge
{
    /// <summary>None when one is heard that may be joined with this key, else what to tell.</summary>
    /// <remarks>One name may be heard often: a large home has several radios, and somebody may send the same name without protection.</remarks>
    public static WifiFault Judge(WifiNetwork[] heard, string ssid, string key)
    {
        WifiFault fault = WifiFault.NotHeard;

        for (int i = 0; i < heard.Length; i++)
        {
            if (heard[i].Ssid == ssid)
            {
                WifiFault found = key.Length == 0 ? FaultWithout(heard[i].Kind) : FaultWith(heard[i].Kind);

                if (found == WifiFault.None)
                {
                    return found;
                }

                // Of several things to tell, the one that somebody can do something about.
                if (fault is WifiFault.NotHeard or WifiFault.Failed)
                {
                    fault = found;
                }
            }
        }

        return fault;
    }

    private static WifiFault FaultWithout(WifiKind kind)
    {
        return kind switch
        {
            WifiKind.Open => WifiFault.None,
            WifiKind.Wpa2 => WifiFault.WrongKey,
            WifiKind.Wpa3 => WifiFault.Wpa3,
            _ => WifiFault.Failed,
        };
    }

    private static WifiFault FaultWith(WifiKind kind)
    {
        return kind switch
        {
            WifiKind.Wpa2 => WifiFault.None,
            WifiKind.Wpa3 => WifiFault.Wpa3,
            _ => WifiFault.Failed,
        };
    }
}
