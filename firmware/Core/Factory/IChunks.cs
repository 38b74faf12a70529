namespace ToyGuard.Core.Factory;

/// <summary>Bytes beside the program that come in chunks of <see cref="FactoryBox.ChunkBytes"/>, the last one shorter: on the device a data assembly.</summary>
public interface IChunks
{
    /// <summary>Writes chunk <paramref name="number"/>, from 0, to the start of <paramref name="into"/>. False when there is none; then nothing in it counts.</summary>
    bool Read(int number, byte[] into);
}
