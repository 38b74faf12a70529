using System.Linq;

using ToyGuard.Fakes;
using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Layers;

/// <summary>Goal: there is one place in all of ToyGuard to look at for why something was let out.</summary>
[TestClass]
public class AllowRulesTests
{
    [TestMethod]
    [Req("EGR-12")]
    public void Check_DeviceAssemblies_AllowInOneLine()
    {
        Expect.None(AllowRules.Check(Nano.Projects.Where(p => p.Contains("/firmware/", System.StringComparison.Ordinal))
            .Select(p => Assemblies.Read(Nano.Compiler.Compile(p, isDebug: false))).ToArray()));
    }

    [TestMethod]
    [Req("EGR-12")]
    public void Check_DesktopAssemblies_AllowInOneLine()
    {
        Expect.None(AllowRules.Check(new[] { "ToyGuard.Core", "ToyGuard.Wire", "ToyGuard.Guard", "ToyGuard.Edge", "ToyGuard.Emulator" }
            .Select(Assemblies.Desktop).ToArray()));
    }

    [TestMethod]
    [DataRow("Gate.Ask; it must be one line")]
    [DataRow("Gate.Made makes a verdict by its constructor")]
    [DataRow("Verdict must be a struct with private constructors")]
    [DataRow("Verdict.IsOpen can be written")]
    public void Check_Sample_IsRefused(string words)
    {
        Expect.Refused(AllowRules.Check(Assemblies.Sample("Allowing.cs")), words);
    }
}
