using System.Collections;

using ToyGuard.Core.Policy;

namespace ToyGuard.Edge.Toy;

/// <summary>What the toy's own program is called at its services, so that a delete-request there finds its account (DEL-03). In memory only, safe from any thread.</summary>
public sealed class Accounts
{
    /// <summary>Most characters of a reference.</summary>
    public const int LengthMax = 64;

    // As many as a manifest has endpoints.
    private const int HostsMax = 32;

    private readonly object _lock = new object();
    private readonly Hashtable _references = new Hashtable();

    /// <summary>Says by which word a service knows this toy.</summary>
    /// <param name="host">The service's host, as in the manifest.</param>
    /// <param name="reference">1 to <see cref="LengthMax"/> of A-Z a-z 0-9 - _, and nothing of a child's; empty for none.</param>
    /// <returns>False, and nothing changes, for anything else, and for more hosts than a manifest can name.</returns>
    public bool Set(string host, string reference)
    {
        HostName name = new HostName();

        if (name.Read(host) != HostFault.None || !IsFit(reference))
        {
            return false;
        }

        lock (_lock)
        {
            string key = name.ToString();

            if (!_references.Contains(key) && _references.Count == HostsMax)
            {
                return false;
            }

            _references[key] = reference;
            return true;
        }
    }

    /// <summary>That word; empty when none was said.</summary>
    /// <param name="host">As the gate compares it.</param>
    public string Of(string host)
    {
        lock (_lock)
        {
            return _references.Contains(host) ? (string)_references[host]! : "";
        }
    }

    private static bool IsFit(string reference)
    {
        if (reference.Length > LengthMax)
        {
            return false;
        }

        for (int i = 0; i < reference.Length; i++)
        {
            char c = reference[i];
            bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');

            if (!isPlain && c != '-' && c != '_')
            {
                return false;
            }
        }

        return true;
    }
}
