using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

using Mono.Cecil;
using Mono.Cecil.Cil;

using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Secrets;

/// <summary>No secret is built in (STO-01): not in a source, not in what the compiler made of it.</summary>
/// <remarks>
/// A key is told from words by how it looks: hex digits or letters in a long run, as mixed as chance makes them. So is a hash, and whoever puts
/// one into a source says in <see cref="KnownValues"/> what it is. What is short enough to type (a PIN, a Wi-Fi key) is told by the name it is given.
/// </remarks>
public static partial class SecretRules
{
    private static readonly string[] s_keyFiles = { ".pem", ".key", ".pfx", ".p12", ".jks", ".keystore", ".ppk", ".kdbx", "id_rsa", "id_ed25519", ".env" };

    private static readonly string[] s_binaryFiles = { ".png", ".ico", ".gz", ".woff2" };

    // 16 bytes are a key of 128 bits.
    private const int TableBytesMin = 16;

    /// <summary>Looks at every file of <paramref name="tree"/>; <paramref name="known"/> holds files that may have long runs.</summary>
    public static IEnumerable<string> Files(Repository tree, IReadOnlyDictionary<string, string> known)
    {
        HashSet<string> needed = new();

        foreach (string file in tree.Files)
        {
            if (s_keyFiles.Any(end => file.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
            {
                yield return file + " is named like a key: keys are made on the device, tests make their own.";
            }

            if (s_binaryFiles.Any(end => file.EndsWith(end, StringComparison.Ordinal)))
            {
                continue;
            }

            string text = tree.Read(file);

            foreach (string fault in Marks(text))
            {
                yield return file + " " + fault;
            }

            if (file.StartsWith("firmware/", StringComparison.Ordinal) && NamedSecret().Match(text) is { Success: true } named)
            {
                yield return file + " writes a secret down: " + named.Value;
            }

            foreach (string run in Runs(text))
            {
                needed.Add(file);

                if (!known.ContainsKey(file))
                {
                    yield return file + " holds " + run[..12] + "…, " + run.Length + " characters like a key: if it is public, say so in tests/Tidy/Secrets/KnownValues.cs.";
                }
            }
        }

        foreach (string file in known.Keys.Where(f => !needed.Contains(f)))
        {
            yield return "KnownValues names " + file + ", which holds nothing of the kind.";
        }
    }

    /// <summary>Looks at the strings and the tables of a compiled assembly; <paramref name="known"/> holds types that may have some like keys.</summary>
    public static IEnumerable<string> Image(AssemblyDefinition assembly, IReadOnlyDictionary<string, string> known)
    {
        foreach (TypeDefinition type in assembly.MainModule.GetTypes())
        {
            foreach (Instruction instruction in type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions))
            {
                if (instruction.Operand is FieldReference reference && instruction.OpCode == OpCodes.Ldtoken)
                {
                    byte[] bytes = reference.Resolve().InitialValue;

                    if (IsMixed(bytes) && !known.ContainsKey(type.FullName))
                    {
                        yield return type.FullName + " holds a table of " + bytes.Length + " bytes like a key: if it is public, say so in tests/Tidy/Secrets/KnownValues.cs.";
                    }
                }

                // The compiler has put together what the source kept in pieces.
                if (instruction.Operand is string text)
                {
                    IEnumerable<string> runs = known.ContainsKey(type.FullName) ? Enumerable.Empty<string>() : Runs(text);

                    foreach (string fault in Marks(text).Concat(runs.Select(r => "holds " + r[..12] + "…, " + r.Length + " characters like a key.")))
                    {
                        yield return type.FullName + " " + fault;
                    }
                }
            }
        }
    }

    // What says of itself that it is a key.
    private static IEnumerable<string> Marks(string text)
    {
        if (PrivateKey().IsMatch(text))
        {
            yield return "holds a private key.";
        }

        foreach (Match token in Token().Matches(text))
        {
            yield return "holds a token of a service: " + token.Value[..6] + "…";
        }
    }

    private static IEnumerable<string> Runs(string text)
    {
        foreach (Match run in HexRun().Matches(text))
        {
            if (!IsCount(run.Value) && !IsText(run.Value) && Entropy(run.Value.ToLowerInvariant().Select(c => (byte)c).ToArray()) > 3.0)
            {
                yield return run.Value;
            }
        }

        foreach (Match run in LetterRun().Matches(text))
        {
            if (!HexRun().IsMatch(run.Value) && IsUnlikeWords(run.Value))
            {
                yield return run.Value;
            }
        }
    }

    // Names are nearly all words, three small letters or more with or without a capital. Of what chance wrote, a sixth looks so, seldom half;
    // names of tests come close to that when they hold many short words, and are told by their underscores.
    private static bool IsUnlikeWords(string run)
    {
        int inWords = Word().Matches(run).Sum(w => w.Length);
        bool isOfAllKinds = run.Any(char.IsAsciiDigit) && run.Any(char.IsAsciiLetterLower) && run.Any(char.IsAsciiLetterUpper);
        return isOfAllKinds && inWords * 100 < run.Length * (run.Contains('_', StringComparison.Ordinal) ? 46 : 62);
    }

    // 0123456789 and on, or any other short piece over and over.
    private static bool IsCount(string run)
    {
        for (int period = 1; period <= 16; period++)
        {
            int differ = 0;

            for (int i = period; i < run.Length; i++)
            {
                differ += run[i] == run[i - period] ? 0 : 1;
            }

            if (differ <= 2)
            {
                return true;
            }
        }

        return false;
    }

    // The hex digits of words: of random bytes a third is printable, and nearly all of 16 once in fifty thousand times.
    private static bool IsText(string hex)
    {
        string digits = hex.StartsWith("0x", StringComparison.Ordinal) ? hex[2..] : hex;
        int printable = 0;

        for (int i = 0; i + 1 < digits.Length; i += 2)
        {
            printable += Convert.ToInt32(digits.Substring(i, 2), 16) is >= 0x20 and <= 0x7E ? 1 : 0;
        }

        return printable * 2 * 100 >= digits.Length * 85;
    }

    // Random bytes repeat seldom: 16 of them have nearly 4 bits each, 256 nearly 7.2.
    private static bool IsMixed(byte[] bytes)
    {
        return bytes.Length >= TableBytesMin && Entropy(bytes) > 0.88 * Math.Log2(Math.Min(bytes.Length, 256));
    }

    private static double Entropy(byte[] bytes)
    {
        return bytes.GroupBy(b => b).Sum(g => -(double)g.Count() / bytes.Length * Math.Log2((double)g.Count() / bytes.Length));
    }

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY( BLOCK)?-----")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[0-9A-Za-z]{36}|\bgithub_pat_\w{40}|\bxox[abprs]-[0-9A-Za-z-]{12}|\bAIza[\w-]{35}|\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?i)\w*(password|passphrase|secret|apikey|psk|wifikey|pincode|claimcode)\w*\s*=>?\s*@?""[^""]+""")]
    private static partial Regex NamedSecret();

    [GeneratedRegex("(?<![0-9A-Za-z])(0x)?[0-9a-fA-F]{32,}(?![0-9A-Za-z])")]
    private static partial Regex HexRun();

    [GeneratedRegex("[A-Z]?[a-z]{3,}")]
    private static partial Regex Word();

    [GeneratedRegex("[A-Za-z0-9+/_-]{32,}")]
    private static partial Regex LetterRun();
}
