using System.Collections;

using ToyGuard.Core.Policy;
using ToyGuard.Wire.Json;

namespace ToyGuard.Guard.Manifests;

/// <summary>Reads the list of endpoints. What it returns means something only when there was no complaint.</summary>
internal sealed class EndpointsReader
{
    private const int EndpointsMax = 32;
    private const int Required = 8;

    // 1 TiB. A toy that needs more a day has no use for a limit.
    private const long DailyBytesMax = 1L << 40;

    private readonly ManifestCursor _cursor;
    private readonly HoursReader _hours;
    private readonly ArrayList _endpoints = new ArrayList();
    private readonly string?[] _ids = new string?[EndpointsMax];
    private readonly string?[] _places = new string?[EndpointsMax];
    private readonly string[] _names = new string[] { "id", "host", "port", "scheme", "owner", "party", "purpose", "data", "dailyBytes", "hours", "erase" };
    private readonly string[] _schemes = new string[] { "https", "tls", "http" };
    private readonly string[] _parties = new string[] { "first", "third" };
    private readonly string[] _purposes = Vocabulary.Purposes();
    private readonly string[] _dataKinds = Vocabulary.DataKinds();

    internal EndpointsReader(ManifestCursor cursor)
    {
        _cursor = cursor;
        _hours = new HoursReader(cursor);
    }

    internal Endpoint[] Read()
    {
        string path = _cursor.Path;

        if (_cursor.Open(JsonToken.ArrayStart))
        {
            int index = -1;

            while (_cursor.NextObject(path, ref index))
            {
                if (index == EndpointsMax)
                {
                    _cursor.Complain("A manifest has at most 32 endpoints.", null);
                }

                if (index >= EndpointsMax)
                {
                    _cursor.SkipRest();
                }
                else
                {
                    ReadOne(index);
                }
            }
        }

        Endpoint[] endpoints = new Endpoint[_endpoints.Count];

        for (int i = 0; i < endpoints.Length; i++)
        {
            endpoints[i] = (Endpoint)_endpoints[i]!;
        }

        return endpoints;
    }

    private void ReadOne(int index)
    {
        string path = _cursor.Path;
        int line = _cursor.Line;
        int complaints = _cursor.ComplaintCount;
        int seen = 0;

        string? id = null;
        HostPattern? host = null;
        int port = 0;
        Scheme scheme = Scheme.None;
        string? owner = null;
        Party party = Party.None;
        int purpose = -1;
        string[]? data = null;
        long dailyBytes = 0;
        WeeklyHours? hours = null;
        string erase = "";
        int eraseLine = 0;

        for (int member = _cursor.NextMember(path, _names); member >= 0; member = _cursor.NextMember(path, _names))
        {
            seen |= 1 << member;

            switch (member)
            {
                case 0:
                    id = ReadId(index);
                    break;
                case 1:
                    host = ReadHost();
                    break;
                case 2:
                    port = (int)_cursor.Whole(1, 65535);
                    break;
                case 3:
                    scheme = (Scheme)(_cursor.Word(_schemes, "scheme") + 1);
                    break;
                case 4:
                    owner = _cursor.Name();
                    break;
                case 5:
                    party = (Party)(_cursor.Word(_parties, "party") + 1);
                    break;
                case 6:
                    purpose = _cursor.Word(_purposes, "purpose");
                    break;
                case 7:
                    data = ReadData();
                    break;
                case 8:
                    dailyBytes = _cursor.Whole(0, DailyBytesMax);
                    break;
                case 9:
                    hours = _hours.Read();
                    break;
                default:
                    erase = ReadErase();
                    eraseLine = _cursor.Line;
                    break;
            }
        }

        _cursor.RequireMembers(path, _names, Required, seen, line);

        if (host != null && port > 0 && scheme != Scheme.None)
        {
            RequireOther(index, _schemes[(int)scheme - 1] + "://" + host.Text + ":" + port.ToString(), path, line);
        }

        if (erase.Length > 0)
        {
            RequireOneHost(host, scheme, path, eraseLine);
        }

        if (_cursor.IsCleanSince(complaints) && id != null && host != null && owner != null && data != null)
        {
            _endpoints.Add(new Endpoint(id, host, port, scheme, owner, party, _purposes[purpose], data, dailyBytes, hours, erase));
        }
    }

