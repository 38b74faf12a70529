using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading;

namespace ToyGuard.Device.Bench.Hands;

/// <summary>The virtual board of an Emulator, by its API.</summary>
internal sealed class BoardHand : IHand, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http;
    private readonly string _ssid;
    private readonly string _key;

    /// <summary>The board at <paramref name="url"/>, whose air has that network.</summary>
    public BoardHand(string url, string ssid, string key)
    {
        _http = new HttpClient { BaseAddress = new Uri(url), Timeout = s_patience };
        _http.DefaultRequestHeaders.Add("X-ToyGuard-Board", "1");
        _ssid = ssid;
        _key = key;
    }

    public string BringHome()
    {
        JsonElement shown = State();

        if (shown.GetProperty("joined").GetString() == "")
        {
            Until(state => state.GetProperty("ap").GetBoolean(), "its own Wi-Fi never opened");
            Do("press", "{}");
            Until(IsChoosing, "it never asked for a Wi-Fi");
            Uri page = new(State().GetProperty("links").GetProperty("setup").GetString()!);
            byte[] choice = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { ssid = _ssid, key = _key }));
            WireTo(page).Post("/setup", "application/json", choice);
            shown = Until(state => state.GetProperty("joined").GetString() == _ssid, "it never joined " + _ssid);
        }

        return shown.GetProperty("links").GetProperty("home").GetString()!;
    }

    public void Press()
    {
        Do("press", "{}");
    }

    public string Code()
    {
        return Until(state => state.GetProperty("display").GetProperty("code").GetString() != "", "it showed no code").GetProperty("display").GetProperty("code").GetString()!;
    }

    public void PullPlug()
    {
        Do("power", """{"on":false}""");
    }

    public void PutPlugIn()
    {
        Do("power", """{"on":true}""");
    }

    public void Wipe()
    {
        Do("hold", """{"seconds":15}""");
        Until(state => state.GetProperty("sign").GetString() == "wipe-warning", "it did not warn");
        Do("press", "{}");
    }

    public void Dispose()
    {
        _http.Dispose();
    }

    private static bool IsChoosing(JsonElement state)
    {
        string link = state.GetProperty("links").GetProperty("setup").GetString()!;

        if (link.Length == 0)
        {
            return false;
        }

        try
        {
            PhoneExchange answer = WireTo(new Uri(link)).Get("/state");
            using JsonDocument document = JsonDocument.Parse(answer.Status == 200 ? answer.Text : "{}");
            return document.RootElement.TryGetProperty("setup", out JsonElement setup) && setup.GetProperty("step").GetString() == "choose" && setup.GetProperty("networks").GetArrayLength() > 0;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // No phone is in the device's own Wi-Fi just now.
            return false;
        }
    }

    private static PhoneWire WireTo(Uri page)
    {
        return new PhoneWire(new IPEndPoint(IPAddress.Parse(page.Host), page.Port), page.Authority);
    }

    private JsonElement State()
    {
        using JsonDocument document = JsonDocument.Parse(_http.GetStringAsync("api/state").GetAwaiter().GetResult());
        return document.RootElement.Clone();
    }

    private JsonElement Until(Func<JsonElement, bool> isIt, string fault)
    {
        long begun = Stopwatch.GetTimestamp();

        while (true)
        {
            JsonElement state = State();

            if (isIt(state))
            {
                return state;
            }

            if (Stopwatch.GetElapsedTime(begun) > s_patience)
            {
                throw new StepFailedException(fault);
            }

            Thread.Sleep(50);
        }
    }

    private void Do(string what, string json)
    {
        using StringContent content = new(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = _http.PostAsync("api/" + what, content).GetAwaiter().GetResult();

        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new StepFailedException($"the board refused {what}: {answer.Content.ReadAsStringAsync().GetAwaiter().GetResult()}");
        }
    }
}
