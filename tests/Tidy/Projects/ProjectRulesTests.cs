using System;

using ToyGuard.NanoCheck.Projects;
using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Projects;

/// <summary>Goal: the two project systems agree with each other, with the folders and with the pins. Method: each rule on the repository and on samples.</summary>
[TestClass]
public class ProjectRulesTests
{
    private const string Reference = "<Reference Include=\"mscorlib, Version=1.17.11.0, Culture=neutral\"><HintPath>..\\..\\.packages\\"
        + "nanoFramework.CoreLibrary.1.17.11\\lib\\mscorlib.dll</HintPath></Reference>";

    private const string Config = "<packages><package id=\"nanoFramework.CoreLibrary\" version=\"1.17.11\" targetFramework=\"netnano1.0\" /></packages>";

    [TestMethod]
    public void Sources_Repository_Agree()
    {
        Expect.None(ProjectRules.Sources(Repository.Here));
    }

    [TestMethod]
    [DataRow("A.cs", "leaves out")]
    [DataRow("A.cs,B/B.cs,C.cs", "lists")]
    [DataRow("A.cs,B/B.cs,Desktop/D.cs", "lists")]
    [DataRow("A.cs,B/B.cs,A.cs", "twice")]
    public void Sources_ListThatDiffers_IsRefused(string listed, string words)
    {
        using SampleTree sample = Sample(listed);
        Expect.Refused(ProjectRules.Sources(sample.Tree), words);
    }

    [TestMethod]
    public void Sources_WholeList_IsTaken()
    {
        using SampleTree sample = Sample("A.cs,B/B.cs");
        Expect.None(ProjectRules.Sources(sample.Tree));
    }

    [TestMethod]
    public void Rewrite_AnyList_BecomesTheFolders()
    {
        using SampleTree sample = new(
            ("X/X.nfproj", "<Project>\n  <ItemGroup Label=\"Sources\">\n    <Compile Include=\"Gone.cs\" />\n  </ItemGroup>\n</Project>\n"),
            ("X/B/B.cs", ""), ("X/A.cs", ""), ("X/Desktop/D.cs", ""), ("X/Y/Y.csproj", "<Project />"), ("X/Y/Y.cs", ""));

        Assert.IsTrue(SourceList.Rewrite(sample.Tree.Full("X/X.nfproj")));
        Assert.Contains("\n    <Compile Include=\"A.cs\" />\n    <Compile Include=\"B\\B.cs\" />\n  </ItemGroup>", sample.Tree.Read("X/X.nfproj"));
        Assert.IsFalse(SourceList.Rewrite(sample.Tree.Full("X/X.nfproj")));
        Expect.None(ProjectRules.Sources(sample.Tree));
    }

    [TestMethod]
    public void Packages_Repository_Agree()
    {
        Expect.None(ProjectRules.Packages(Repository.Here));
    }

    [TestMethod]
    public void Packages_ThatAgree_AreTaken()
    {
        using SampleTree sample = new(("X/X.nfproj", Project(Reference)), ("X/packages.config", Config));
        Expect.None(ProjectRules.Packages(sample.Tree));
    }

    [TestMethod]
    [DataRow("Version=1.17.11.0", "Version=1.17.12.0", "the pinned version")]
    [DataRow("CoreLibrary.1.17.11\\lib", "CoreLibrary.1.17.10\\lib", "looks for")]
    [DataRow("mscorlib, ", "System.Unknown, ", "no pinned version")]
    public void Packages_OtherReference_IsRefused(string from, string to, string words)
    {
        using SampleTree sample = new(("X/X.nfproj", Project(Reference.Replace(from, to, StringComparison.Ordinal))), ("X/packages.config", Config));
        Expect.Refused(ProjectRules.Packages(sample.Tree), words);
    }

    [TestMethod]
    [DataRow("1.17.11", "1.17.12", "ask for")]
    [DataRow("nanoFramework.CoreLibrary", "nanoFramework.Other", "ask for")]
    [DataRow("netnano1.0", "net48", "netnano1.0")]
    public void Packages_OtherConfig_IsRefused(string from, string to, string words)
    {
        using SampleTree sample = new(("X/X.nfproj", Project(Reference)), ("X/packages.config", Config.Replace(from, to, StringComparison.Ordinal)));
        Expect.Refused(ProjectRules.Packages(sample.Tree), words);
    }

    [TestMethod]
    public void Packages_NoConfig_IsRefused()
    {
        using SampleTree sample = new(("X/X.nfproj", Project(Reference)));
        Expect.Refused(ProjectRules.Packages(sample.Tree), "no packages.config");
    }

