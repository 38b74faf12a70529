using ToyGuard.Core.Policy;
using ToyGuard.Wire.Json;
using ToyGuard.Wire.Url;

namespace ToyGuard.Guard.Manifests;

/// <summary>Reads a toy's manifest, the one JSON file of design.md 4, or finds everything that is wrong with it at once.</summary>
/// <remarks>
/// A manifest is a ceiling, so nothing in it is guessed, mended or left out: with any complaint there is no manifest, and the toy stays closed (EGR-01).
/// manifest.schema.json beside this file says the same as far as a schema can; what only this reader knows: public suffixes, A-labels,
/// days that exist, ids and places that stand twice, and that a number has no point.
/// </remarks>
public static class ManifestReader
{
    /// <summary>Bytes of a manifest. One with 32 endpoints and full hours takes about a third of it.</summary>
    public const int LengthMax = 64 * 1024;

    private const int RootsMax = 4;

    // The first ten must stand.
    private const int Required = 10;

    /// <summary>Reads the first <paramref name="count"/> bytes of <paramref name="json"/>. Never throws on what they say.</summary>
    public static ManifestReading Read(byte[] json, int count)
    {
        bool isTooLong = count > LengthMax;
        ManifestCursor cursor = new ManifestCursor(new JsonReader(json, 0, isTooLong ? 0 : count));
        Manifest? manifest = null;

        if (isTooLong)
        {
            cursor.Complain("A manifest has at most 65,536 bytes.", null);
        }
        else
        {
            manifest = ReadAll(cursor);
            cursor.Finish();
        }

        return new ManifestReading(cursor.Complaints.Count == 0 ? manifest : null, cursor.Complaints);
    }

    private static Manifest? ReadAll(ManifestCursor cursor)
    {
        if (!cursor.Open(JsonToken.ObjectStart))
        {
            return null;
        }

        string[] names = new string[]
        {
            "manifest", "model", "name", "maker", "contact", "securityContact", "supportUntil", "ageBand", "endpoints", "sensors",
            "roots", "$schema",
        };
        string[] ageBands = new string[] { "under9", "9to12", "13to18" };
        int line = cursor.Line;
        int seen = 0;

        string? model = null;
        string? name = null;
        string? maker = null;
        string? contact = null;
        string? securityContact = null;
        string? supportUntil = null;
        AgeBand ageBand = AgeBand.Unknown;
        Endpoint[]? endpoints = null;
        SensorUse[]? sensors = null;
        string[] roots = new string[0];

        for (int member = cursor.NextMember("", names); member >= 0; member = cursor.NextMember("", names))
        {
            seen |= 1 << member;

            switch (member)
            {
                case 0:
                    cursor.Whole(1, 1);
                    break;
                case 1:
                    model = cursor.Code();
                    break;
                case 2:
                    name = cursor.Name();
                    break;
                case 3:
                    maker = cursor.Name();
                    break;
                case 4:
                    contact = ReadContact(cursor, false);
                    break;
                case 5:
                    securityContact = ReadContact(cursor, true);
                    break;
                case 6:
                    supportUntil = ReadDate(cursor);
                    break;
                case 7:
                    ageBand = (AgeBand)(cursor.Word(ageBands, "age band") + 1);
                    break;
                case 8:
                    endpoints = new EndpointsReader(cursor).Read();
                    break;
                case 9:
                    sensors = new SensorsReader(cursor).Read();
                    break;
                case 10:
                    roots = ReadRoots(cursor);
                    break;
                default:
                    cursor.Text();
                    break;
            }
        }

        cursor.RequireMembers("", names, Required, seen, line);

        if (model == null || name == null || maker == null || contact == null || securityContact == null || supportUntil == null
            || endpoints == null || sensors == null)
        {
            return null;
        }

        return new Manifest(model, name, maker, contact, securityContact, supportUntil, ageBand, endpoints, sensors, roots);
    }

    private static string? ReadContact(ManifestCursor cursor, bool mayBeMail)
    {
        string? text = cursor.Text();

        if (text == null || TextRules.IsWebAddress(text, out UrlFault fault) || (mayBeMail && TextRules.IsMailAddress(text)))
        {
            return text;
        }

        string wanted = mayBeMail
            ? "A link that begins with https:// or mailto: must stand here, 256 characters at most."
            : "A link that begins with https:// must stand here, 256 characters at most.";
        string? meant = mayBeMail && TextRules.IsMailAddress("mailto:" + text) ? "mailto:" + text
            : TextRules.IsWebAddress("https://" + text, out UrlFault _) ? "https://" + text
            : text.Length > 7 && text.Substring(0, 7) == "http://" && TextRules.IsWebAddress("https" + text.Substring(4), out UrlFault _)
                ? "https" + text.Substring(4)
            : null;
        bool isFaultWorthSaying = meant == null && fault > UrlFault.OtherScheme;
        cursor.Complain(isFaultWorthSaying ? wanted + " " + UrlFaultWords.Of(fault) : wanted, ManifestCursor.InQuotes(meant));
        return null;
    }

    private static string? ReadDate(ManifestCursor cursor)
    {
        string? text = cursor.Text();

        if (text == null || TextRules.IsDate(text, out string? lastOfMonth))
        {
            return text;
        }

        cursor.Complain(
            lastOfMonth == null ? "A date such as 2031-12-31 must stand here." : "That month has no such day.",
            ManifestCursor.InQuotes(lastOfMonth));
        return null;
    }

    private static string[] ReadRoots(ManifestCursor cursor)
    {
        string path = cursor.Path;
        TextList roots = new TextList();

        if (cursor.Open(JsonToken.ArrayStart))
        {
            for (int index = 0; cursor.NextText(path, index, out string? text); index++)
            {
                if (index == RootsMax)
                {
                    cursor.Complain("At most 4 files may stand here.", null);
                }

                if (text != null && !TextRules.IsFileName(text))
                {
                    cursor.Complain("A plain file name must stand here, as in root.pem: no folder, no space, 64 characters at most.", null);
                }
                else if (text != null && roots.Contains(text))
                {
                    cursor.Complain("This file stands twice.", null);
                }
                else if (text != null)
                {
                    roots.Add(text);
                }
            }
        }

        return roots.ToArray();
    }
}
