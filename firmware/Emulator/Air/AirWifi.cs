using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;

using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Edge.Family.SetUp;

namespace ToyGuard.Emulator.Air;

/// <summary>A radio in a simulated air. Two loopback addresses stand for the device's own Wi-Fi and the home's; who is on them, the doors ask here.</summary>
/// <remarks>
/// As on a real board there is one radio: a try moves the channel, and for <see cref="AirOptions.Drop"/> no phone is in the device's own Wi-Fi.
/// Safe from any thread; the tester's board changes the air while it is used.
/// </remarks>
internal sealed class AirWifi : IWifi
{
    private readonly Lock _lock = new();
    private readonly AirOptions _options;
    private readonly List<AirNetwork> _networks;
    private readonly string _always;
    private readonly Func<long> _nowMs;
    private string _joined;
    private bool _isOwnOpen;
    private long _phonesBackMs;

    /// <summary>A radio that has joined nothing.</summary>
    public AirWifi(AirOptions options)
        : this(options, MachineMs)
    {
    }

    /// <summary>The same by a monotonic clock of its own.</summary>
    public AirWifi(AirOptions options, Func<long> nowMs)
        : this(options, nowMs, "")
    {
    }

    private AirWifi(AirOptions options, Func<long> nowMs, string always)
    {
        _nowMs = nowMs;
        _options = options;
        _networks = [.. options.Networks];
        _always = always;
        _joined = always;
    }

    /// <summary>A radio in an air in which nothing happens: joined for good, to a network of this name, and never heard otherwise.</summary>
    public static AirWifi Free(string ssid)
    {
        AirOptions options = new() { Networks = [new(ssid, "", WifiNetwork.BarsMax, AirFault.Works)] };
        return new AirWifi(options, MachineMs, ssid);
    }

    /// <inheritdoc/>
    public bool IsJoined => Joined.Length > 0;

    /// <inheritdoc/>
    public string Joined
    {
        get
        {
            lock (_lock)
            {
                return _joined;
            }
        }
    }

    /// <inheritdoc/>
    public bool IsOwnOpen
    {
        get
        {
            lock (_lock)
            {
                return _isOwnOpen;
            }
        }
    }

    /// <summary>True while phones can be in the device's own Wi-Fi: it is open, and no try threw them out a moment ago. The doors of that side refuse meanwhile.</summary>
    public bool AreOwnPhonesOn
    {
        get
        {
            lock (_lock)
            {
                return _isOwnOpen && _nowMs() >= _phonesBackMs;
            }
        }
    }

    /// <summary>The networks of the air as they are now, also those that are not heard.</summary>
    public AirNetwork[] Networks
    {
        get
        {
            lock (_lock)
            {
                return [.. _networks];
            }
        }
    }

    /// <summary>Makes a network behave otherwise from now on. Is it the one that is joined and no longer works, it is lost.</summary>
    /// <returns>False when there is none of that name.</returns>
    public bool SetFault(string ssid, AirFault fault)
    {
        lock (_lock)
        {
            int at = _networks.FindIndex(network => network.Ssid == ssid);

            if (at < 0)
            {
                return false;
            }

            _networks[at] = _networks[at] with { Fault = fault };
            _joined = _joined == ssid && fault != AirFault.Works ? "" : _joined;
            return true;
        }
    }

    /// <summary>Puts a network into the air, in place of one that has its name and its kind of protection.</summary>
    public void Put(AirNetwork network)
    {
        lock (_lock)
        {
            _networks.RemoveAll(other => other.Ssid == network.Ssid && other.Kind == network.Kind);
            _networks.Add(network);
        }
    }

    /// <inheritdoc/>
    public WifiNetwork[] Scan()
    {
        Thread.Sleep(_options.Scan);

        lock (_lock)
        {
            return [.. _networks.Where(network => network.Fault != AirFault.Gone)
                .OrderByDescending(network => network.Bars)
                .Select(network => new WifiNetwork(network.Ssid, network.Bars, network.Kind))];
        }
    }

    /// <inheritdoc/>
    public WifiFault Join(string ssid, string key)
    {
        lock (_lock)
        {
            _joined = "";
            // A started millisecond counts as whole: never back sooner than said.
            _phonesBackMs = _nowMs() + (long)_options.Drop.TotalMilliseconds + 1;
        }

        Thread.Sleep(_options.Join);

        lock (_lock)
        {
            AirNetwork[] heard = [.. _networks.Where(network => network.Ssid == ssid && network.Fault != AirFault.Gone)];
            AirNetwork? meant = Array.Find(heard, network => network.Kind == WifiKind.Open == (key.Length == 0));
            WifiFault fault = meant is null ? (heard.Length == 0 ? WifiFault.NotHeard : WifiFault.Failed) : FaultOf(meant, key);
            _joined = fault == WifiFault.None ? ssid : "";
            return fault;
        }
    }

    /// <inheritdoc/>
    public void Leave()
    {
        lock (_lock)
        {
            _joined = _always;
        }
    }

    /// <inheritdoc/>
    public void OpenOwn(string ssid, string key)
    {
        if (!WifiText.IsSsid(ssid) || !WifiText.IsSecret(key))
        {
            throw new ArgumentException("An own Wi-Fi without a key.", nameof(key));
        }

        lock (_lock)
        {
            _isOwnOpen = true;
        }
    }

    /// <inheritdoc/>
    public void CloseOwn()
    {
        lock (_lock)
        {
            _isOwnOpen = false;
        }
    }

    /// <inheritdoc/>
    public void Forget()
    {
        // No platform keeps anything here.
        Leave();
    }

    private static WifiFault FaultOf(AirNetwork network, string key)
    {
        return network.Fault switch
        {
            AirFault.Wpa3 => WifiFault.Wpa3,
            AirFault.Password => WifiFault.WrongKey,
            _ when key != network.Key => WifiFault.WrongKey,
            AirFault.NoAddress => WifiFault.NoAddress,
            AirFault.SignIn => WifiFault.SignIn,
            AirFault.Works => WifiFault.None,
            _ => WifiFault.Failed,
        };
    }

    private static long MachineMs()
    {
        return Stopwatch.GetTimestamp() * 1000 / Stopwatch.Frequency;
    }
}
