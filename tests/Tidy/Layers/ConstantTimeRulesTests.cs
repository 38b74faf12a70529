using System.Linq;

using Mono.Cecil;

using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Layers;

/// <summary>Goal: how long a comparison takes says nothing about what was compared. Method: the instructions of both runtimes, and comparisons that must be refused.</summary>
[TestClass]
public class ConstantTimeRulesTests
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Check_Device_TakesTheSameSteps(bool isDebug)
    {
        Expect.None(ConstantTimeRules.Check(Method(Assemblies.Read(Nano.Compiler.Compile(Repository.Here.Full("firmware/Core/Crypto/ToyGuard.Core.Crypto.nfproj"), isDebug)), "AreEqual")));
    }

    [TestMethod]
    public void Check_Desktop_TakesTheSameSteps()
    {
        Expect.None(ConstantTimeRules.Check(Method(Assemblies.Desktop("ToyGuard.Core.Crypto"), "AreEqual")));
    }

    [TestMethod]
    [DataRow("LeavesEarly", "goes by what it compares")]
    [DataRow("LeavesEarly", "must return in one place")]
    [DataRow("StopsEarly", "goes by what it compares")]
    [DataRow("StopsEarly", "one loop and no other branch; it has 1 and 2")]
    [DataRow("GoesByContent", "goes by what it compares")]
    [DataRow("Counts", "goes by what it compares")]
    [DataRow("StepsByContent", "looks up by what it compares")]
    [DataRow("AsksAnother", "uses ")]
    [DataRow("LooksUp", "looks up by what it compares")]
    [DataRow("LooksUpAStatic", "uses ")]
    [DataRow("Divides", "uses ")]
    [DataRow("Returns", "one loop and no other branch; it has 1 and 2")]
    [DataRow("ComparesOneByte", "one loop and no other branch; it has 0 and 0")]
    public void Check_Sample_IsRefused(string method, string words)
    {
        Expect.Refused(ConstantTimeRules.Check(Method(Assemblies.Sample("Comparing.cs"), method)), words);
    }

    [TestMethod]
    [DataRow("TakesAll")]
    [DataRow("TakesAllAtOtherPlaces")]
    public void Check_OtherFormOfTheSame_IsTaken(string method)
    {
        Expect.None(ConstantTimeRules.Check(Method(Assemblies.Sample("Comparing.cs"), method)));
    }

    private static MethodDefinition Method(AssemblyDefinition assembly, string name)
    {
        return assembly.MainModule.GetTypes().Where(t => t.Name is "ConstantTime" or "Comparing").SelectMany(t => t.Methods).Single(m => m.Name == name);
    }
}
