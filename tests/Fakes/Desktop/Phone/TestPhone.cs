using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ToyGuard.Fakes;

/// <summary>
/// A phone that speaks pairing.md: claims, is invited, comes back, signs in and asks, over anything that takes a message and gives one back.
/// What it keeps is in plain sight, and what it sends and hears can be spoilt on the way.
/// </summary>
/// <remarks>A step that the device refused gives null or false; what only a mistake of the test can bring about fails.</remarks>
public sealed class TestPhone
{
    /// <summary>Rounds that are quick enough for a test and not refused.</summary>
    public const int Rounds = 10_000;

    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Func<byte[], byte[]?> _line;
    private byte[] _lastQuestion = Array.Empty<byte>();
    private byte[] _pairKey = Array.Empty<byte>();

    /// <summary>A phone that nobody knows yet.</summary>
    /// <param name="line">Takes one message to the device and gives its answer; null is the refusal.</param>
    /// <param name="label">What it calls itself.</param>
    public TestPhone(Func<byte[], byte[]?> line, string label = "Blue phone")
    {
        _line = line;
        Label = label;
    }

    /// <summary>What it calls itself.</summary>
    public string Label { get; }

    /// <summary>The device that answered; zeros before.</summary>
    public byte[] DeviceId { get; set; } = new byte[8];

    /// <summary>The id that the device gave it; zeros before.</summary>
    public byte[] PhoneId { get; set; } = new byte[8];

    /// <summary>What a browser stores.</summary>
    public byte[] PhoneKey { get; set; } = Array.Empty<byte>();

    /// <summary>Drawn by the phone with the PIN.</summary>
    public byte[] PhoneSalt { get; set; } = Array.Empty<byte>();

    /// <summary>Drawn by the device with the PIN.</summary>
    public byte[] DeviceSalt { get; set; } = Array.Empty<byte>();

    /// <summary>The PIN that its owner types.</summary>
    public string Pin { get; set; } = "";

    /// <summary>1 guardian, 2 helper, 3 viewer; 0 before.</summary>
    public int Role { get; private set; }

    /// <summary>What the first guardian gets on paper; empty for others.</summary>
    public string OwnerCode { get; private set; } = "";

    /// <summary>The channel or session that is open now; null when there is none.</summary>
    public PhoneChannel? Channel { get; set; }

    /// <summary>What the last sign-in was answered: 0 granted, 1 wrong PIN, 2 wait, 3 no PIN is set; -1 when it was refused outright.</summary>
    public int Status { get; private set; } = -1;

    /// <summary>Seconds to wait, as the last sign-in was answered.</summary>
    public int WaitSeconds { get; private set; }

    /// <summary>Changes what is sent; null loses it.</summary>
    public Func<byte[], byte[]?> OnTheWayUp { get; set; } = message => message;

    /// <summary>Changes what is heard; null loses it.</summary>
    public Func<byte[], byte[]?> OnTheWayDown { get; set; } = message => message;

    /// <summary>Every message that this phone sent, spoilt or not, in order, and what the device said to it.</summary>
    public List<(byte[] Sent, byte[]? Heard)> Said { get; } = new();

