using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

using Mono.Cecil;

using ToyGuard.Fakes;
using ToyGuard.Tidy.House;
using ToyGuard.Tidy.Layers;

namespace ToyGuard.Tidy.Secrets;

/// <summary>Goal: two devices share no secret, because no secret is in what both are made from. Method: every file, every image, and planted keys that must be found.</summary>
[TestClass]
public class SecretRulesTests
{
    private static readonly Dictionary<string, string> s_none = new();

    [TestMethod]
    [Req("STO-01")]
    public void Files_Repository_HoldNoSecret()
    {
        Expect.None(SecretRules.Files(Repository.Here, KnownValues.Files));
        Expect.None(SecretRules.Files(new Repository(Repository.Here.Full("tests/Tidy/Samples")), s_none));
    }

    [TestMethod]
    [Req("STO-01")]
    public void Image_DeviceAssemblies_HoldNoSecret()
    {
        foreach (string project in Nano.Projects.Where(p => p.Contains("/firmware/", StringComparison.Ordinal)))
        {
            Expect.None(SecretRules.Image(Assemblies.Read(Nano.Compiler.Compile(project, isDebug: false)), KnownValues.Types));
        }
    }

    [TestMethod]
    [Req("STO-01")]
    public void Image_Emulator_HoldsNoSecret()
    {
        Expect.None(SecretRules.Image(Assemblies.Desktop("ToyGuard.Emulator"), KnownValues.Types));
    }

    // One that is found is luck: two hundred of each kind. What is missed has no digit, or happens to be all but words.
    [TestMethod]
    [Req("STO-01")]
    [DataRow("hex", 16)]
    [DataRow("HEX", 20)]
    [DataRow("hex", 32)]
    [DataRow("base64", 24)]
    [DataRow("base64", 32)]
    [DataRow("base64", 64)]
    [DataRow("base64url", 32)]
    public void Files_PlantedKeys_AreFound(string kind, int count)
    {
        int found = 0;

        for (int i = 0; i < 200; i++)
        {
            byte[] key = Key(i, count);
            string text = kind switch
            {
                "hex" => Convert.ToHexStringLower(key),
                "HEX" => Convert.ToHexString(key),
                "base64" => Convert.ToBase64String(key),
                _ => Convert.ToBase64String(key).Replace('+', '-').Replace('/', '_').TrimEnd('='),
            };

            using SampleTree sample = new(("tests/A.cs", "string s = \"" + text + "\";"));
            found += SecretRules.Files(sample.Tree, s_none).Any(f => f.StartsWith("tests/A.cs holds " + text[..12], StringComparison.Ordinal)) ? 1 : 0;
        }

        Assert.IsTrue(found >= 196, found + " of 200");
    }

    // In pieces here, so that this file is none of the things it plants.
    [TestMethod]
    [Req("STO-01")]
    [DataRow("-----BEGIN ", "PRIVATE KEY-----", "a private key")]
    [DataRow("-----BEGIN RSA ", "PRIVATE KEY-----", "a private key")]
    [DataRow("-----BEGIN OPENSSH ", "PRIVATE KEY-----", "a private key")]
    [DataRow("-----BEGIN PGP ", "PRIVATE KEY BLOCK-----", "a private key")]
    [DataRow("AKIA", "ABCDEFGHIJKLMNOP", "a token")]
    [DataRow("ghp_", "abcdefghijklmnopqrstuvwxyzabcdefghij", "a token")]
    [DataRow("xoxb-", "123456789012-abc", "a token")]
    [DataRow("eyJhbGciOiJI", ".eyJzdWIiOiIx.", "a token")]
    public void Files_PlantedMarks_AreFound(string first, string second, string words)
    {
        using SampleTree sample = new(("firmware/docs/a.md", "text\n" + (first.StartsWith("eyJ", StringComparison.Ordinal) ? "eyJhbGciOiJI" + second : first + second) + "\n"));
        Expect.Refused(SecretRules.Files(sample.Tree, s_none), words);
    }

