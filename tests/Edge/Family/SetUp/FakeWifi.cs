using System;
using System.Collections.Generic;
using System.Threading;

using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Edge.Family.SetUp;

namespace ToyGuard.Edge.Family.Tests.SetUp;

/// <summary>A radio that does what a test says and writes down what it was told to do.</summary>
internal sealed class FakeWifi : IWifi
{
    private readonly Lock _lock = new();
    private readonly List<string> _calls = [];
    private string _joined = "";
    private bool _isOwnOpen;

    /// <summary>What is heard.</summary>
    public WifiNetwork[] Air { get; set; } = [new("Hut", 3, WifiKind.Wpa2), new("Barn", 2, WifiKind.Wpa2)];

    /// <summary>How a try ends; may wait, or throw.</summary>
    public Func<string, string, WifiFault> OnJoin { get; set; } = (_, _) => WifiFault.None;

    public bool IsJoined => Joined.Length > 0;

    public string Joined
    {
        get
        {
            lock (_lock)
            {
                return _joined;
            }
        }

        set
        {
            lock (_lock)
            {
                _joined = value;
            }
        }
    }

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

    public string[] Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    public WifiNetwork[] Scan()
    {
        return Air;
    }

    public WifiFault Join(string ssid, string key)
    {
        Joined = "";
        Note("join " + ssid + " " + key);
        WifiFault fault = OnJoin(ssid, key);
        Joined = fault == WifiFault.None ? ssid : "";
        return fault;
    }

    public void Leave()
    {
        Joined = "";
    }

    public void OpenOwn(string ssid, string key)
    {
        lock (_lock)
        {
            _isOwnOpen = true;
        }

        Note("open " + ssid + " " + key);
    }

    public void CloseOwn()
    {
        lock (_lock)
        {
            _isOwnOpen = false;
        }

        Note("close");
    }

    public void Forget()
    {
        Joined = "";
        Note("forget");
    }

    private void Note(string call)
    {
        lock (_lock)
        {
            _calls.Add(call);
        }
    }
}
