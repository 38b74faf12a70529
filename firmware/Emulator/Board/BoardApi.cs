using System;
using System.Text.Json;

using ToyGuard.Emulator.Power;
using ToyGuard.Wire.Http;

namespace ToyGuard.Emulator.Board;

/// <summary>The board's page and its JSON API: what is asked in, an answer out. <c>/api/events</c> alone is the server's own.</summary>
internal sealed class BoardApi
{
    /// <summary>Where the events are.</summary>
    public const string Events = "/api/events";

    private const int SecondsMax = 400 * 24 * 3600;

    private readonly IBench _bench;

    /// <summary>The API of <paramref name="bench"/>.</summary>
    public BoardApi(IBench bench)
    {
        _bench = bench;
    }

    /// <summary>The bench behind it.</summary>
    public IBench Bench
    {
        get { return _bench; }
    }

    /// <summary>Answers a request that may be answered.</summary>
    public BoardAnswer Answer(BoardRequest request)
    {
        return request.Method switch
        {
            HttpMethod.Get or HttpMethod.Head => Look(request.Target),
            HttpMethod.Post => Act(request),
            _ => BoardAnswer.Bare(405),
        };
    }

    private BoardAnswer Look(string target)
    {
        return target switch
        {
            "/" => BoardPage.Answer,
            "/api/state" => BoardAnswer.Of(_bench.StateJson(isWhole: true)),
            "/api/light" => BoardAnswer.Of(_bench.LightJson()),
            _ => BoardAnswer.Bare(404),
        };
    }

    private BoardAnswer Act(BoardRequest request)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(request.Body.Length == 0 ? "{}"u8.ToArray() : request.Body);
            JsonElement body = document.RootElement;

            return request.Target switch
            {
                "/api/press" => BoardAnswer.Done(_bench.Press()),
                "/api/hold" => BoardAnswer.Done(_bench.Hold(Number(body, "seconds", 1, 60))),
                "/api/paw" => BoardAnswer.Done(_bench.Paw()),
                "/api/paw-hold" => BoardAnswer.Done(_bench.HoldPaw()),
                "/api/talk" => BoardAnswer.Done(_bench.Talk(body.GetProperty("held").GetBoolean())),
                "/api/power" => BoardAnswer.Done(_bench.Power(body.GetProperty("on").GetBoolean(), body.TryGetProperty("afterBytes", out _) ? Number(body, "afterBytes", 0, int.MaxValue) : 0)),
                "/api/brown-out" => Fail(BrownOut.Of(body.TryGetProperty("seed", out _) ? Number(body, "seed", 0, int.MaxValue) : Random.Shared.Next())),
                "/api/forget" => BoardAnswer.Done(_bench.Forget()),
                "/api/clock" when body.TryGetProperty("speed", out _) => BoardAnswer.Done(_bench.Speed(Number(body, "speed", 1, FastTime.SpeedMax))),
                "/api/clock" => BoardAnswer.Done(_bench.Shift(Number(body, "shift", -SecondsMax, SecondsMax))),
                "/api/break" => BoardAnswer.Done(_bench.Break(body.GetProperty("part").GetString() ?? "", body.GetProperty("broken").GetBoolean())),
                "/api/wifi" => BoardAnswer.Done(_bench.Fault(body.GetProperty("network").GetString() ?? "", body.GetProperty("fault").GetString() ?? "")),
                _ => BoardAnswer.Bare(404),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or System.Collections.Generic.KeyNotFoundException or FormatException)
        {
            // Not JSON, not an object, a member that is missing or of another kind.
            return BoardAnswer.Bare(400);
        }
    }

    // Whoever let it be drawn learns what it is, to have the very same again.
    private BoardAnswer Fail(BrownOut fault)
    {
        string? refusal = _bench.BrownOut(fault);
        return refusal is null
            ? BoardAnswer.Of($$"""{"ok":true,"seed":{{fault.Seed}},"afterBytes":{{fault.AfterBytes}},"offMs":{{fault.OffMs}}}""")
            : BoardAnswer.Done(refusal);
    }

    private static int Number(JsonElement body, string name, int min, int max)
    {
        int number = body.GetProperty(name).GetInt32();
        return number >= min && number <= max ? number : throw new FormatException(name);
    }
}
