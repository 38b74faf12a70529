using System;
using System.IO;
using System.Threading.Tasks;

using Microsoft.Playwright;

namespace ToyGuard.Browser.Tests;

/// <summary>
/// Goal: the script that ships speaks the protocol byte for byte, under a plain name, where WebCrypto is not to be had. A PIN is worked out in the time that a slow phone may take.
/// Method: tests/Vectors/pairing.json in a real Chromium: the other end of each conversation is the file. The processor is slowed six times through the DevTools protocol.
/// </summary>
[TestClass]
public sealed class ScriptVectorTests
{
    private const int Attempts = 3;
    private const double PinMs = 4000;
    private const int Slower = 6;

    // Each part is reached in. The page of the device's own Wi-Fi has none of them in it.
    private static readonly (string, string)[] s_kit =
    {
        ("home", "window.kit={sha256:sha256,hmac:hmac,hex:hex,unhex:unhex}"),
        ("claim", "Object.assign(window.kit,{readCode:readCode,pair:pair});need('inside pin')"),
        ("inside", "window.kit.openSession=openSession"),
        ("pin", "Object.assign(window.kit,{pbkdf2:pbkdf2,pinProof:pinProof,checkOf:checkOf,pinBytes:pinBytes,newPin:newPin,ROUNDS:ROUNDS,isWhole:true})"),
    };

    // Each message that the script sends must be the file's; each answer comes from the file. What differs is listed.
    private const string Walk = """
        async (v) => {
          const k = window.kit, faults = [];
          let nonce = '';
          crypto.getRandomValues = (a) => { a.set(k.unhex(nonce)); return a; };
          const same = (a, b, name) => { if (a !== b) faults.push(name + ': ' + String(a).slice(0, 200) + ' is not ' + String(b).slice(0, 200)); };
          const line = (c, name) => {
            const left = [[c.begin, c.challenge], [c.proof, c.accept], ...(c.sealed || []).map((s) => [s.questionMessage, s.answerMessage])];
            return async (message) => { const next = left.shift(); same(k.hex(message), next[0], name + ' message'); return k.unhex(next[1]); };
          };
          const talk = async (channel, c, name) => {
            for (const s of c.sealed || []) same(await channel.say(s.question), s.answer, name + ' answer');
          };
          let count = 0;
          for (const name of ['claim', 'invite', 'welcome', 'wifi', 'move', 'forgot']) {
            const c = v[name];
            nonce = c.phoneNonce;
            same(k.hex(k.readCode(c.codeText.toLowerCase().replace(/(....)/g, '$1-'))), c.code, name + ' code');
            const channel = await k.pair(line(c, name), c.purpose, k.unhex(c.code), c.role);
            if (c.phoneKey) same(k.hex(channel.phoneKey(k.unhex(c.keyPhoneId))), c.phoneKey, name + ' phone key');
            if (c.pinProof) same(k.hex(k.pinProof(k.unhex(v.pin.base), k.unhex(v.pin.deviceSalt), channel)), c.pinProof, name + ' PIN proof');
            await talk(channel, c, name);
            count++;
          }
          for (const name of ['quick', 'full', 'refused', 'wait', 'noPin']) {
            const c = v[name];
            nonce = c.phoneNonce;
            const session = await k.openSession(line(c, name), k.unhex(c.phoneId), k.unhex(c.phoneKey), c.full ? k.unhex(c.check) : null);
            same(session.status + ' ' + session.wait, c.status + ' ' + c.wait, name + ' status');
            same(!!session.channel, c.status === 0, name + ' channel');
            if (session.channel) await talk(session.channel, c, name);
            count++;
          }
          for (const [pin, base, check] of [[v.pin.pin, v.pin.base, v.pin.check], [v.pin.phrase, v.pin.phraseBase, v.pin.phraseCheck]]) {
            const made = await k.pbkdf2(k.pinBytes(pin), k.unhex(v.pin.phoneSalt), v.pin.rounds);
            same(k.hex(made), base, 'base');
            same(k.hex(k.checkOf(made, k.unhex(v.pin.deviceSalt))), check, 'check');
            count++;
          }
          for (const s of v.standards.sha256) { same(k.hex(k.sha256(k.unhex(s.message))), s.hash, s.source); count++; }
          for (const s of v.standards.hmac) { same(k.hex(k.hmac(k.unhex(s.key), k.unhex(s.message))).slice(0, s.tag.length), s.tag, s.source); count++; }
          for (const s of v.standards.pbkdf2) { same(k.hex(await k.pbkdf2(k.unhex(s.password), k.unhex(s.salt), s.rounds)), s.key.slice(0, 64), s.source); count++; }
          return [count + '', ...faults];
        }
        """;

