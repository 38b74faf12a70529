using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

using ToyGuard.Emulator.Commands;

namespace ToyGuard.Emulator.Lab;

/// <summary>Reads a lab network from JSON: <c>{"resolve":{"name":["address"]},"connect":{"address:port":"127.0.0.1:port"}}</c>.</summary>
/// <remarks>Connections may only be led to this machine: a lab that led them into the home network would pass by the judgement of addresses.</remarks>
internal static class LabFile
{
    /// <summary>A lab is a few lines; more than this is some other file.</summary>
    public const int LengthMax = 1024 * 1024;

    /// <summary>What a DNS answer of 512 bytes holds beside the question.</summary>
    public const int AddressesMax = 8;

    public static LabTable Read(string path)
    {
        try
        {
            FileInfo file = new(path);

            if (file.Exists && file.Length > LengthMax)
            {
                throw Bad(path, "it is longer than 1 MiB");
            }

            using JsonDocument document = JsonDocument.Parse(
                File.ReadAllBytes(path), new JsonDocumentOptions { AllowDuplicateProperties = false });
            return Read(path, document.RootElement);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"--lab: {Texts.Shown(path)} cannot be read: {Texts.Shown(e.Message)}");
        }
        catch (JsonException e)
        {
            throw Bad(path, "it is not JSON: " + Texts.Shown(e.Message));
        }
    }

    private static LabTable Read(string path, JsonElement root)
    {
        LabTable table = new();

        foreach (JsonProperty member in Members(path, root, "the file"))
        {
            switch (member.Name)
            {
                case "resolve":
                    ReadResolve(path, member.Value, table);
                    break;
                case "connect":
                    ReadConnect(path, member.Value, table);
                    break;
                default:
                    throw Bad(path, $"'{Texts.Shown(member.Name)}' is unknown; there are 'resolve' and 'connect'");
            }
        }

        return table;
    }

    private static void ReadResolve(string path, JsonElement resolve, LabTable table)
    {
        foreach (JsonProperty name in Members(path, resolve, "resolve"))
        {
            string place = $"resolve '{Texts.Shown(name.Name)}'";

            if (name.Value.ValueKind != JsonValueKind.Array || name.Value.GetArrayLength() > AddressesMax)
            {
                throw Bad(path, $"{place} must be a list of at most {AddressesMax} addresses");
            }

            List<IPAddress> addresses = [];

            foreach (JsonElement item in name.Value.EnumerateArray())
            {
                addresses.Add(ReadClaimed(path, place, item));
            }

            if (!table.TryAddName(name.Name, addresses))
            {
                throw Bad(path, $"{place} is not a host name, or is there twice");
            }
        }
    }

    private static IPAddress ReadClaimed(string path, string place, JsonElement item)
    {
        string text = item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText();

        if (Texts.TryAddress(text, out IPAddress address))
        {
            return address;
        }

        // The hub asks for IPv4 only; a name that has nothing else is worth a place in a lab.
        if (IPAddress.TryParse(text, out IPAddress? longer) && longer.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return longer;
        }

        throw Bad(path, $"{place}: '{Texts.Shown(text)}' is not an address");
    }

    private static void ReadConnect(string path, JsonElement connect, LabTable table)
    {
        foreach (JsonProperty route in Members(path, connect, "connect"))
        {
            string place = $"connect '{Texts.Shown(route.Name)}'";

            if (!Texts.TryEndPoint(route.Name, out IPEndPoint claimed))
            {
                throw Bad(path, $"{place} is not address:port");
            }

            if (route.Value.ValueKind != JsonValueKind.String
                || !Texts.TryEndPoint(route.Value.GetString()!, out IPEndPoint real)
                || !IPAddress.IsLoopback(real.Address))
            {
                throw Bad(path, $"{place} must lead to this machine, as in 127.0.0.1:9443");
            }

            table.AddRoute(claimed, real);
        }
    }

    private static JsonElement.ObjectEnumerator Members(string path, JsonElement element, string place)
    {
        return element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject()
            : throw Bad(path, $"{place} must be an object in braces");
    }

    private static WrongUseException Bad(string path, string why)
    {
        return new WrongUseException($"--lab: {Texts.Shown(path)} is no lab file: {why}");
    }
}
