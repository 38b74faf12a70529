using System.Collections.Generic;
using System.Net;

using ToyGuard.Core.Policy;

namespace ToyGuard.Emulator.Toys;

/// <summary>One toy of this run.</summary>
/// <param name="Number">From 1, as the gate counts.</param>
/// <param name="Name">Its manifest's file name without .json.</param>
/// <param name="Manifest">What its maker declares.</param>
/// <param name="Addresses">Where it asks from; empty for a toy that has no address in this run.</param>
internal sealed record EmulatedToy(int Number, string Name, Manifest Manifest, IReadOnlyList<IPAddress> Addresses);
