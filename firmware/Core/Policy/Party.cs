namespace ToyGuard.Core.Policy;

/// <summary>Who runs an endpoint (EGR-06).</summary>
public enum Party : byte
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>The toy's maker.</summary>
    First = 1,

    /// <summary>Anybody else; starts unapproved.</summary>
    Third = 2,
}
