#pragma warning disable CA1822 // Bodies come next.
using System;
using System.Threading;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Storage;
using ToyGuard.Edge.Hub;

namespace ToyGuard.Edge.Family.SetUp;

/// <summary>Brings the device into the home's Wi-Fi: half one of the set-up, and joining again after every start (PAIR-03, RES-02).</summary>
public sealed class SetupService : IService
{
    private readonly ManualResetEvent _stopped = new ManualResetEvent(false);

    /// <summary>A service that does nothing before it runs.</summary>
    /// <param name="wifi">The radio.</param>
    /// <param name="board">Shows what goes on.</param>
    /// <param name="flash">Keeps networks and keys in <see cref="FlashLayout.SetupA"/> and B.</param>
    /// <param name="random">Spreads the joining of a street after a power cut.</param>
    /// <param name="ownSsid">The name of the device's own Wi-Fi.</param>
    /// <param name="ownKey">Its key; one that <see cref="WifiText.IsSecret"/> refuses throws (PAIR-05).</param>
    /// <param name="isPaired">Whether somebody is guardian of the device.</param>
    public SetupService(IWifi wifi, IHostBoard board, IFlash flash, IRandom random, string ownSsid, string ownKey, bool isPaired)
    {
        if (wifi is null || board is null || flash is null || random is null || !WifiText.IsSsid(ownSsid) || !WifiText.IsSecret(ownKey))
        {
            throw new ArgumentException("its own Wi-Fi needs a name and a key", nameof(ownKey));
        }

        IsPaired = isPaired;
    }

    /// <inheritdoc/>
    public string Name
    {
        get { return "radio"; }
    }

    /// <summary>True while the home's Wi-Fi is joined.</summary>
    public bool IsJoined
    {
        get { return false; }
    }

    /// <summary>Whether somebody is guardian of the device, as it was told last.</summary>
    public bool IsPaired { get; private set; }

    /// <summary>Somebody became guardian: half one ends, and the device's own Wi-Fi closes. Or nobody is any more: it opens, as at the first start.</summary>
    public void SetPaired(bool isPaired)
    {
        IsPaired = isPaired;
    }

    /// <summary>A press that is for half one. Unpaired: a network can be chosen. Paired: the device's own Wi-Fi opens for ten minutes.</summary>
    public void OnPress()
    {
    }

    /// <summary>How far half one is. Changes nothing.</summary>
    public SetupView View(long nowMs)
    {
        return SetupView.Closed();
    }

    /// <summary>A page on the device's own Wi-Fi was told how the try ended, so that Wi-Fi need not wait for it any longer.</summary>
    public void OnFetched()
    {
    }

    /// <summary>Somebody on the device's own Wi-Fi chose a network. Only while nobody is paired and half one is open after a press.</summary>
    /// <returns>True once it is stored, to be tried soon.</returns>
    public bool Ask(string ssid, string key)
    {
        return false;
    }

    /// <summary>The same on a paired device, for who has shown code and PIN. Only while half one is open after a press.</summary>
    /// <returns>True once it is stored, to be tried soon.</returns>
    public bool AskSealed(string ssid, string key)
    {
        return false;
    }

    /// <summary>A guardian or helper adds a network that need not be in reach, such as the grandparents'. It is not tried now.</summary>
    /// <returns>True once it is stored.</returns>
    public bool AddNetwork(string ssid, string key)
    {
        return false;
    }

    /// <summary>The names of the remembered networks, newest first, at most four.</summary>
    public string[] Remembered()
    {
        return new string[0];
    }

    /// <summary>What was heard last, best first. Asks for another look if that is old; never waits for it.</summary>
    public WifiNetwork[] Heard()
    {
        return new WifiNetwork[0];
    }

    /// <summary>Forgets all networks and keys, here and in the platform, before a wipe. Nothing is kept until <see cref="SetPaired"/> says how it went on.</summary>
    /// <returns>True when flash says that they are gone.</returns>
    public bool Forget()
    {
        return false;
    }

    /// <inheritdoc/>
    public void Run()
    {
        _stopped.WaitOne();
    }

    /// <inheritdoc/>
    public void Stop()
    {
        _stopped.Set();
    }
}
