using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Seal;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Seal;

/// <summary>Goal: three implementations are held against one file. Method: the table that the device has is the file; what it leaves out is tested here.</summary>
[TestClass]
public class VectorFileTests
{
    // What PairingVectors says that it leaves out.
    private static readonly string[] s_leftOut = { "standards.", "full.sealed.5.", "about" };

    [TestMethod]
    public void Table_EveryValue_IsTheFiles()
    {
        Dictionary<string, string> file = File();
        HashSet<string> groups = file.Keys.Select(path => path.Contains('.', StringComparison.Ordinal) ? path.Split('.')[0] : "").ToHashSet();
        string[] rows = groups.Where(g => g != "standards").SelectMany(PairingVectors.RowsOf).ToArray();
        Dictionary<string, string> table = rows.Chunk(2).ToDictionary(row => row[0], row => row[1]);

        foreach ((string path, string value) in file.Where(row => !s_leftOut.Any(left => row.Key.StartsWith(left, StringComparison.Ordinal))))
        {
            Assert.IsTrue(table.Remove(path, out string? here), path + " is not in the table.");
            Assert.AreEqual(value, here, path);
        }

        Assert.AreEqual("", string.Join(", ", table.Keys), "Only in the table.");
    }

    [TestMethod]
    public void Standards_AllThree_AreOurs()
    {
        Dictionary<string, string> file = File();
        ManagedHmac hmac = new();
        int count = 0;

        for (int i = 0; file.TryGetValue($"standards.sha256.{i}.message", out string? message); i++, count++)
        {
            Assert.AreEqual(file[$"standards.sha256.{i}.hash"], Hex.Text(Sha256.Of(Hex.Bytes(message))));
        }

        for (int i = 0; file.TryGetValue($"standards.hmac.{i}.message", out string? message); i++, count++)
        {
            byte[] key = Hex.Bytes(file[$"standards.hmac.{i}.key"]);
            byte[] bytes = Hex.Bytes(message);
            byte[] tag = new byte[32];
            hmac.Compute(key, key.Length, bytes, 0, bytes.Length, tag, 0);
            Assert.AreEqual(file[$"standards.hmac.{i}.tag"], Hex.Text(tag));
        }

        for (int i = 0; file.TryGetValue($"standards.pbkdf2.{i}.password", out string? password); i++, count++)
        {
            int rounds = int.Parse(file[$"standards.pbkdf2.{i}.rounds"]);
            byte[] salt = Hex.Bytes(file[$"standards.pbkdf2.{i}.salt"]);
            string key = file[$"standards.pbkdf2.{i}.key"];
            Assert.AreEqual(key, Hex.Text(Rfc2898DeriveBytes.Pbkdf2(Hex.Bytes(password), salt, rounds, HashAlgorithmName.SHA256, 64)));

            // The rounds of a big case are .NET's to run; ours are the same but for their number.
            if (rounds < 1000)
            {
                byte[] ours = new byte[64];
                Pbkdf2.Derive(hmac, Hex.Bytes(password), salt, rounds, ours, 0, 64);
                Assert.AreEqual(key, Hex.Text(ours));
            }
        }

        Assert.AreEqual(15, count);
    }

    [TestMethod]
    [DataRow("pin", "base", "check")]
    [DataRow("phrase", "phraseBase", "phraseCheck")]
    public void Pin_AtItsRounds_IsTheVectors(string secret, string made, string check)
    {
        Dictionary<string, string> file = File();
        byte[] pinBase = new byte[32];
        byte[] kept = new byte[32];

        Pbkdf2.Derive(new ManagedHmac(), Encoding.UTF8.GetBytes(file["pin." + secret]), Hex.Bytes(file["pin.phoneSalt"]), int.Parse(file["pin.rounds"]), pinBase, 0, 32);
        Assert.AreEqual(file["pin." + made], Hex.Text(pinBase));

        new KeySchedule(new ManagedHmac()).Check(pinBase, Hex.Bytes(file["pin.deviceSalt"]), kept);
        Assert.AreEqual(file["pin." + check], Hex.Text(kept));
    }

    [TestMethod]
    [DataRow("claim")]
    [DataRow("invite")]
    [DataRow("welcome")]
    [DataRow("wifi")]
    [DataRow("move")]
    [DataRow("forgot")]
    public void CodeText_AsShown_IsTheCode(string talk)
    {
        Assert.AreEqual(PairingVectors.At(talk + ".codeText"), Base32.Write(Talk.Of(talk + ".code")));
    }

    [TestMethod]
    public void Page_ItsExample_IsTheVectors()
    {
        FormatPage.AssertIs("claim.proof", Talk.Of("claim.proof"), "pairing.md");
    }

    [TestMethod]
    public void OpenAndSeal_TheLongestMessage_IsTheVectors()
    {
        Dictionary<string, string> file = File();
        SealedChannel channel = Talk.ChannelAfter("full", 5);
        byte[] question = Hex.Bytes(file["full.sealed.5.questionMessage"]);

        Assert.AreEqual(SealedMessage.MessageMax, question.Length);
        Assert.AreEqual(file["full.sealed.5.question"], Encoding.UTF8.GetString(Talk.Opened(channel, question)));
        Assert.AreEqual(file["full.sealed.5.answerMessage"], Hex.Text(Talk.Answer(channel, Encoding.UTF8.GetBytes(file["full.sealed.5.answer"]))));
        Assert.AreEqual("{\"op\":\"sign-out\"}", Encoding.UTF8.GetString(Talk.Opened(channel, Talk.Of("full.sealed.6.questionMessage"))));
    }

    private static Dictionary<string, string> File()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);

        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "ToyGuard.sln")))
        {
            folder = folder.Parent;
        }

        using JsonDocument document = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(folder!.FullName, "tests", "Vectors", "pairing.json")));
        Dictionary<string, string> rows = new();
        Flatten("", document.RootElement, rows);
        return rows;
    }

    private static void Flatten(string path, JsonElement element, Dictionary<string, string> rows)
    {
        string before = path.Length == 0 ? "" : path + ".";

        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    Flatten(before + member.Name, member.Value, rows);
                }

                break;

            case JsonValueKind.Array:
                foreach ((int i, JsonElement item) in element.EnumerateArray().Index())
                {
                    Flatten(before + i, item, rows);
                }

                break;

            case JsonValueKind.True:
            case JsonValueKind.False:
                rows[path] = element.GetBoolean() ? "1" : "0";
                break;

            default:
                rows[path] = element.ToString();
                break;
        }
    }
}