    [TestMethod]
    [Req("STO-01")]
    [DataRow("private const string Password = \"nano\";")]
    [DataRow("string wifiPassphrase = \"toy\";")]
    [DataRow("public string ClientSecret => \"a\";")]
    [DataRow("ApPassword=\"12345678\"")]
    public void Files_SecretByItsName_IsFoundInFirmware(string line)
    {
        using SampleTree sample = new(("firmware/Hub/A.cs", line));
        Expect.Refused(SecretRules.Files(sample.Tree, s_none), "writes a secret down");
    }

    [TestMethod]
    [Req("STO-01")]
    [DataRow("keys/device.pem")]
    [DataRow("firmware/Hub/release.PFX")]
    [DataRow("tests/id_rsa")]
    public void Files_NamedLikeAKey_AreFound(string file)
    {
        using SampleTree sample = new((file, "x"));
        Expect.Refused(SecretRules.Files(sample.Tree, s_none), "named like a key");
    }

    [TestMethod]
    [DataRow("public void IsGlobal_V4InsideV6_IsJudgedByTheInner()")]
    [DataRow("public void Sha256_OfTheStyleThatIsSent_IsInThePolicy()")]
    [DataRow("tests/Tidy/Samples/Assemblies/Comparing.cs and firmware/Core/ToyGuard.Core.Tests.csproj")]
    [DataRow("0000000000000000000000000000000000000000 12121212121212121212121212121212 a234567890123456789012345678901234567890")]
    [DataRow("68747470733a2f2f612e746573742fff 746f79732e6578616d706c65002e6576696c2e74657374")]
    [DataRow("string password = Ask(); bool hasPassword = true;")]
    public void Files_PlainWords_AreTaken(string line)
    {
        using SampleTree sample = new(("firmware/Core/A.cs", line));
        Expect.None(SecretRules.Files(sample.Tree, s_none));
    }

    [TestMethod]
    public void Files_KnownFileWithoutARun_IsRefused()
    {
        using SampleTree sample = new(("tests/A.cs", "nothing"));
        Expect.Refused(SecretRules.Files(sample.Tree, new Dictionary<string, string> { ["tests/A.cs"] = "once" }), "holds nothing of the kind");
    }

    [TestMethod]
    [Req("STO-01")]
    [DataRow("Keyed holds a table of 16 bytes")]
    [DataRow("Worded holds a table of 32 bytes")]
    [DataRow("Pieced holds 9f3c0a7be158")]
    public void Image_PlantedKeys_AreFound(string words)
    {
        byte[] key = Key(1, 16);
        string bytes = string.Join(", ", key.Select(b => "0x" + b.ToString("x2")));
        string longs = string.Join(", ", Enumerable.Range(0, 8).Select(i => "0x" + BitConverter.ToUInt32(Key(2, 32), i * 4).ToString("x8")));
        string source = "public static class Keyed { public static readonly byte[] Key = new byte[] { " + bytes + " }; }\n"
            + "public static class Worded { public static readonly uint[] Key = new uint[] { " + longs + " }; }\n"
            + "public static class Pieced { public static string Key() { return \"9f3c0a7be158\" + \"d264c9f0\" + \"1b7e3a865d40\"; } }\n"
            + "public static class Counted { public static readonly byte[] Zeros = new byte[] { 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2 }; }\n";

        List<string> faults = SecretRules.Image(Compiled(source), s_none).ToList();
        Expect.Refused(faults, words);
        Assert.HasCount(3, faults);
    }

    private static AssemblyDefinition Compiled(string source)
    {
        using SampleTree sample = new(("A.cs", source));
        using SampleTree project = new(("Sample.nfproj", Nano.SampleProject(sample.Tree.Full("A.cs"))));
        return Assemblies.Read(Nano.Compiler.Compile(project.Tree.Full("Sample.nfproj"), isDebug: false));
    }

    private static byte[] Key(int seed, int count)
    {
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes("planted " + seed), count);
    }
}
