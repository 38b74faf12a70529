using System.Collections.Generic;

namespace ToyGuard.Tidy.Secrets;

/// <summary>What looks like a secret and is none, each with the reason. An entry that nothing needs any more is a fault too.</summary>
public static class KnownValues
{
    /// <summary>Files with runs of digits or letters that are published, or worked out in the open.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["firmware/Assets/Generated/PackedPages.cs"] = "the hashes of the page's scripts and style sheet, which the page sends to everybody",
        ["seeds/probes.json"] = "where the facts are from: addresses of public pages",
        ["tests/Core/Pairing/SetUp/WifiTextTests.cs"] = "digits that count, as long as a Wi-Fi key may be",
        ["firmware/Page/Looks/PageStyle.cs"] = "the hash of the style sheet, which the page sends to everybody",
        ["tests/Core/Crypto/Desktop/CryptoAgreementTests.cs"] = "NIST's and RFC 7914's vectors",
        ["tests/Core/Crypto/ManagedHmacTests.cs"] = "RFC 4231's vectors, and tags of keys that count 0, 1, 2",
        ["tests/Core/Crypto/Pbkdf2Tests.cs"] = "RFC 7914's vector, and a key of the password 123456",
        ["tests/Core/Crypto/Sha256PaceTests.cs"] = "hashes of zeros",
        ["tests/Core/Crypto/Sha256Tests.cs"] = "NIST's vectors, and hashes of bytes that count",
        ["tests/Core/Records/RecordRingTests.cs"] = "the hash of the three records of a made-up ring",
        ["tests/Edge/Desktop/SeamTests.cs"] = "a tag of RFC 4231",
        ["tests/Guard/Roots/PemSamples.cs"] = "two certificates, which are public; nobody has their keys",
        ["tests/Core/Seal/PairingVectors.cs"] = "tests/Vectors/pairing.json once more",
        ["tests/Vectors/pairing.json"] = "keys and codes of a made-up device, and vectors of public standards",
        ["tests/Fuzz/Tests/HelloDisagreementTests.cs"] = "an extension of a hello that names other.example",
    };

    /// <summary>Types of ours whose strings and tables mean something in public.</summary>
    public static IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>
    {
        ["ToyGuard.Assets.Generated.PackedBytes"] = "the page itself, compressed",
        ["ToyGuard.Assets.Shelf.ShelfBytes"] = "the page itself, compressed",
        ["ToyGuard.Assets.Generated.PackedPages"] = "where the pieces of the compressed page lie",
        ["ToyGuard.Core.Crypto.Sha256"] = "round constants of FIPS 180-4, 4.2.2",
        ["ToyGuard.Core.Storage.Crc32"] = "the remainders of sixteen nibbles by IEEE 802.3's polynomial",
        ["ToyGuard.Page.Routes.AnswerHead"] = "the hash of the style sheet, which the page sends to everybody",
    };
}
