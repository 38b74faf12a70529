using ToyGuard.Wire.Http;

namespace ToyGuard.Page.Probes;

/// <summary>Which hosts and paths phones and computers ask to see whether a network leads anywhere, and what each is answered. seeds/probes.json says where this comes from.</summary>
/// <remarks>Only ever asked on the device's own Wi-Fi while set-up is open there; nowhere else is a foreign Host answered (WEB-01).</remarks>
public static class ProbeTable
{
    /// <summary>What Apple's devices take for an open network: this text, whatever the head says.</summary>
    public const string SuccessPage = "<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>";

    private const int EntryLength = 3;

    // Host, path ("" is any), answer ("s" success, "r" redirect).
    private static readonly string[] s_entries =
    {
        "captive.apple.com", "", "s",
        "www.apple.com", "/library/test/success.html", "s",
        "gsp1.apple.com", "", "s",
        "www.appleiphonecell.com", "", "s",
        "www.itools.info", "", "s",
        "www.ibook.info", "", "s",
        "www.airport.us", "", "s",
        "www.thinkdifferent.us", "", "s",
        "connectivitycheck.gstatic.com", "", "r",
        "connectivitycheck.android.com", "", "r",
        "clients3.google.com", "/generate_204", "r",
        "clients2.google.com", "/generate_204", "r",
        "www.google.com", "/gen_204", "r",
        "play.googleapis.com", "/generate_204", "r",
        "www.gstatic.com", "/generate_204", "r",
        "connect.rom.miui.com", "", "r",
        "connectivitycheck.platform.hicloud.com", "", "r",
        "www.qualcomm.cn", "/generate_204", "r",
        "www.msftconnecttest.com", "", "r",
        "www.msftncsi.com", "", "r",
        "detectportal.firefox.com", "", "r",
        "nmcheck.gnome.org", "", "r",
        "networkcheck.kde.org", "", "r",
        "connectivity-check.ubuntu.com", "", "r",
        "network-test.debian.org", "", "r",
        "ping.archlinux.org", "", "r",
        "spectrum.s3.amazonaws.com", "/kindle-wifi/wifistub.html", "r",
    };

    /// <summary>How many entries there are.</summary>
    public static int Count
    {
        get { return s_entries.Length / EntryLength; }
    }

    /// <summary>Host of an entry, lower-case. A host may have several.</summary>
    public static string HostAt(int index)
    {
        return s_entries[index * EntryLength];
    }

    /// <summary>Path of an entry, without a query; empty for any path of that host.</summary>
    public static string PathAt(int index)
    {
        return s_entries[(index * EntryLength) + 1];
    }

    /// <summary>What an entry is answered.</summary>
    public static ProbeAnswer AnswerAt(int index)
    {
        return s_entries[(index * EntryLength) + 2] == "s" ? ProbeAnswer.Success : ProbeAnswer.Redirect;
    }

    /// <summary>The hosts of all entries, for the DNS of the device's own Wi-Fi.</summary>
    public static string[] Hosts()
    {
        string[] hosts = new string[Count];

        for (int i = 0; i < hosts.Length; i++)
        {
            hosts[i] = HostAt(i);
        }

        return hosts;
    }

    /// <summary>Judges a head that was read whole: GET or HEAD for one of these hosts, at whatever port, and for its path.</summary>
    public static ProbeAnswer Judge(RequestHead head, byte[] buffer)
    {
        if (head.Method != HttpMethod.Get && head.Method != HttpMethod.Head)
        {
            return ProbeAnswer.None;
        }

        int pathLength = 0;

        while (pathLength < head.TargetLength && buffer[head.TargetOffset + pathLength] != '?')
        {
            pathLength++;
        }

        for (int i = 0; i < Count; i++)
        {
            string path = PathAt(i);

            if (IsText(buffer, head.HostOffset, head.HostLength, HostAt(i), true)
                && (path.Length == 0 || IsText(buffer, head.TargetOffset, pathLength, path, false)))
            {
                return AnswerAt(i);
            }
        }

        return ProbeAnswer.None;
    }

    private static bool IsText(byte[] buffer, int at, int count, string text, bool isAnyCase)
    {
        if (count != text.Length)
        {
            return false;
        }

        for (int i = 0; i < count; i++)
        {
            int value = buffer[at + i];

            if (isAnyCase && value >= 'A' && value <= 'Z')
            {
                value |= 0x20;
            }

            if (value != text[i])
            {
                return false;
            }
        }

        return true;
    }
}
