using System.Collections.Generic;
using System.IO;
using System.Linq;

using ToyGuard.Assets.Packer;

namespace ToyGuard.Assets.Tests;

/// <summary>Goal: the script writes text as text, asks nobody but the device, and is joined as it was written. Method: its sources, and samples that must be refused.</summary>
[TestClass]
public sealed class ScriptTests
{
    // What turns text into elements or code, asks others, or is not there on plain HTTP.
    private static readonly string[] s_refused =
    {
        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "setTimeout('", "http://", "https://", "XMLHttpRequest", "WebSocket",
        "EventSource", "sendBeacon", "crypto.subtle", "document.cookie", "sessionStorage", "indexedDB", "import(", "postMessage",
    };

    [TestMethod]
    [Req("WEB-03")]
    public void Scripts_AsWritten_UseNothingRefused()
    {
        // The one address in the scripts is the name of SVG.
        const string svg = "'http://www.w3.org/2000/svg'";

        foreach ((string name, string text) in Www.Scripts)
        {
            string code = TextStripper.Script(text).Replace(svg, "", System.StringComparison.Ordinal);
            Assert.IsEmpty(s_refused.Where(code.Contains), name);
        }
    }

    [TestMethod]
    public void Script_CodeInTheAddress_IsTakenOutFirst()
    {
        int taken = Www.Set.Script.IndexOf("\ntake();\n", System.StringComparison.Ordinal);
        Assert.IsGreaterThan(0, taken);
        Assert.IsLessThan(Www.Set.Script.IndexOf("fetch(", System.StringComparison.Ordinal), taken);
        Assert.IsLessThan(Www.Set.Script.IndexOf("document.", System.StringComparison.Ordinal), taken);
        StringAssert.StartsWith(Www.Set.Script, "const LINK");
    }

    [TestMethod]
    public void Join_TwoParts_EachModuleOnceAndHandedOn()
    {
        (string first, string second) = Join(new()
        {
            ["a.js"] = "// Comment.\nimport { b } from './b.js';\n\nexport const A = 1;\nb(A);\n",
            ["b.js"] = "/*\nBlock.\n*/\nexport function b(x) {\n  return x;\n}\n",
            ["c.js"] = "import { b } from './b.js';\nimport { A } from './a.js';\nexport const C = b(A);\n",
        });
        Assert.AreEqual("function b(x) {\nreturn x;\n}\nconst A = 1;\nb(A);\nconst shared={A,b};\n", first);
        Assert.AreEqual("addEventListener('more',({detail})=>{\nconst{A,b}=detail.shared;\nconst C = b(A);\ndetail.give({C});\n},{once:true});\n", second);
    }

    [TestMethod]
    [DataRow("import { b as c } from './b.js';", "export const b = 1;", "does not export b as c")]
    [DataRow("import b from './b.js';", "export const b = 1;", "one line of the form")]
    [DataRow("import { x } from './b.js';", "export const b = 1;", "does not export x")]
    [DataRow("import { b } from './b.js';\nconst b = 1;", "export const b = 1;", "both have b")]
    [DataRow("import { b } from './b.js';", "export let b = 1;", "cannot be handed on")]
    [DataRow("import { b } from './b.js';\nexport const a = 1;", "import { a } from './a.js';\nexport const b = 1;", "or imports this module")]
    public void Join_WhatItCannot_IsRefused(string a, string b, string words)
    {
        InvalidDataException fault = Assert.ThrowsExactly<InvalidDataException>(() => Join(new() { ["a.js"] = a + "\n", ["b.js"] = b + "\n", ["c.js"] = "" }));
        StringAssert.Contains(fault.Message, words);
    }

    private static (string First, string Second) Join(Dictionary<string, string> modules)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("toyguard-");

        try
        {
            foreach ((string name, string text) in modules)
            {
                File.WriteAllText(Path.Combine(folder.FullName, name), text);
            }

            return ScriptJoiner.Join(folder.FullName, "a.js", "c.js");
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
