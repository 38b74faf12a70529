namespace ToyGuard.Guard.Export;

/// <summary>A part of the export: some rows of the data list, in one page or several.</summary>
public abstract class ExportPart
{
    /// <summary>Writes a page.</summary>
    /// <param name="page">Which, from 0.</param>
    /// <param name="writer">Where to; what stands there is nothing yet.</param>
    /// <returns>True when there is one more page behind it.</returns>
    public abstract bool Write(int page, DataWriter writer);
}
