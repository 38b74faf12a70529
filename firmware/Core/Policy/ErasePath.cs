namespace ToyGuard.Core.Policy;

/// <summary>The path under which a service takes delete-requests (DEL-03): a slash, then unreserved characters (RFC 3986, 2.3) and further slashes. No query, and nothing that would have to be escaped.</summary>
public static class ErasePath
{
    /// <summary>Most characters.</summary>
    public const int LengthMax = 128;

    /// <summary>True for what may stand in a manifest and be kept; an empty text is no path.</summary>
    public static bool IsFit(string text)
    {
        if (text.Length == 0 || text.Length > LengthMax || text[0] != '/')
        {
            return false;
        }

        for (int i = 1; i < text.Length; i++)
        {
            char c = text[i];
            bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');

            if (!isPlain && c != '/' && c != '-' && c != '.' && c != '_' && c != '~')
            {
                return false;
            }
        }

        return true;
    }
}
