using System;
using System.Collections.Generic;

using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToyGuard.Fakes;

/// <summary>Names the requirement of requirements.md that a test proves. A category on this runtime, so that it reaches filters and result files.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ReqAttribute : TestCategoryBaseAttribute
{
    /// <summary>Marks a test as proof of <paramref name="id"/>, as in EGR-03.</summary>
    public ReqAttribute(string id)
    {
        Id = id;
    }

    /// <summary>The requirement's ID.</summary>
    public string Id { get; }

    /// <inheritdoc/>
    public override IList<string> TestCategories
    {
        get { return new[] { Id }; }
    }
}
