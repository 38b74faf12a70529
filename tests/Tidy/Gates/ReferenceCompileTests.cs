using System.Collections.Generic;

using ToyGuard.NanoCheck;
using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Gates;

/// <summary>
/// Goal: what we ship to the device compiles for it without a word from the compiler, and holds nothing that dies there.
/// Method: both gates on every .nfproj, Debug and Release.
/// </summary>
[TestClass]
public class ReferenceCompileTests
{
    /// <summary>One row a project.</summary>
    public static IEnumerable<object[]> Projects
    {
        get
        {
            foreach (string file in Repository.Here.EndingIn(".nfproj"))
            {
                yield return new object[] { file };
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Projects))]
    public void Check_EveryProject_PassesBothGates(string project)
    {
        List<string> faults = new();

        foreach (Finding finding in Nano.Gate.Check(Repository.Here.Full(project)))
        {
            faults.Add(finding.ToString());
        }

        Expect.None(faults);
    }

    [TestMethod]
    public void Projects_OfTheDevice_AreAllThere()
    {
        List<string> names = new(Repository.Here.EndingIn(".nfproj"));

        foreach (string folder in new[] { "Core", "Wire", "Guard", "Edge", "Toy", "Hub" })
        {
            Assert.Contains("firmware/" + folder + "/ToyGuard." + folder + ".nfproj", names);
        }
    }
}