    [TestMethod]
    public void Settings_Repository_Agree()
    {
        Expect.None(ProjectRules.Settings(Repository.Here));
        string props = Repository.Here.Read("Directory.Build.props");
        Assert.Contains("<LangVersion>10.0</LangVersion>", props);
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", props);
    }

    [TestMethod]
    [DataRow("X.nfproj", "<LangVersion>11.0</LangVersion><Nullable>enable</Nullable><TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "LangVersion")]
    [DataRow("X.nfproj", "<LangVersion>10.0</LangVersion><TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "Nullable")]
    [DataRow("X.nfproj", "<LangVersion>10.0</LangVersion><Nullable>enable</Nullable>", "TreatWarningsAsErrors")]
    [DataRow("X.csproj", "<LangVersion>13.0</LangVersion>", "LangVersion")]
    public void Settings_Others_AreRefused(string file, string settings, string words)
    {
        using SampleTree sample = new((file, "<Project><PropertyGroup>" + settings + "</PropertyGroup></Project>"));
        Expect.Refused(ProjectRules.Settings(sample.Tree), words);
    }

    [TestMethod]
    public void Pairs_Repository_Agree()
    {
        Expect.None(ProjectRules.Pairs(Repository.Here));
    }

    [TestMethod]
    public void Pairs_LibraryWithoutDesktop_IsRefused()
    {
        using SampleTree sample = new(("X/X.nfproj", Project("")));
        Expect.Refused(ProjectRules.Pairs(sample.Tree), "has no X/X.csproj");
    }

    [TestMethod]
    public void Pairs_OtherReferences_AreRefused()
    {
        using SampleTree sample = new(
            ("X/X.nfproj", Project("<ProjectReference Include=\"..\\Y\\Y.nfproj\" />")),
            ("X/X.csproj", "<Project><ItemGroup><ProjectReference Include=\"../Z/Z.csproj\" /></ItemGroup></Project>"));
        Expect.Refused(ProjectRules.Pairs(sample.Tree), "builds on Y");
    }

    [TestMethod]
    public void Solution_Repository_HoldsEveryProject()
    {
        Expect.None(ProjectRules.Solution(Repository.Here));
    }

    [TestMethod]
    [DataRow("X\\\\X.csproj", "X\\\\Y.csproj", "is not there")]
    [DataRow("X\\\\X.csproj", "X\\\\Y.csproj", "does not hold X/X.csproj")]
    [DataRow("{1}.Release|Any CPU.Build.0", "{1}.Release|Any CPU.Other.0", "in Release")]
    [DataRow("{2}\"", "{1}\"", "the number of")]
    public void Solution_OtherEntries_AreRefused(string from, string to, string words)
    {
        const string Good = "Project(\"{T}\") = \"X\", \"X\\\\X.csproj\", \"{1}\"\nEndProject\nProject(\"{T}\") = \"X\", \"Z\\\\Z.csproj\", \"{2}\"\nEndProject\n"
            + "{1}.Debug|Any CPU.Build.0 = Debug|Any CPU\n{1}.Release|Any CPU.Build.0 = Release|Any CPU\n"
            + "{2}.Debug|Any CPU.Build.0 = Debug|Any CPU\n{2}.Release|Any CPU.Build.0 = Release|Any CPU\n";

        using SampleTree good = new(("ToyGuard.sln", Good.Replace("\\\\", "\\", StringComparison.Ordinal)), ("X/X.csproj", "<Project />"), ("Z/Z.csproj", "<Project />"));
        Expect.None(ProjectRules.Solution(good.Tree));

        string text = Good.Replace(from, to, StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        using SampleTree sample = new(("ToyGuard.sln", text), ("X/X.csproj", "<Project />"), ("Z/Z.csproj", "<Project />"));
        Expect.Refused(ProjectRules.Solution(sample.Tree), words);
    }

    private static SampleTree Sample(string listed)
    {
        string list = "";

        foreach (string source in listed.Split(','))
        {
            list += "<Compile Include=\"" + source.Replace('/', '\\') + "\" />";
        }

        return new SampleTree(
            ("X/X.nfproj", Project(list)), ("X/A.cs", ""), ("X/B/B.cs", ""), ("X/Desktop/D.cs", ""), ("X/Own/Own.csproj", "<Project />"), ("X/Own/Own.cs", ""));
    }

    private static string Project(string items)
    {
        return "<Project><ItemGroup>" + items + "</ItemGroup></Project>";
    }
}
