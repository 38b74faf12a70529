namespace ToyGuard.Core.Crypto;

/// <summary>Where bytes come from that nobody can guess: keys, nonces, codes.</summary>
public interface IRandom
{
    /// <summary>Fills <paramref name="count"/> bytes from <paramref name="offset"/> on.</summary>
    void Fill(byte[] bytes, int offset, int count);
}
