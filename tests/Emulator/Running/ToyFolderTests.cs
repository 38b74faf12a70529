using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Family;
using ToyGuard.Core.Settings;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Toys;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>Goal: a folder says which toys there are, those without a manifest among them.</summary>
[TestClass]
public sealed class ToyFolderTests
{
    [TestMethod]
    public void Read_ToyWithoutAManifest_IsOneToBeIntroduced()
    {
        using TestFolder folder = new();
        folder.CopySample("story-bear.json");
        folder.Write("robot.toy", "");
        IReadOnlyList<DeclaredToy> toys = ToyFolder.Read(folder.Path);
        CollectionAssert.AreEqual(new[] { "robot", "story-bear" }, toys.Select(toy => toy.Name).ToArray());
        Assert.IsTrue(HomeManifest.Is(toys[0].Manifest));
        Assert.IsEmpty(toys[0].Manifest.Endpoints);
        Assert.IsFalse(HomeManifest.Is(toys[1].Manifest));
    }

    [TestMethod]
    public void Read_TwoOfOneName_IsWrongUse()
    {
        using TestFolder folder = new();
        folder.CopySample("story-bear.json");
        folder.Write("story-bear.toy", "");
        Assert.ThrowsExactly<WrongUseException>(() => ToyFolder.Read(folder.Path));
    }
}
