using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Board;

/// <summary>How a tester brings a run home and takes a phone to it: presses, what the display shows, and the page's own wire.</summary>
internal static class SetUpWalk
{
    /// <summary>The key of the Wi-Fi named Home.</summary>
    public const string Key = "sunny-day-42";

    /// <summary>Starts a device out of its box, its air played quickly.</summary>
    public static EmulatorRun Start(string mode)
    {
        string[] args = ["--board-port", "0", "--air", "quick"];
        return mode == "toy" ? EmulatorRun.StartToy(["--commands", .. args]) : EmulatorRun.Start(args);
    }

    /// <summary>Half one, to its good end.</summary>
    public static void BringHome(EmulatorRun run, BoardClient board)
    {
        Choose(run, board, () => { });
        board.Until(state => state.GetProperty("joined").GetString() == "Home");
    }

    /// <summary>Half one: a press, a look, the choice; <paramref name="before"/> happens just before the choice.</summary>
    public static void Choose(EmulatorRun run, BoardClient board, Action before, string key = Key)
    {
        board.Until(state => state.GetProperty("ap").GetBoolean());
        board.Do("press");
        board.Until(_ => State(run) is JsonElement state && state.GetProperty("step").GetString() == "choose" && state.GetProperty("networks").GetArrayLength() > 0);
        before();
        ChooseAgain(run, key);
    }

    /// <summary>The choice alone.</summary>
    public static void ChooseAgain(EmulatorRun run, string key = Key)
    {
        byte[] choice = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { ssid = "Home", key }));
        Assert.AreEqual(200, Wire(run, "page", "127.0.0.1").Post("/setup", "application/json", choice).Status);
    }

    /// <summary>Presses, and waits for the code.</summary>
    public static JsonElement PressForTheCode(BoardClient board)
    {
        board.Do("press");
        return board.Until(state => state.GetProperty("display").GetProperty("code").GetString() != "");
    }

    /// <summary>What the page on the device's own Wi-Fi says of half one; null while no phone can be there.</summary>
    public static JsonElement? State(EmulatorRun run)
    {
        try
        {
            PhoneExchange answer = Wire(run, "page", "127.0.0.1").Get("/state");
            return answer.Status == 200 ? JsonDocument.Parse(answer.Body).RootElement.GetProperty("setup") : null;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return null;
        }
    }

    /// <summary>A phone that nobody knows yet, at home.</summary>
    public static TestPhone PhoneAtHome(EmulatorRun run, BoardClient board)
    {
        PhoneWire wire = Wire(run, "page-phone", board.State().GetProperty("label").GetString()! + ".localhost");

        return new TestPhone(message =>
        {
            try
            {
                return wire.Door(message);
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                return null;
            }
        });
    }

    /// <summary>The wire to one of the page's doors.</summary>
    public static PhoneWire Wire(EmulatorRun run, string service, string name)
    {
        Uri url = new(run.UrlOf(service));
        return new PhoneWire(new IPEndPoint(IPAddress.Parse(url.Host), url.Port), $"{name}:{url.Port}");
    }
}
