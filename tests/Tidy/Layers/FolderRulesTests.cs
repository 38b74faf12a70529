using System;
using System.Linq;

using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Layers;

/// <summary>Goal: inside Core too, what decides does not know what keeps.</summary>
[TestClass]
public class FolderRulesTests
{
    [TestMethod]
    public void Check_Core_KeepsItsOrder()
    {
        int assemblies = 0;

        foreach (string project in Repository.Here.EndingIn(".nfproj").Where(f => f.StartsWith("firmware/Core/", StringComparison.Ordinal)))
        {
            Expect.None(FolderRules.Check(Assemblies.Read(Nano.Compiler.Compile(Repository.Here.Full(project), isDebug: false))));
            assemblies++;
        }

        Assert.IsGreaterThan(0, assemblies);
    }

    [TestMethod]
    [DataRow("Policy.Parent knows Core/Storage")]
    [DataRow("Policy.Held knows Core/Settings")]
    [DataRow("Policy.Taken knows Core/Settings")]
    [DataRow("Policy.Called knows Core/Storage")]
    [DataRow("Policy.Made knows Core/Settings")]
    [DataRow("Policy.Many knows Core/Settings")]
    [DataRow("Storage.Kept knows Core/Records; Core/Storage may know Crypto.")]
    [DataRow("Core/Cellar has no row")]
    public void Check_Sample_IsRefused(string words)
    {
        Expect.Refused(FolderRules.Check(Assemblies.Sample("Folders.cs")), words);
    }

    [TestMethod]
    public void Check_Sample_IsRefusedForNothingElse()
    {
        Assert.HasCount(8, FolderRules.Check(Assemblies.Sample("Folders.cs")));
    }
}
