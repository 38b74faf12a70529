using System;
using System.Text;

namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>Reads what the board's radio heard, as the platform hands it over in bytes. Every byte of it was sent by strangers.</summary>
/// <remarks>
///   0  1  networks n
///   1     n times 42 bytes: network address (6), name (32) and a NUL, strength in dBm (1, signed), protection (1), cipher (1)
/// The platform's own list leaves the protection out, and it is what decides (PAIR-05). Its numbers are those of ESP-IDF's wifi_auth_mode_t.
/// </remarks>
public static class ScanReport
{
    private const int EntryBytes = 42;
    private const int NameAt = 6;
    private const int NameBytes = 33;
    private const int StrengthAt = NameAt + NameBytes;
    private const int KindAt = StrengthAt + 1;

    // From how many dBm on a network has so many bars.
    private const int ThreeBars = -55;
    private const int TwoBars = -70;
    private const int OneBar = -85;

    /// <summary>The networks of a report, in its order. Left out: networks without a name, names that <see cref="WifiText.IsSsid"/> refuses, and whatever a report that is too short has not got.</summary>
    public static WifiNetwork[] Read(byte[] report)
    {
        int said = report.Length == 0 ? 0 : report[0];
        WifiNetwork[] found = new WifiNetwork[said];
        int count = 0;

        for (int i = 0, at = 1; i < said && report.Length - at >= EntryBytes; i++, at += EntryBytes)
        {
            string name = NameOf(report, at + NameAt);

            if (name.Length > 0)
            {
                found[count++] = new WifiNetwork(name, BarsOf((sbyte)report[at + StrengthAt]), KindOf(report[at + KindAt]));
            }
        }

        WifiNetwork[] networks = new WifiNetwork[count];
        Array.Copy(found, networks, count);
        return networks;
    }

    // Empty for one that cannot be told or joined by its text. A NUL with more behind it is a name that means to be taken for another.
    private static string NameOf(byte[] report, int at)
    {
        int length = 0;

        while (length < NameBytes && report[at + length] != 0)
        {
            length++;
        }

        for (int i = length; i < NameBytes; i++)
        {
            if (report[at + i] != 0)
            {
                return "";
            }
        }

        if (length == 0 || length > WifiText.SsidMax || !WifiText.IsUtf8(report, at, length))
        {
            return "";
        }

        string name = Encoding.UTF8.GetString(report, at, length);
        return WifiText.IsSsid(name) ? name : "";
    }

    private static int BarsOf(int dBm)
    {
        return dBm >= ThreeBars ? 3 : dBm >= TwoBars ? 2 : dBm >= OneBar ? 1 : 0;
    }

    private static WifiKind KindOf(int number)
    {
        switch (number)
        {
            case 0:
                return WifiKind.Open;
            case 3: // WPA2
            case 4: // WPA and WPA2
            case 7: // WPA2 and WPA3
                return WifiKind.Wpa2;
            case 6: // WPA3 alone
                return WifiKind.Wpa3;
            default:
                return WifiKind.Other;
        }
    }
}
