using System.Collections.Generic;
using System.Linq;

using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.SharedTests;

/// <summary>Goal: each shared test really runs on the device, and says there what it says here.</summary>
[TestClass]
public class SharedTestRulesTests
{
    /// <summary>One row a project of shared tests.</summary>
    public static IEnumerable<object[]> Projects
    {
        get { return Repository.Here.EndingIn(".nfproj").Where(f => f.StartsWith("tests/", System.StringComparison.Ordinal)).Select(f => new object[] { f }); }
    }

    [TestMethod]
    [DynamicData(nameof(Projects))]
    public void Check_SharedTests_UseWhatBothHave(string project)
    {
        Expect.None(SharedTestRules.Check(Nano.Compiler.Compile(Repository.Here.Full(project), isDebug: true)));
    }

    [TestMethod]
    [DataRow("[Setup]\npublic void Before() { }\n", "has [Setup]")]
    [DataRow("[TestMethod]\n[DataRow(null)]\npublic void Test(string a) { }\n", "the argument null")]
    [DataRow("[TestMethod]\n[DataRow('a')]\npublic void Test(char a) { }\n", "the argument 'a'")]
    [DataRow("[TestMethod]\n[DataRow(1L)]\npublic void Test(long a) { }\n", "the argument 1L")]
    [DataRow("[TestMethod]\n[DataRow(\"a\\0b\")]\npublic void Test(string a) { }\n", "without NUL")]
    [DataRow("[TestMethod]\n[DataRow(System.DayOfWeek.Friday)]\npublic void Test(System.DayOfWeek a) { }\n", "the argument System.DayOfWeek.Friday")]
    [DataRow("[TestMethod]\n[DataRow(new int[] { 1 })]\npublic void Test(int[] a) { }\n", "the argument new int[]")]
    [DataRow("[TestMethod]\n[DataRow(1)]\npublic void Test(byte a) { }\n", "the device converts nothing")]
    [DataRow("[TestMethod]\n[DataRow(1)]\npublic void Test(int a, int b) { }\n", "a row of 1 for 2")]
    [DataRow("[TestMethod]\npublic void Test(int a) { }\n", "parameters without rows")]
    [DataRow("[DataRow(1)]\npublic void Test(int a) { }\n", "has no [TestMethod]")]
    [DataRow("[TestMethod]\npublic int Test() { return 1; }\n", "must be public void")]
    [DataRow("[TestMethod]\ninternal void Test() { }\n", "must be public void")]
    [DataRow("[TestMethod]\npublic static void Test() { }\n", "must be public void")]
    [DataRow("[TestMethod]\npublic void Test() { }\n[TestMethod]\n[DataRow(1)]\npublic void Test(int a) { }\n", "stands there twice")]
    [DataRow("private int _a = 1;\n[TestMethod]\npublic void Test() { Assert.AreEqual(1, _a); }\n", "keeps _a")]
    [DataRow("private static int s_a = 1;\n[TestMethod]\npublic void Test() { Assert.AreEqual(1, s_a++); }\n", "keeps s_a")]
    [DataRow("public int A { get; set; }\n[TestMethod]\npublic void Test() { }\n", "has a property")]
    [DataRow("public Tests() { }\n[TestMethod]\npublic void Test() { }\n", "has a property, an event or a constructor")]
    [DataRow("private int Help() { return 1; }\n[TestMethod]\npublic void Test() { Assert.AreEqual(1, Help()); }\n", "uses `this`")]
    [DataRow("[TestMethod]\npublic void Test() { Assert.IsNotNull(this); }\n", "uses `this`")]
    [DataRow("public void Help() { }\n", "has no test")]
    [DataRow("[TestMethod]\npublic void Test() { Assert.ThrowsException(typeof(System.Exception), () => { }); }\n", "Assert.ThrowsException is not in both")]
    [DataRow("[TestMethod]\npublic void Test() { OutputHelper.WriteLine(\"a\"); }\n", "OutputHelper.WriteLine is not in both")]
    [DataRow("[TestMethod]\npublic void Test() { Assert.AreEqual(default(System.TimeSpan), default(System.TimeSpan)); }\n", "compares System.TimeSpan as object")]
    [DataRow("[TestMethod]\npublic void Test() { ulong a = 1; Assert.AreEqual(1f, a); }\n", "compares ulong as float")]
    public void Check_Sample_IsRefused(string members, string words)
    {
        Expect.Refused(Check("[TestClass]\npublic class Tests\n{\n" + members + "}\n"), words);
    }

    [TestMethod]
    [DataRow("[TestClass]\npublic static class Tests { }\n", "plain public class")]
    [DataRow("[TestClass]\ninternal class Tests { [TestMethod] public void Test() { } }\n", "plain public class")]
    [DataRow("[TestClass]\npublic class Tests : System.EventArgs { [TestMethod] public void Test() { } }\n", "plain public class")]
    [DataRow("[TestClass, System.Serializable]\npublic class Tests { [TestMethod] public void Test() { } }\n", "has [System.Serializable]")]
    [DataRow("public class Tests { [TestMethod] public void Test() { } }\n", "not marked [TestClass]")]
    public void Check_SampleClass_IsRefused(string source, string words)
    {
        Expect.Refused(Check(source), words);
    }

    [TestMethod]
    public void Check_WhatBothHave_IsTaken()
    {
        Expect.None(Check(
            """
            [TestClass]
            public class Tests
            {
                private const int One = 1;
                private static readonly byte[] Table = new byte[] { 1, 2 };

                [TestMethod]
                [DataRow(1, true, "a")]
                [DataRow(-One, false, "")]
                public void Test(int number, bool isOn, string text)
                {
                    Own own = new Own { Size = number };
                    own.Add(number);
                    Assert.AreEqual(2 * number, own.Size, text);
                    Assert.AreEqual(isOn, number > 0);
                    Assert.AreEqual((object)text, text);
                    Assert.IsNotNull(Help(Table));
                }

                private static string Help(byte[] bytes)
                {
                    return "" + bytes.Length;
                }
            }

            public class Own
            {
                public int Size { get; set; }

                public void Add(int more)
                {
                    Size += more;
                }
            }

            """));
    }

    private static List<string> Check(string source)
    {
        using SampleTree sample = new(("Tests.cs", "using nanoFramework.TestFramework;\n\n" + source), ("Tests.nfproj", Nano.SampleProject("Tests.cs")));
        return SharedTestRules.Check(Nano.Compiler.Compile(sample.Tree.Full("Tests.nfproj"), isDebug: true)).ToList();
    }
}
