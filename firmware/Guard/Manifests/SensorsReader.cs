using System.Collections;

using ToyGuard.Core.Policy;
using ToyGuard.Wire.Json;

namespace ToyGuard.Guard.Manifests;

/// <summary>Reads the list of sensor uses. What it returns means something only when there was no complaint.</summary>
internal sealed class SensorsReader
{
    private const int SensorsMax = 8;

    private readonly ManifestCursor _cursor;
    private readonly ArrayList _uses = new ArrayList();
    private readonly string[] _names = new string[] { "kind", "purpose", "mode" };
    private readonly string[] _kinds = Vocabulary.SensorKinds();
    private readonly string[] _purposes = Vocabulary.SensorPurposes();
    private readonly string[] _modes = Vocabulary.SensorModes();

    internal SensorsReader(ManifestCursor cursor)
    {
        _cursor = cursor;
    }

    internal SensorUse[] Read()
    {
        string path = _cursor.Path;

        if (_cursor.Open(JsonToken.ArrayStart))
        {
            int index = -1;

            while (_cursor.NextObject(path, ref index))
            {
                if (index == SensorsMax)
                {
                    _cursor.Complain("A manifest has at most 8 uses of sensors.", null);
                }

                if (index >= SensorsMax)
                {
                    _cursor.SkipRest();
                }
                else
                {
                    ReadOne();
                }
            }
        }

        SensorUse[] uses = new SensorUse[_uses.Count];

        for (int i = 0; i < uses.Length; i++)
        {
            uses[i] = (SensorUse)_uses[i]!;
        }

        return uses;
    }

    private void ReadOne()
    {
        string path = _cursor.Path;
        int line = _cursor.Line;
        int seen = 0;
        int kind = -1;
        int purpose = -1;
        int mode = -1;

        for (int member = _cursor.NextMember(path, _names); member >= 0; member = _cursor.NextMember(path, _names))
        {
            seen |= 1 << member;

            if (member == 0)
            {
                kind = _cursor.Word(_kinds, "sensor");
            }
            else if (member == 1)
            {
                purpose = _cursor.Word(_purposes, "purpose of a sensor");
            }
            else
            {
                mode = _cursor.Word(_modes, "mode");
            }
        }

        _cursor.RequireMembers(path, _names, _names.Length, seen, line);

        if (kind < 0 || purpose < 0 || mode < 0)
        {
            return;
        }

        SensorUse use = new SensorUse(_kinds[kind], _purposes[purpose], _modes[mode]);

        if (use.Mode == Vocabulary.PushToTalk && use.Kind != "microphone")
        {
            _cursor.ComplainAt(line, ManifestCursor.MemberOf(path, "mode"), "Only a microphone is pushed to talk.", "\"on-demand\"");
        }

        for (int i = 0; i < _uses.Count; i++)
        {
            SensorUse other = (SensorUse)_uses[i]!;

            if (other.Kind == use.Kind && other.Purpose == use.Purpose)
            {
                _cursor.ComplainAt(line, path, "The same sensor stands twice with the same purpose; a parent agrees to each once.", null);
                break;
            }
        }

        _uses.Add(use);
    }
}
