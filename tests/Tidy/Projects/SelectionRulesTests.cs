using System;

using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Projects;

/// <summary>Goal: one deploy to a board shows something of every part, and a part that is added is not forgotten there. Method: the rule on the repository and on samples.</summary>
[TestClass]
public class SelectionRulesTests
{
    private const string Device = "tests/Device/ToyGuard.Device.Selection.nfproj";

    [TestMethod]
    public void Check_Repository_HoldsSomethingOfEveryPart()
    {
        Expect.None(SelectionRules.Check(Repository.Here));
    }

    [TestMethod]
    public void Check_WholeSelection_IsTaken()
    {
        using SampleTree sample = Sample("../A/ATests.cs", "`A/A.nfproj`");
        Expect.None(SelectionRules.Check(sample.Tree));
    }

    [TestMethod]
    [DataRow("../A/Helper.cs", "`A/A.nfproj`", "holds no test of tests/A/A.nfproj")]
    [DataRow("../A/ATests.cs", "", "does not name tests/A/A.nfproj")]
    [DataRow("../A/ATests.cs;../B/BTests.cs", "`A/A.nfproj`", "BTests.cs, which is no part's")]
    public void Check_SelectionThatLacksOrAdds_IsRefused(string chosen, string readme, string words)
    {
        using SampleTree sample = Sample(chosen, readme);
        Expect.Refused(SelectionRules.Check(sample.Tree), words);
    }

    private static SampleTree Sample(string chosen, string readme)
    {
        string list = "";

        foreach (string source in chosen.Split(';'))
        {
            list += "<Compile Include=\"" + source.Replace('/', '\\') + "\" />";
        }

        return new SampleTree(
            (Device, "<Project><ItemGroup Label=\"Selection\">" + list + "</ItemGroup></Project>"),
            ("tests/Device/README.md", readme),
            ("tests/A/A.nfproj", "<Project><PropertyGroup><AssemblyName>NFUnitTest</AssemblyName></PropertyGroup><ItemGroup><Compile Include=\"ATests.cs\" /><Compile Include=\"Helper.cs\" /></ItemGroup></Project>"),
            ("tests/A/ATests.cs", "[TestClass] class ATests { }"),
            ("tests/A/Helper.cs", "class Helper { }"),
            ("tests/B/BTests.cs", "[TestClass] class BTests { }"));
    }
}
