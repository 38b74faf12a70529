using System;
using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Board;

/// <summary>A tester's tool at the board of a run.</summary>
internal sealed class BoardClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http;

    public BoardClient(string url)
    {
        _http = new HttpClient { BaseAddress = new Uri(url), Timeout = Patience };
        _http.DefaultRequestHeaders.Add("X-ToyGuard-Board", "1");
    }

    /// <summary>The board of <paramref name="run"/>, as it was printed.</summary>
    public static BoardClient Of(EmulatorRun run)
    {
        return new BoardClient(run.Line(line => line.StartsWith("board ", StringComparison.Ordinal))["board ".Length..]);
    }

    /// <summary>What the board shows now.</summary>
    public JsonElement State()
    {
        using JsonDocument document = JsonDocument.Parse(_http.GetStringAsync("api/state").GetAwaiter().GetResult());
        return document.RootElement.Clone();
    }

    /// <summary>What it shows once <paramref name="isIt"/> is so.</summary>
    public JsonElement Until(Func<JsonElement, bool> isIt)
    {
        long begun = Stopwatch.GetTimestamp();

        while (true)
        {
            JsonElement state = State();

            if (isIt(state))
            {
                return state;
            }

            Assert.IsTrue(Stopwatch.GetElapsedTime(begun) < Patience, "it never came; the board shows " + state);
            Thread.Sleep(50);
        }
    }

    /// <summary>Does something, which must work.</summary>
    public void Do(string what, string json = "{}")
    {
        (HttpStatusCode status, string answer) = Try(what, json);
        Assert.AreEqual(HttpStatusCode.OK, status, what + " " + answer);
    }

    /// <summary>Does something; what came of it.</summary>
    public (HttpStatusCode Status, string Answer) Try(string what, string json = "{}")
    {
        using StringContent content = new(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = _http.PostAsync("api/" + what, content).GetAwaiter().GetResult();
        return (answer.StatusCode, answer.Content.ReadAsStringAsync().GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        _http.Dispose();
    }
}
