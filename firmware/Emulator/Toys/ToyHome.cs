using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

using ToyGuard.Core.Settings;
using ToyGuard.Emulator.Commands;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Emulator.Toys;

/// <summary>The toys of a run with their addresses.</summary>
internal static class ToyHome
{
    /// <summary>The toys of <paramref name="folder"/> with the addresses that they have in a run: with DHCP none but those of --toy-at, until it gives them some.</summary>
    public static IReadOnlyList<EmulatedToy> Gather(IReadOnlyList<DeclaredToy> folder, RunSettings settings)
    {
        foreach ((byte[] _, string name) in settings.Stations)
        {
            _ = name.Length == 0 ? 0 : NumberOf(folder, name, "--station");
        }

        IReadOnlyList<EmulatedToy> toys = Gather(folder, settings.ToyAt);
        return settings.DhcpPort is null || settings.ToyAt.Count > 0 ? toys : [.. toys.Select(toy => toy with { Addresses = [] })];
    }

    /// <summary>Gives the toys of <paramref name="folder"/> their addresses: those of --toy-at, else 127.0.0.1 and up in file-name order.</summary>
    public static IReadOnlyList<EmulatedToy> Gather(
        IReadOnlyList<DeclaredToy> folder, IReadOnlyList<(IPAddress Address, string Name)> toyAt)
    {
        foreach ((IPAddress _, string name) in toyAt)
        {
            _ = NumberOf(folder, name, "--toy-at");
        }

        if (Math.Max(toyAt.Count, folder.Count) > ToyAddresses.Capacity)
        {
            throw new WrongUseException($"there are more toys than the hub has room for ({ToyAddresses.Capacity})");
        }

        return [.. folder.Select((toy, at) => new EmulatedToy(
            at + 1,
            toy.Name,
            toy.Manifest,
            toyAt.Count == 0
                ? [new IPAddress([127, 0, 0, (byte)(at + 1)])]
                : [.. toyAt.Where(place => place.Name == toy.Name).Select(place => place.Address)]))];
    }

    /// <summary>The number of the toy called <paramref name="name"/>, from 1.</summary>
    public static int NumberOf(IReadOnlyList<DeclaredToy> folder, string name, string option)
    {
        for (int i = 0; i < folder.Count; i++)
        {
            if (folder[i].Name == name)
            {
                return i + 1;
            }
        }

        string known = string.Join(", ", folder.Select(toy => toy.Name));
        throw new WrongUseException($"{option}: there is no toy '{Texts.Shown(name)}'; there is {Texts.Shown(known)}");
    }

    /// <summary>The table that tells services which toy asks.</summary>
    public static ToyAddresses AddressesOf(IReadOnlyList<EmulatedToy> toys)
    {
        ToyAddresses addresses = new();

        foreach (EmulatedToy toy in toys)
        {
            foreach (IPAddress address in toy.Addresses)
            {
                addresses.Add(address.GetAddressBytes(), toy.Number);
            }
        }

        return addresses;
    }
}
