namespace ToyGuard.Core.Factory;

/// <summary>Where boxes stand: on the device the assemblies in its image.</summary>
public interface IBoxes
{
    /// <summary>The box of that name; null when there is none.</summary>
    IChunks? Find(string name);
}