    private string? ReadId(int index)
    {
        string? id = _cursor.Code();
        int other = id == null ? -1 : IndexOf(_ids, id);

        if (other >= 0)
        {
            string longer = id + "-" + (index + 1).ToString();
            _cursor.Complain(
                "This id stands in " + ManifestCursor.ItemOf("endpoints", other) + " already; each endpoint has its own.",
                ManifestCursor.InQuotes(TextRules.IsCode(longer) ? longer : null));
        }

        _ids[index] = id;
        return id;
    }

    private HostPattern? ReadHost()
    {
        string? text = _cursor.Text();

        if (text == null)
        {
            return null;
        }

        HostPattern? host = HostPattern.Parse(text, out PatternFault fault);

        if (host == null)
        {
            _cursor.Complain(HostWords.Of(text, fault), ManifestCursor.InQuotes(HostWords.Suggestion(text)));
        }
        else if (host.Text != text)
        {
            _cursor.Complain("A host name is written in small letters, without a dot at the end.", ManifestCursor.InQuotes(host.Text));
        }

        return host;
    }

    private string[]? ReadData()
    {
        string path = _cursor.Path;

        if (!_cursor.Open(JsonToken.ArrayStart))
        {
            return null;
        }

        int line = _cursor.Line;
        TextList data = new TextList();
        int index = 0;

        for (; _cursor.NextText(path, index, out string? text); index++)
        {
            if (text == null || _cursor.IndexOf(text, _dataKinds, "kind of data") < 0)
            {
                continue;
            }

            if (data.Contains(text))
            {
                _cursor.Complain("This kind of data stands twice.", null);
            }

            data.Add(text);
        }

        if (index == 0)
        {
            _cursor.ComplainAt(line, path, "At least one kind of data must stand here.", "[\"" + Vocabulary.NoData + "\"]");
        }
        else if (data.Count > 1 && data.Contains(Vocabulary.NoData))
        {
            _cursor.ComplainAt(line, path, "\"none\" stands alone, or not at all.", null);
        }

        return data.ToArray();
    }

    // Empty, and a complaint, for what is none.
    private string ReadErase()
    {
        string? text = _cursor.Text();

        if (text != null && !ErasePath.IsFit(text))
        {
            _cursor.Complain("A path must stand here: \"/\", then letters, digits and - . _ ~ /, 128 characters at most.", null);
            text = null;
        }

        return text ?? "";
    }

    // A delete-request goes to one server that was checked.
    private void RequireOneHost(HostPattern? host, Scheme scheme, string path, int line)
    {
        if (scheme != Scheme.None && scheme != Scheme.Https)
        {
            _cursor.ComplainAt(line, ManifestCursor.MemberOf(path, "erase"), "Delete-requests go over https only; leave this out.", null);
        }
        else if (host != null && host.IsWildcard)
        {
            _cursor.ComplainAt(line, ManifestCursor.MemberOf(path, "erase"), "Delete-requests go to one host, and this one begins with a star; leave this out.", null);
        }
    }

    private void RequireOther(int index, string place, string path, int line)
    {
        int other = IndexOf(_places, place);

        if (other >= 0)
        {
            _cursor.ComplainAt(
                line,
                path,
                "It has the same host, port and scheme as " + ManifestCursor.ItemOf("endpoints", other) + "; make one of the two.",
                null);
        }

        _places[index] = place;
    }

    private static int IndexOf(string?[] texts, string text)
    {
        for (int i = 0; i < texts.Length; i++)
        {
            string? known = texts[i];

            // On the device an element that was never set crashes the comparison itself.
            if (known is not null && known == text)
            {
                return i;
            }
        }

        return -1;
    }
}