    // An answer with any bit turned ends the handshake; nothing comes of it.
    private const string Flip = """
        async (v) => {
          const k = window.kit, taken = [];
          crypto.getRandomValues = (a) => { a.set(k.unhex(nonce)); return a; };
          let nonce = v.claim.phoneNonce, tries = 0;
          const refused = async (name, work) => { tries++; try { await work(); taken.push(name); } catch (fault) { if (fault.constructor.name === 'TypeError') taken.push(name + ' ' + fault); } };
          const turned = (hex, bit) => { const bytes = k.unhex(hex); bytes[bit >> 3] ^= 1 << (bit & 7); return bytes; };
          const bits = (hex) => hex.length * 4;
          for (let bit = 0; bit < bits(v.claim.accept); bit++) {
            const answers = [k.unhex(v.claim.challenge), turned(v.claim.accept, bit)];
            await refused('accept ' + bit, () => k.pair(async () => answers.shift(), 1, k.unhex(v.claim.code), 1));
          }
          nonce = v.quick.phoneNonce;
          for (let bit = 0; bit < bits(v.quick.accept); bit++) {
            const answers = [k.unhex(v.quick.challenge), turned(v.quick.accept, bit)];
            await refused('session ' + bit, () => k.openSession(async () => answers.shift(), k.unhex(v.quick.phoneId), k.unhex(v.quick.phoneKey), null));
          }
          const sealed = v.claim.sealed[0].answerMessage;
          for (let bit = 0; bit < bits(sealed); bit++) {
            nonce = v.claim.phoneNonce;
            const answers = [k.unhex(v.claim.challenge), k.unhex(v.claim.accept), turned(sealed, bit)];
            const channel = await k.pair(async () => answers.shift(), 1, k.unhex(v.claim.code), 1);
            await refused('sealed ' + bit, () => channel.say(v.claim.sealed[0].question));
          }
          return [tries + '', ...taken];
        }
        """;

    [TestMethod]
    [Req("AUTH-04")]
    public async Task Script_EveryVector_IsMetByteForByte()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        using Device device = new(door: new StagedDoor { Says = HomeUnpaired }, isHomeSide: false);
        IPage page = await OpenAsync(chromium, device);
        Assert.IsFalse(await page.EvaluateAsync<bool>("isSecureContext"));

        string[] told = await page.EvaluateAsync<string[]>("(text) => (" + Walk + ")(JSON.parse(text))", await Vectors());
        Assert.AreEqual("28", told[0], "as many as the file has; count them when it grows");
        Assert.HasCount(1, told, string.Join('\n', told));
    }

    [TestMethod]
    [Req("AUTH-04")]
    public async Task Script_AnyBitOfAnAnswerTurned_TakesNothing()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        using Device device = new(door: new StagedDoor { Says = HomeUnpaired }, isHomeSide: false);
        IPage page = await OpenAsync(chromium, device);

        string[] told = await page.EvaluateAsync<string[]>("(text) => (" + Flip + ")(JSON.parse(text))", await Vectors());
        Assert.IsGreaterThan(2000, int.Parse(told[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.HasCount(1, told, string.Join('\n', told));
    }

    [TestMethod]
    [Req("AUTH-03")]
    public async Task Pin_OnAPhoneSixTimesSlower_TakesFourSecondsAtMost()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        using Device device = new(door: new StagedDoor { Says = HomeUnpaired }, isHomeSide: false);
        IPage page = await OpenAsync(chromium, device);
        ICDPSession session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slower });
        double tookMs = 0;

        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            tookMs = await page.EvaluateAsync<double>("async () => { const start = performance.now(); await kit.newPin('739154'); return performance.now() - start; }");
            Console.WriteLine($"{await page.EvaluateAsync<int>("kit.ROUNDS")} rounds took {tookMs:F0} ms, {Slower} times slower");

            if (tookMs <= PinMs)
            {
                return;
            }
        }

        Assert.Fail($"took {tookMs:F0} ms the last time, {Attempts} times over {PinMs}");
    }

    private const string HomeUnpaired = "\"side\":\"home\",\"paired\":false,\"claim\":{\"open\":true,\"left\":0},\"setup\":{\"open\":false}";

    // A code in the address: its part is needed, and comes.
    private static async Task<IPage> OpenAsync(Chromium chromium, Device device)
    {
        IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { BypassCSP = true, Locale = "en" });
        await ShippedScript.AddAsync(context, s_kit);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(device.Url + "#c=Z2BE04G4HM9WX41J4");
        await page.WaitForFunctionAsync("window.kit && window.kit.isWhole");
        return page;
    }

    private static Task<string> Vectors()
    {
        return File.ReadAllTextAsync(Path.Combine(Tree.Root, "tests", "Vectors", "pairing.json"));
    }
}
