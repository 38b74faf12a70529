using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

using ToyGuard.Core.Policy;
using ToyGuard.Emulator.Commands;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Emulator.Toys;

/// <summary>The toys of a run with their addresses, and what the gate starts from.</summary>
internal static class Household
{
    /// <summary>Gives the toys of <paramref name="folder"/> their addresses: those of --toy-at, else 127.0.0.1 and up in file-name order.</summary>
    public static IReadOnlyList<EmulatedToy> Gather(
        IReadOnlyList<(string Name, Manifest Manifest)> folder, IReadOnlyList<(IPAddress Address, string Name)> toyAt)
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
    public static int NumberOf(IReadOnlyList<(string Name, Manifest Manifest)> folder, string name, string option)
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

    /// <summary>What the gate starts from: nothing is approved, or what <paramref name="accepted"/> says.</summary>
    public static GateState NewState(IReadOnlyList<(string Name, Manifest Manifest)> folder, Acceptance accepted, Moment now)
    {
        ToyState[] toys = new ToyState[folder.Count];

        for (int i = 0; i < toys.Length; i++)
        {
            Manifest manifest = folder[i].Manifest;
            toys[i] = new ToyState(
                folder[i].Name,
                manifest,
                Array.ConvertAll(manifest.Endpoints, endpoint => new EndpointState(endpoint, IsAccepted(endpoint, accepted), 0)));
        }

        return new GateState(toys) { IsPaired = accepted != Acceptance.NotPaired, Now = now };
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

    // Third parties wait for a real guardian.
    private static bool IsAccepted(Endpoint endpoint, Acceptance accepted)
    {
        bool isSchemeAccepted = endpoint.Scheme switch
        {
            Scheme.Https or Scheme.Tls => accepted != Acceptance.NotPaired,
            Scheme.Http => accepted == Acceptance.PlainToo,
            _ => false,
        };

        return endpoint.Party == Party.First && isSchemeAccepted;
    }
}