    /// <summary>What is derived from the PIN in the phone, before the device salts it.</summary>
    public byte[] PinBase
    {
        get { return Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(Pin), PhoneSalt, Rounds, HashAlgorithmName.SHA256, 32); }
    }

    /// <summary>What the device keeps of the PIN.</summary>
    public byte[] PinCheck
    {
        get { return PhoneBytes.Mac(PinBase, "", DeviceSalt); }
    }

    /// <summary>One message there, one back. Hooks and list see it.</summary>
    public byte[]? Send(byte[] message)
    {
        byte[]? sent = OnTheWayUp(message);

        if (sent is null)
        {
            return null;
        }

        byte[]? heard = _line(sent);
        Said.Add((sent, heard));
        return heard is null ? null : OnTheWayDown(heard);
    }

    /// <summary>Begin to accept with a code: a channel is open when this is true.</summary>
    /// <param name="purpose">1 to 6.</param>
    /// <param name="code">As it is shown.</param>
    /// <param name="role">As the invitation's link says; 1 for a claim, else 0.</param>
    public bool Open(int purpose, string code, int role = 0)
    {
        Channel = null;
        byte[] nonce = RandomNumberGenerator.GetBytes(16);

        if (Challenge(purpose, new byte[8], nonce) is not byte[] deviceNonce)
        {
            return false;
        }

        byte[] pairKey = PhoneBytes.Mac(PhoneBytes.CodeOf(code), "TG1 pair", new[] { (byte)purpose, (byte)1 }, DeviceId, new[] { (byte)role }, nonce, deviceNonce);
        byte[] head = PhoneBytes.HeadOf(purpose, 3, 1, 0, DeviceId, new byte[8], nonce, deviceNonce, 0);
        byte[]? accept = Send(PhoneBytes.Join(head, HMACSHA256.HashData(PhoneBytes.Mac(pairKey, "TG1 proof"), head)));

        if (accept is null || accept.Length != PhoneBytes.Head + 16 + 32)
        {
            return false;
        }

        byte[] phone = accept[16..24];
        byte[] id = accept[64..80];
        byte[] channelKey = PhoneBytes.Mac(pairKey, "TG1 channel", phone, id);
        byte[] expected = PhoneBytes.Join(PhoneBytes.HeadOf(purpose, 4, 2, 16, DeviceId, phone, nonce, deviceNonce, 0), id);

        if (!IsTagged(accept, expected, channelKey, "TG1 accept"))
        {
            return false;
        }

        _pairKey = pairKey;
        Channel = new PhoneChannel(purpose, DeviceId, phone, nonce, id, channelKey);
        Belong(phone);
        return true;
    }

    /// <summary>Claims the device: code, PIN and, after a wipe by its button, the owner code.</summary>
    public bool Claim(string code, string pin, string owner = "")
    {
        return Open(1, code, 1) && SetPin(pin, owner)!.IsOk && Keep();
    }

    /// <summary>Takes an invitation, whose link says the role.</summary>
    public bool Join(string code, int role, string pin)
    {
        return Open(2, code, role) && SetPin(pin)!.IsOk && Keep();
    }

    /// <summary>Comes back into its entry after its browser forgot everything: claim code and PIN.</summary>
    public bool ComeBack(string code, string pin, int n = 1)
    {
        if (!Open(3, code) || Entry(n) is not JsonElement entry)
        {
            return false;
        }

        Remember(entry, pin);
        PhoneAnswer? adopted = Ask(new { op = "adopt", n, proof = PinProof(), label = Label });

        if (adopted is null || !adopted.IsOk)
        {
            return false;
        }

        Belong(adopted.BytesOf("phone"));
        Role = adopted.Json.GetProperty("role").GetInt32();
        return Keep();
    }

    /// <summary>Moves in with a ticket, as a new icon of a phone that is paired.</summary>
    public bool MoveIn(string ticket)
    {
        if (!Open(5, ticket) || Ask(new { op = "keep" }) is not { IsOk: true } kept)
        {
            return false;
        }

        Remember(kept.Json, Pin);
        Role = kept.Json.GetProperty("role").GetInt32();
        Channel = null;
        return true;
    }

    /// <summary>Proposes PIN and label inside a channel that takes one, or a new PIN in a session (<c>pin-set</c>).</summary>
    public PhoneAnswer? SetPin(string pin, string owner = "", string op = "pin")
    {
        Pin = pin;
        PhoneSalt = RandomNumberGenerator.GetBytes(16);

        Dictionary<string, object> question = new()
        {
            ["op"] = op,
            ["pin"] = pin,
            ["base"] = Hex.Text(PinBase),
            ["salt"] = Hex.Text(PhoneSalt),
            ["rounds"] = Rounds,
        };

        if (op == "pin")
        {
            question["label"] = Label;
        }

        if (owner.Length > 0)
        {
            question["owner"] = owner;
        }

        PhoneAnswer? answer = Ask(question);

        if (answer is not null && answer.IsOk)
        {
            DeviceSalt = answer.BytesOf("deviceSalt");
            Role = answer.Json.TryGetProperty("role", out JsonElement role) ? role.GetInt32() : Role;
        }

        return answer;
    }

    /// <summary>Says that the key is stored: only now the device saves. The channel is over.</summary>
    public bool Keep()
    {
        if (Ask(new { op = "keep" }) is not { IsOk: true } kept)
        {
            return false;
        }

        OwnerCode = kept.Json.TryGetProperty("ownerCode", out JsonElement owner) ? owner.GetString()! : "";
        Channel = null;
        return true;
    }

    /// <summary>What proves the PIN inside the open channel.</summary>
    public string PinProof()
    {
        return Hex.Text(PhoneBytes.Mac(PinCheck, "TG1 pin", Channel!.Id));
    }

    /// <summary>The entry with this number, shown in channels that ask for one; null when there is none.</summary>
    public JsonElement? Entry(int n)
    {
        PhoneAnswer? answer = Ask(new { op = "entries" });
        return answer is null || !answer.IsOk ? null
            : answer.Json.GetProperty("entries").EnumerateArray().Cast<JsonElement?>().FirstOrDefault(entry => entry!.Value.GetProperty("n").GetInt32() == n);
    }

    /// <summary>Takes the salts of an entry, as if it were its owner who types this PIN.</summary>
    public void Remember(JsonElement entry, string pin)
    {
        Pin = pin;
        PhoneSalt = Convert.FromHexString(entry.GetProperty("phoneSalt").GetString()!);
        DeviceSalt = Convert.FromHexString(entry.GetProperty("deviceSalt").GetString()!);
    }

    /// <summary>Signs in; full with the PIN, or quick. <see cref="Status"/> says how it went when it is false.</summary>
    public bool SignIn(bool full)
    {
        Channel = null;
        Status = -1;
        WaitSeconds = 0;
        byte[] nonce = RandomNumberGenerator.GetBytes(16);

        if (Challenge(8, PhoneId, nonce) is not byte[] deviceNonce)
        {
            return false;
        }

        byte[] head = PhoneBytes.HeadOf(8, 3, 1, full ? 32 : 0, DeviceId, PhoneId, nonce, deviceNonce, 0);
        byte[] baseKey = full ? PhoneBytes.Mac(PhoneKey, "", PinCheck, head) : PhoneBytes.Mac(PhoneKey, "TG1 quick", head);
        byte[] body = full ? PhoneBytes.Mac(baseKey, "TG1 t2") : Array.Empty<byte>();
        byte[] tag = PhoneBytes.Mac(PhoneBytes.Mac(PhoneKey, "TG1 t1"), "", head, body);
        byte[]? accept = Send(PhoneBytes.Join(head, body, tag));

        if (accept is null || accept.Length != PhoneBytes.Head + 24 + 32)
        {
            return false;
        }

        byte[] told = accept[64..88];
        byte[] id = told[8..];
        byte[] expected = PhoneBytes.Join(PhoneBytes.HeadOf(8, 4, 2, 24, DeviceId, PhoneId, nonce, deviceNonce, 0), told);
        byte[] channelKey = PhoneBytes.Mac(baseKey, "TG1 channel", PhoneId, id);
        bool isGranted = told[0] == 0;

        if (!IsTagged(accept, expected, isGranted ? channelKey : PhoneKey, isGranted ? "TG1 accept" : "TG1 refuse"))
        {
            return false;
        }

        Status = told[0];
        WaitSeconds = (told[4] << 24) | (told[5] << 16) | (told[6] << 8) | told[7];
        Channel = isGranted ? new PhoneChannel(9, DeviceId, PhoneId, nonce, id, channelKey) : null;
        return isGranted;
    }

    /// <summary>Asks in the open channel or session; null when the device refused, or nothing of its came back.</summary>
    public PhoneAnswer? Ask(object question)
    {
        return AskText(JsonSerializer.Serialize(question, s_json));
    }

    /// <summary>The same with a text that need not be JSON.</summary>
    public PhoneAnswer? AskText(string text)
    {
        _lastQuestion = Channel!.Question(text);
        return AskAgain();
    }

    /// <summary>The last question once more, byte for byte: what a phone does whose answer was lost.</summary>
    public PhoneAnswer? AskAgain()
    {
        byte[]? message = Send(_lastQuestion);
        string? text = message is null ? null : Channel!.Answer(message);
        return text is null ? null : new PhoneAnswer(text);
    }

    /// <summary>A loosening: asks, then confirms with the token; <paramref name="press"/> presses the device in between when it must be pressed.</summary>
    public PhoneAnswer? Loosen(object question, Action? press = null)
    {
        PhoneAnswer? first = Ask(question);

        if (first is null || !first.IsOk)
        {
            return first;
        }

        if (first.Json.GetProperty("press").GetBoolean())
        {
            press?.Invoke();
        }

        return Ask(new { op = "confirm", token = first["confirm"] });
    }

    private void Belong(byte[] phone)
    {
        PhoneId = phone;
        PhoneKey = PhoneBytes.Mac(_pairKey, "TG1 phone key", phone);
    }

    private byte[]? Challenge(int purpose, byte[] phone, byte[] nonce)
    {
        byte[]? challenge = Send(PhoneBytes.Join(PhoneBytes.HeadOf(purpose, 1, 1, 0, new byte[8], phone, nonce, new byte[16], 0), new byte[32]));

        if (challenge is null || challenge.Length != PhoneBytes.Head + 32)
        {
            return null;
        }

        byte[] deviceNonce = challenge[40..56];
        byte[] expected = PhoneBytes.Join(PhoneBytes.HeadOf(purpose, 2, 2, 0, challenge[8..16], phone, nonce, deviceNonce, 0), new byte[32]);
        DeviceId = challenge[8..16];
        return challenge.AsSpan().SequenceEqual(expected) ? deviceNonce : null;
    }

    private static bool IsTagged(byte[] message, byte[] expected, byte[] key, string text)
    {
        return message.AsSpan(0, expected.Length).SequenceEqual(expected)
            && message.AsSpan(expected.Length).SequenceEqual(PhoneBytes.Mac(PhoneBytes.Mac(key, text), "", expected));
    }
}
