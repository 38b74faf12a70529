namespace ToyGuard.Core.Settings;

/// <summary>Toys of a home beside those whose manifests the device carries.</summary>
public interface IMoreToys
{
    /// <summary>Reads what is kept and says which toys there are: those that are carried, in their order, and behind them the others. Once after every start, and after a wipe.</summary>
    /// <param name="carried">The toys whose manifests the device carries.</param>
    DeclaredToy[] With(DeclaredToy[] carried);
}
