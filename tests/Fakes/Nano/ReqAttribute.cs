using System;

namespace ToyGuard.Fakes;

/// <summary>Names the requirement of requirements.md that a test proves. Only a mark on this runtime.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ReqAttribute : Attribute
{
    /// <summary>Marks a test as proof of <paramref name="id"/>, as in EGR-03.</summary>
    public ReqAttribute(string id)
    {
        Id = id;
    }

    /// <summary>The requirement's ID.</summary>
    public string Id { get; }
}
