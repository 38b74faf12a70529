using System;

using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>The remembered networks and the job in flash: two copies, so that a power cut leaves the old or the new (firmware/docs/storage-format.md, "Set-up").</summary>
/// <remarks>A record that does not read leaves nothing to join: the device stays offline until somebody presses and chooses again.</remarks>
public sealed class SetupBook
{
    private readonly IFlash _flash;
    private readonly TwoSlotStore _store;

    /// <summary>The book in <see cref="FlashLayout.SetupA"/> and B of a flash. <see cref="Open"/> comes first.</summary>
    public SetupBook(IFlash flash)
    {
        _flash = flash;
        _store = new TwoSlotStore(flash, FlashLayout.SetupA, FlashLayout.SetupB);
    }

    /// <summary>The remembered networks, newest first. Nobody changes the array.</summary>
    public KnownNetwork[] Networks { get; private set; } = new KnownNetwork[0];

    /// <summary>What somebody chose; null when nobody did, or when how it ended was told.</summary>
    public SetupJob? Job { get; private set; }

    /// <summary>Reads what is kept.</summary>
    public void Open()
    {
        _store.Open();
        Read();
        _store.Repair();
    }

    /// <summary>Keeps another job, or none, beside the same networks.</summary>
    /// <returns>False when flash does not take it; then everything is as before.</returns>
    public bool Keep(SetupJob? job)
    {
        return Save(Networks, job);
    }

    /// <summary>A network was joined for somebody who waits for it: it becomes the newest, the oldest goes, the job is done. One write.</summary>
    /// <returns>False when flash does not take it; then everything is as before.</returns>
    public bool KeepJoined(SetupJob job)
    {
        return Save(With(new KnownNetwork(job.Ssid, job.Key), 0, ""), SetupJob.Done(job.Ssid, WifiFault.None));
    }

    /// <summary>Remembers a network that was never tried: behind the newest, which works, and never in place of the one that is joined.</summary>
    /// <returns>False when flash does not take it, or when it has the name of the joined one, or is an open one with the name of a protected one.</returns>
    public bool Add(KnownNetwork network, string joined)
    {
        return network.Ssid != joined && !IsLookAlike(network.Ssid, network.Key) && Save(With(network, 1, joined), Job);
    }

    /// <summary>True for an open network with a name under which a protected one is remembered: somebody may want the device to take it for that one (PAIR-05).</summary>
    public bool IsLookAlike(string ssid, string key)
    {
        int at = SetupRecord.IndexOf(Networks, Networks.Length, ssid);
        return key.Length == 0 && at >= 0 && !Networks[at].IsOpen;
    }

    /// <summary>Forgets everything: writes over both copies, then empties both.</summary>
    /// <returns>True when flash says that it is gone.</returns>
    public bool Forget()
    {
        bool isOver = Save(new KnownNetwork[0], null);
        bool isGone = _flash.Erase(FlashLayout.SetupA);
        isGone = _flash.Erase(FlashLayout.SetupB) && isGone;
        _store.Open();
        Read();
        return isOver && isGone;
    }

    // Puts a network at a place, newest first; what is too much goes from the end, but never what must stay.
    private KnownNetwork[] With(KnownNetwork network, int place, string stays)
    {
        KnownNetwork[] all = new KnownNetwork[Networks.Length + 1];
        int count = 0;

        for (int i = 0; i < Networks.Length; i++)
        {
            if (count == place)
            {
                all[count++] = network;
            }

            if (Networks[i].Ssid != network.Ssid)
            {
                all[count++] = Networks[i];
            }
        }

        if (SetupRecord.IndexOf(all, count, network.Ssid) < 0)
        {
            all[count++] = network;
        }

        if (count > SetupRecord.NetworksMax)
        {
            count--;

            if (all[count].Ssid == stays)
            {
                all[count - 1] = all[count];
            }
        }

        KnownNetwork[] kept = new KnownNetwork[count];
        Array.Copy(all, kept, count);
        return kept;
    }

    private bool Save(KnownNetwork[] networks, SetupJob? job)
    {
        if (!_store.Save(SetupRecord.Write(networks, job)))
        {
            return false;
        }

        Networks = networks;
        Job = job;
        return true;
    }

    private void Read()
    {
        KnownNetwork[] networks = new KnownNetwork[0];
        SetupJob? job = null;

        if (_store.Payload is not null)
        {
            SetupRecord.Read(_store.Payload, out networks, out job);
        }

        Networks = networks;
        Job = job;
    }
}
