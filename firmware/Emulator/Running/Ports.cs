using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;

using ToyGuard.Edge.Web;
using ToyGuard.Emulator.Commands;

namespace ToyGuard.Emulator.Running;

/// <summary>Opens a run's ports before anything starts, so that one that cannot be had ends the run in one line.</summary>
internal static class Ports
{
    /// <summary>Opens one service. The options are those that say its address and its port.</summary>
    public static void Open(Action open, string addressOption, string portOption, IPAddress address, int port)
    {
        try
        {
            open();
        }
        catch (SocketException e)
        {
            string wrong = e.SocketErrorCode == SocketError.AddressNotAvailable ? addressOption : portOption;
            throw new WrongUseException($"{wrong}: cannot listen on {address}:{port}: {Texts.Shown(e.Message)}");
        }
    }

    /// <summary>Opens the page at all its doors: it is one service at several addresses, and when it cannot listen it does not say at which.</summary>
    public static void OpenPage(WebServer web, IReadOnlyList<PageDoor> doors)
    {
        foreach (PageDoor door in doors)
        {
            Open(() => Try(door.Address, door.Listener.Port), door.AddressOption, door.PortOption, door.Address, door.Listener.Port);
        }

        Open(web.Open, "--http-port", "--http-port", doors[0].Address, doors[0].Listener.Port);
    }

    private static void Try(IPAddress address, int port)
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(address, port));
    }
}
