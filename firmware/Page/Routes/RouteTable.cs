using ToyGuard.Assets;
using ToyGuard.Wire.Http;

namespace ToyGuard.Page.Routes;

/// <summary>Every path there is, what it answers, and whether it is read or posted to. A path that is not here is not there (AUTH-01).</summary>
public static class RouteTable
{
    /// <summary>The number of no route.</summary>
    internal const int None = -1;

    // Those before the parts of the page.
    private const int FixedCount = 7;

    /// <summary>The route that the path of a whole head leads to, or <see cref="None"/>; any query is passed over, since phones and links add theirs.</summary>
    internal static int Of(RequestHead head, byte[] buffer)
    {
        int length = 0;

        while (length < head.TargetLength && buffer[head.TargetOffset + length] != '?')
        {
            length++;
        }

        for (int i = 0; i < Count; i++)
        {
            if (IsPath(PathAt(i), buffer, head.TargetOffset, length))
            {
                return i;
            }
        }

        return None;
    }

    /// <summary>How many there are.</summary>
    public static int Count
    {
        get { return FixedCount + PageAssets.PartCount; }
    }

    /// <summary>The path of one of them.</summary>
    public static string PathAt(int index)
    {
        return index switch
        {
            0 => "/",
            1 => "/help",
            2 => "/state",
            3 => "/door",
            4 => "/setup",
            5 => "/ask",
            6 => "/my-toy",
            _ => PageAssets.PartPathAt(index - FixedCount),
        };
    }

    /// <summary>What it answers.</summary>
    public static PageContent ContentAt(int index)
    {
        return index switch
        {
            0 => PageContent.Page,
            1 => PageContent.Help,
            2 => PageContent.State,
            3 => PageContent.Door,
            4 => PageContent.SetUp,
            5 => PageContent.Ask,
            6 => PageContent.MyToy,
            None => PageContent.NoPage,
            _ => PageContent.Part,
        };
    }

    /// <summary>For what is packed its number in <see cref="PageAssets"/>: at home and on the device's own Wi-Fi the page differs in what it begins with.</summary>
    internal static int PackedAt(int index, bool isHomeSide)
    {
        return index switch
        {
            0 => isHomeSide ? PageAssets.Home : PageAssets.Own,
            1 => PageAssets.Help,
            _ => index - FixedCount + PageAssets.FirstPart,
        };
    }

    /// <summary>True for what is posted to; everything else is read, and reading changes nothing (WEB-02).</summary>
    public static bool IsPosted(PageContent content)
    {
        return content is PageContent.Door or PageContent.SetUp or PageContent.Ask;
    }

    private static bool IsPath(string path, byte[] buffer, int offset, int length)
    {
        if (path.Length != length)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (buffer[offset + i] != path[i])
            {
                return false;
            }
        }

        return true;
    }
}
