namespace ToyGuard.Page.Probes;

/// <summary>What a phone's question whether this network leads anywhere is answered while set-up is open (experience.md, 1).</summary>
public enum ProbeAnswer : byte
{
    /// <summary>It is no such question.</summary>
    None = 0,

    /// <summary>200 with <see cref="ProbeTable.SuccessPage"/>: the phone stays, and opens no small browser that keeps nothing.</summary>
    Success = 1,

    /// <summary>302 to the page: the phone offers to sign in, and does not turn to mobile data meanwhile.</summary>
    Redirect = 2,
}
