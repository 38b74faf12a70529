namespace ToyGuard.Browser.Tests.Family;

/// <summary>What some browsers do, as scripts that run before the page's own.</summary>
internal static class Browsers
{
    /// <summary>Storage is forbidden: to touch it throws.</summary>
    public const string StorageThrows = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });";

    /// <summary>A private window of old: there is a storage, and it has no room.</summary>
    public const string StorageIsFull = "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); };";
}
