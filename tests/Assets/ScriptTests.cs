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
        foreach (string script in new[] { Www.Set.HomeScript, Www.Set.OwnScript })
        {
            int taken = script.IndexOf("}" + Www.Set.Names.Name("take") + "();", System.StringComparison.Ordinal);
            Assert.IsGreaterThan(0, taken);
            Assert.IsLessThan(script.IndexOf("fetch(", System.StringComparison.Ordinal), taken);
            Assert.IsLessThan(script.IndexOf("document.", System.StringComparison.Ordinal), taken);
            StringAssert.StartsWith(script, "const " + Www.Set.Names.Name("LINK") + "=/");
        }
    }

    [TestMethod]
    public void Join_Parts_EachModuleOnceAndHandedOn()
    {
        ScriptPart[] parts = Join(new()
        {
            ["a.js"] = "// Comment.\nimport { b } from './b.js';\n\nexport const A = 1;\nb(A);\n",
            ["b.js"] = "/*\nBlock.\n*/\nexport function b(x) {\n  return x;\n}\n",
            ["c.js"] = "import { b } from './b.js';\nimport { A } from './a.js';\nimport { m } from './m.js';\nexport const C = b(A) + m;\nconst { D } = await need('d');\n",
            ["d.js"] = "import { m } from './m.js';\nexport const D = m;\n",
            ["m.js"] = "export const m = 2;\n",
        });
        Assert.AreEqual("function b(x){return x;}const A=1;b(A);Object.assign(a,{A,b});", parts[0].First);
        Assert.AreEqual("{const{A,b}=a;const m=2;const C=b(A)+m;const{D}=await need('d');Object.assign(a,{'/part/c':1});}", parts[1].Inline);
        Assert.AreEqual("'use strict';addEventListener('part',({detail:a})=>{const{}=a;const m=2;const D=m;Object.assign(a,{D:D,'/part/d':1});},{once:true});", parts[2].Later);
    }

    [TestMethod]
    [DataRow("import { b as c } from './b.js';", "export const b = 1;", "does not export b as c")]
    [DataRow("import b from './b.js';", "export const b = 1;", "one line of the form")]
    [DataRow("import { x } from './b.js';", "export const b = 1;", "does not export x")]
    [DataRow("import { b } from './b.js';\nconst b = 1;", "export const b = 1;", "both have b")]
    [DataRow("import { b } from './b.js';", "export let b = 1;", "cannot be handed on")]
    [DataRow("import { b } from './b.js';\nexport const a = 1;", "import { a } from './a.js';\nexport const b = 1;", "imports this module")]
    [DataRow("const { x } = await need('d');", "", "no x in d")]
    [DataRow("open('d x', ({ D }) => D);", "", "no part x")]
    [DataRow("const document = 1;", "", "The browser has a document")]
    [DataRow("const a = `${1}`;", "", "A template")]
    public void Join_WhatItCannot_IsRefused(string a, string b, string words)
    {
        InvalidDataException fault = Assert.ThrowsExactly<InvalidDataException>(() => Join(new() { ["a.js"] = a + "\n", ["b.js"] = b + "\n", ["c.js"] = "", ["d.js"] = "export const D = 1;\n" }));
        StringAssert.Contains(fault.Message, words);
    }

    [TestMethod]
    public void Join_ModuleThatKeepsSomething_StandsInOnePartOnly()
    {
        InvalidDataException fault = Assert.ThrowsExactly<InvalidDataException>(() => Join(new()
        {
            ["a.js"] = "const A = 1;\n", ["c.js"] = "import { m } from './m.js';\nm();\n", ["d.js"] = "import { m } from './m.js';\nm();\n", ["m.js"] = "let kept = 1;\nexport function m() {\n  kept++;\n}\n",
        }));
        StringAssert.Contains(fault.Message, "keeps something");
    }

    [TestMethod]
    [DataRow("const long = 1;\nconst it = { long, other: long, long: 2 };\nit.long = long;", "const a=1;const it={long:a,other:a,long:2};it.long=a;")]
    [DataRow("function first({ given, ...rest }, more = given) {\n  return [given, rest, more];\n}", "function d({given:a,...c},b=a){return[a,c,b];}")]
    [DataRow("class Sealed {\n  constructor(key) {\n    this.key = key;\n  }\n  open(key) {\n    return key;\n  }\n}\nconst open = (key) => new Sealed(key).open(key);", "class c{constructor(a){this.key=a;}open(a){return a;}}const b=(a)=>new c(a).open(a);")]
    [DataRow("const value = 4 / 2 / 1;\nconst text = 'value / it';\nif (/value[/]/.test(text)) value ? value : text;", "const b=4/2/1;const a='value / it';if(/value[/]/.test(a))b?b:a;")]
    [DataRow("let number = 1;\nnumber = number + +number - -number;\nfor (const each of [number]) each++;", "let a=1;a=a+ +a- -a;for(const b of[a])b++;")]
    public void Shorten_Names_AreTheSameEverywhereAndMembersStay(string script, string wanted)
    {
        Assert.AreEqual(wanted, new ScriptShortener(new[] { script }).Shorten(script));
    }

    // Parts a, c and d; of which only the first is there before the others.
    private static ScriptPart[] Join(Dictionary<string, string> modules)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("toyguard-");

        try
        {
            foreach ((string name, string text) in modules)
            {
                File.WriteAllText(Path.Combine(folder.FullName, name), text);
            }

            return ScriptJoiner.Join(folder.FullName, new PartPlan[] { new("first", "a.js"), new("c", "c.js"), new("d", "d.js") }).Parts;
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
