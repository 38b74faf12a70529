using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Guard.Manifests;

namespace ToyGuard.Guard.Tests.Manifests;

/// <summary>
/// Goal: a manifest is read exactly as its maker wrote it, or not at all; and its maker learns everything that is wrong at once, where, and what to write instead.
/// Method: one good manifest with every member, spoiled in one place at a time; a suggestion counts only if taking it mends the file.
/// </summary>
[TestClass]
public class ManifestReaderTests
{
    [TestMethod]
    [Req("EGR-01")]
    [DataRow("\"manifest\": 1", "\"manifest\": 2", "manifest", 3, "")]
    [DataRow("\"manifest\": 1", "\"manifest\": 0", "manifest", 3, "")]
    [DataRow("\"manifest\": 1", "\"manifest\": -1", "manifest", 3, "")]
    [DataRow("\"manifest\": 1", "\"manifest\": 1.0", "manifest", 3, "")]
    [DataRow("\"manifest\": 1", "\"manifest\": 1e0", "manifest", 3, "")]
    [DataRow("\"manifest\": 1", "\"manifest\": \"1\"", "manifest", 3, "1")]
    [DataRow("\"manifest\": 1", "\"manifest\": \"2\"", "manifest", 3, "")]
    [DataRow("\"manifest\": 1", "\"manifest\": null", "manifest", 3, "")]
    [DataRow("\"manifest\": 1", "\"manifest\": true", "manifest", 3, "")]
    [DataRow("\"manifest\": 1", "\"manifest\": [1]", "manifest", 3, "")]
    [DataRow("\"manifest\": 1", "\"manifest\": {}", "manifest", 3, "")]
    [DataRow("\"manifest\": 1", "\"manifest\": 9223372036854775808", "manifest", 3, "")]
    [DataRow("\"story-bear-2\"", "\"Story Bear 2\"", "model", 4, "\"story-bear-2\"")]
    [DataRow("\"story-bear-2\"", "\"story_bear_2\"", "model", 4, "\"story-bear-2\"")]
    [DataRow("\"story-bear-2\"", "\"STORY\"", "model", 4, "\"story\"")]
    [DataRow("\"story-bear-2\"", "\"\"", "model", 4, "")]
    [DataRow("\"story-bear-2\"", "\"a b\"", "model", 4, "\"a-b\"")]
    [DataRow("\"story-bear-2\"", "\"a  b\"", "model", 4, "\"a-b\"")]
    [DataRow("\"story-bear-2\"", "\"a - b\"", "model", 4, "\"a-b\"")]
    [DataRow("\"story-bear-2\"", "\" bear\"", "model", 4, "\"bear\"")]
    [DataRow("\"story-bear-2\"", "\"b\\u00e4r\"", "model", 4, "\"b-r\"")]
    [DataRow("\"story-bear-2\"", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "model", 4, "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"")]
    [DataRow("\"story-bear-2\"", "\"\\u718a\"", "model", 4, "")]
    [DataRow("\"story-bear-2\"", "1", "model", 4, "")]
    [DataRow("\"story-bear-2\"", "null", "model", 4, "")]
    [DataRow("\"story-bear-2\"", "[\"a\"]", "model", 4, "")]
    [DataRow("\"story-bear-2\"", "{\"a\":1}", "model", 4, "")]
    [DataRow("\"story-bear-2\"", "\"bear/2\"", "model", 4, "\"bear-2\"")]
    [DataRow("\"story-bear-2\"", "\"bear.2\"", "model", 4, "\"bear-2\"")]
    [DataRow("\"story-bear-2\"", "\"bear\\n\"", "model", 4, "\"bear\"")]
    [DataRow("\"story-bear-2\"", "\"!\"", "model", 4, "")]
    [DataRow("\"Story Bear\"", "\"\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\" \"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\" Story Bear\"", "name", 5, "\"Story Bear\"")]
    [DataRow("\"Story Bear\"", "\"Story Bear \"", "name", 5, "\"Story Bear\"")]
    [DataRow("\"Story Bear\"", "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"Story\\nBear\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"Story\\tBear\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"Story\\u202eraeB\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"Story\\u200bBear\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"\\u00a0\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"Story\\u00a0Bear\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"\\u200d\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"Bear\\u200c\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"\\ufeffBear\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"\\u3164\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"\\u2800\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"Bear\\ud83d\\ude00\\udb40\\udc61\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"\\ufe0fBear\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"a\\u0085b\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"a\\u007fb\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"a\\u2028b\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"\\u2066a\\u2069\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "1", "name", 5, "")]
    [DataRow("\"Story Bear\"", "null", "name", 5, "")]
    [DataRow("\"Story Bear\"", "false", "name", 5, "")]
    [DataRow("\"Story Bear\"", "[\"Story Bear\"]", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\"", "name", 5, "")]
    [DataRow("\"Story Bear\"", "\"\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\"", "name", 5, "")]
    [DataRow("\"Example Toys\"", "\"\"", "maker", 6, "")]
    [DataRow("\"Example Toys\"", "7", "maker", 6, "")]
    [DataRow("\"Example Toys\"", "\"Example\\u202eToys\"", "maker", 6, "")]
    [DataRow("\"Example Toys\"", "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"", "maker", 6, "")]
    [DataRow("\"https://toys.example/contact\"", "\"http://toys.example/contact\"", "contact", 7, "\"https://toys.example/contact\"")]
    [DataRow("\"https://toys.example/contact\"", "\"toys.example/contact\"", "contact", 7, "\"https://toys.example/contact\"")]
    [DataRow("\"https://toys.example/contact\"", "\"mailto:a@toys.example\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"http://toys.local/\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"http://192.0.2.1/\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"http://\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https://\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https://192.0.2.1/\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https://[2001:db8::1]/\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https://localhost/\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https://toys.example@evil.test/\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https://toys.example/a b\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https://toys.example/\\n\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https:\\\\\\\\toys.example\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https://toys.local/\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https://t\\u00f6ys.example/\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"HTTPS://toys.example/\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"ftp://toys.example/\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"javascript:alert(1)\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https://toys.example/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https://toys.example:0/\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https://toys.example:65536/\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"//toys.example/\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "1", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "null", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https://-toys.example/\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https://toys_x.example/\"", "contact", 7, "")]
    [DataRow("\"https://toys.example/contact\"", "\"https://example/\"", "contact", 7, "")]
    [DataRow("\"mailto:security@toys.example\"", "\"security@toys.example\"", "securityContact", 8, "\"mailto:security@toys.example\"")]
    [DataRow("\"mailto:security@toys.example\"", "\"http://toys.example/s\"", "securityContact", 8, "\"https://toys.example/s\"")]
    [DataRow("\"mailto:security@toys.example\"", "\"mailto:\"", "securityContact", 8, "")]
    [DataRow("\"mailto:security@toys.example\"", "\"mailto:@toys.example\"", "securityContact", 8, "")]
    [DataRow("\"mailto:security@toys.example\"", "\"mailto:security\"", "securityContact", 8, "")]
    [DataRow("\"mailto:security@toys.example\"", "\"mailto:a@b\"", "securityContact", 8, "")]
    [DataRow("\"mailto:security@toys.example\"", "\"mailto:a b@toys.example\"", "securityContact", 8, "")]
    [DataRow("\"mailto:security@toys.example\"", "\"mailto:a@toys.example?cc=b@evil.test\"", "securityContact", 8, "")]
    [DataRow("\"mailto:security@toys.example\"", "\"mailto:a@toys.example,b@toys.example\"", "securityContact", 8, "")]
    [DataRow("\"mailto:security@toys.example\"", "\"MAILTO:a@toys.example\"", "securityContact", 8, "")]
    [DataRow("\"mailto:security@toys.example\"", "\"mailto:a@192.0.2.1\"", "securityContact", 8, "")]
    [DataRow("\"mailto:security@toys.example\"", "\"mailto:a%0a@toys.example\"", "securityContact", 8, "")]
    [DataRow("\"mailto:security@toys.example\"", "\"mailto:a@toys.example\\n\"", "securityContact", 8, "")]
    [DataRow("\"mailto:security@toys.example\"", "\"tel:+1\"", "securityContact", 8, "")]
    [DataRow("\"mailto:security@toys.example\"", "\"\"", "securityContact", 8, "")]
    [DataRow("\"mailto:security@toys.example\"", "1", "securityContact", 8, "")]
    [DataRow("\"mailto:security@toys.example\"", "\"mailto:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@toys.example\"", "securityContact", 8, "")]
    [DataRow("\"2031-12-31\"", "\"2031-02-29\"", "supportUntil", 9, "\"2031-02-28\"")]
    [DataRow("\"2031-12-31\"", "\"2100-02-29\"", "supportUntil", 9, "\"2100-02-28\"")]
    [DataRow("\"2031-12-31\"", "\"2028-02-30\"", "supportUntil", 9, "\"2028-02-29\"")]
    [DataRow("\"2031-12-31\"", "\"2031-04-31\"", "supportUntil", 9, "\"2031-04-30\"")]
    [DataRow("\"2031-12-31\"", "\"2031-13-01\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"2031-00-01\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"2031-01-00\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"2031-12-32\"", "supportUntil", 9, "\"2031-12-31\"")]
    [DataRow("\"2031-12-31\"", "\"31.12.2031\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"2031-1-1\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"2031/12/31\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"20311231\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"2031-12-31T00:00:00Z\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"1999-12-31\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"2200-01-01\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"0000-00-00\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"2031-12-3a\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"-031-12-31\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\" 2031-12-31\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"2031-12-31 \"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"2031-12\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"forever\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"\"", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "20311231", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "null", "supportUntil", 9, "")]
    [DataRow("\"2031-12-31\"", "\"\\u0032\\u0030\\u0033\\u0031-12-3\\u0661\"", "supportUntil", 9, "")]
    [DataRow("\"9to12\"", "\"9-12\"", "ageBand", 10, "\"9to12\"")]
    [DataRow("\"9to12\"", "\"Under9\"", "ageBand", 10, "\"under9\"")]
    [DataRow("\"9to12\"", "\"under 9\"", "ageBand", 10, "\"under9\"")]
    [DataRow("\"9to12\"", "\"under10\"", "ageBand", 10, "\"under9\"")]
    [DataRow("\"9to12\"", "\"all\"", "ageBand", 10, "")]
    [DataRow("\"9to12\"", "\"\"", "ageBand", 10, "")]
    [DataRow("\"9to12\"", "9", "ageBand", 10, "")]
    [DataRow("\"9to12\"", "null", "ageBand", 10, "")]
    [DataRow("\"9to12\"", "\"13TO18\"", "ageBand", 10, "\"13to18\"")]
    [DataRow("\"9to12\"", "\"adult\"", "ageBand", 10, "")]
    [DataRow("\"9to12\"", "\"9to12 \"", "ageBand", 10, "\"9to12\"")]
    [DataRow("\"tales\"", "\"Tales\"", "endpoints[0].id", 13, "\"tales\"")]
    [DataRow("\"tales\"", "\"ta les\"", "endpoints[0].id", 13, "\"ta-les\"")]
    [DataRow("\"tales\"", "\"\"", "endpoints[0].id", 13, "")]
    [DataRow("\"tales\"", "\"---------------------------------\"", "endpoints[0].id", 13, "")]
    [DataRow("\"tales\"", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "endpoints[0].id", 13, "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"")]
    [DataRow("\"tales\"", "5", "endpoints[0].id", 13, "")]
    [DataRow("\"tales\"", "null", "endpoints[0].id", 13, "")]
    [DataRow("\"tales\"", "\"t_1\"", "endpoints[0].id", 13, "\"t-1\"")]
    [DataRow("\"stories.toys.example\"", "\"https://stories.toys.example/x\"", "endpoints[0].host", 14, "\"stories.toys.example\"")]
    [DataRow("\"stories.toys.example\"", "\"stories.toys.example/x\"", "endpoints[0].host", 14, "\"stories.toys.example\"")]
    [DataRow("\"stories.toys.example\"", "\"stories.toys.example:443\"", "endpoints[0].host", 14, "\"stories.toys.example\"")]
    [DataRow("\"stories.toys.example\"", "\"Stories.Toys.Example\"", "endpoints[0].host", 14, "\"stories.toys.example\"")]
    [DataRow("\"stories.toys.example\"", "\"stories.toys.example.\"", "endpoints[0].host", 14, "\"stories.toys.example\"")]
    [DataRow("\"stories.toys.example\"", "\" stories.toys.example\"", "endpoints[0].host", 14, "\"stories.toys.example\"")]
    [DataRow("\"stories.toys.example\"", "\"*\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"*.\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"*.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"*.co.uk\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"*.github.io\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"*toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"a.*.toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"*.*.toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"**.toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"toys.*\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"a*.toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"192.0.2.1\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"[2001:db8::1]\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"2001:db8::1\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"127.1\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"0x7f.1\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"2130706433\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"0177.0.0.1\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"*.0.2.1\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"toys.1\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"localhost\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"toys\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"toys.local\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"router.internal\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"1.0.0.127.in-addr.arpa\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"toys.onion\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"user@toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"stories_1.toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"stories..example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\".toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"-a.toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"a-.toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"ab--c.toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"xn--.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"stories toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"t\\u00f6ys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"\\u0430.toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"toys\\u3002example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"toys.example\\n\"", "endpoints[0].host", 14, "\"toys.example\"")]
    [DataRow("\"stories.toys.example\"", "\"toys%2eexample\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\".\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "443", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "null", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "[\"stories.toys.example\"]", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"allowed.example,stories.toys.example\"", "endpoints[0].host", 14, "")]
    [DataRow("\"stories.toys.example\"", "\"toys.example\\u0001\"", "endpoints[0].host", 14, "")]
    [DataRow("8443", "0", "endpoints[0].port", 15, "")]
    [DataRow("8443", "-1", "endpoints[0].port", 15, "")]
    [DataRow("8443", "65536", "endpoints[0].port", 15, "")]
    [DataRow("8443", "443.5", "endpoints[0].port", 15, "")]
    [DataRow("8443", "8443.0", "endpoints[0].port", 15, "")]
    [DataRow("8443", "8.443e3", "endpoints[0].port", 15, "")]
    [DataRow("8443", "99999999999999999999", "endpoints[0].port", 15, "")]
    [DataRow("8443", "\"8443\"", "endpoints[0].port", 15, "8443")]
    [DataRow("8443", "\"443\"", "endpoints[0].port", 15, "443")]
    [DataRow("8443", "\"0\"", "endpoints[0].port", 15, "")]
    [DataRow("8443", "\"08443\"", "endpoints[0].port", 15, "")]
    [DataRow("8443", "\"https\"", "endpoints[0].port", 15, "")]
    [DataRow("8443", "null", "endpoints[0].port", 15, "")]
    [DataRow("8443", "true", "endpoints[0].port", 15, "")]
    [DataRow("8443", "[8443]", "endpoints[0].port", 15, "")]
    [DataRow("8443", "\"+443\"", "endpoints[0].port", 15, "")]
    [DataRow("8443", "\" 443\"", "endpoints[0].port", 15, "")]
    [DataRow("8443", "\"99999999999999\"", "endpoints[0].port", 15, "")]
    [DataRow("\"tls\"", "\"TLS\"", "endpoints[0].scheme", 16, "\"tls\"")]
    [DataRow("\"tls\"", "\"HTTPS\"", "endpoints[0].scheme", 16, "\"https\"")]
    [DataRow("\"tls\"", "\"htps\"", "endpoints[0].scheme", 16, "\"https\"")]
    [DataRow("\"tls\"", "\"ftp\"", "endpoints[0].scheme", 16, "")]
    [DataRow("\"tls\"", "\"ws\"", "endpoints[0].scheme", 16, "")]
    [DataRow("\"tls\"", "\"tcp\"", "endpoints[0].scheme", 16, "")]
    [DataRow("\"tls\"", "\"udp\"", "endpoints[0].scheme", 16, "")]
    [DataRow("\"tls\"", "\"*\"", "endpoints[0].scheme", 16, "")]
    [DataRow("\"tls\"", "\"\"", "endpoints[0].scheme", 16, "")]
    [DataRow("\"tls\"", "null", "endpoints[0].scheme", 16, "")]
    [DataRow("\"tls\"", "1", "endpoints[0].scheme", 16, "")]
    [DataRow("\"Tale Makers\"", "\"\"", "endpoints[0].owner", 17, "")]
    [DataRow("\"Tale Makers\"", "null", "endpoints[0].owner", 17, "")]
    [DataRow("\"Tale Makers\"", "\"Tale\\u0007\"", "endpoints[0].owner", 17, "")]
    [DataRow("\"Tale Makers\"", "\"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\"", "endpoints[0].owner", 17, "")]
    [DataRow("\"Tale Makers\"", "\"Tale Makers \"", "endpoints[0].owner", 17, "\"Tale Makers\"")]
    [DataRow("\"first\"", "\"First\"", "endpoints[0].party", 18, "\"first\"")]
    [DataRow("\"first\"", "\"second\"", "endpoints[0].party", 18, "")]
    [DataRow("\"first\"", "\"thrid\"", "endpoints[0].party", 18, "\"third\"")]
    [DataRow("\"first\"", "\"maker\"", "endpoints[0].party", 18, "")]
    [DataRow("\"first\"", "\"\"", "endpoints[0].party", 18, "")]
    [DataRow("\"first\"", "1", "endpoints[0].party", 18, "")]
    [DataRow("\"first\"", "null", "endpoints[0].party", 18, "")]
    [DataRow("\"stories\"", "\"story\"", "endpoints[0].purpose", 19, "\"stories\"")]
    [DataRow("\"stories\"", "\"storys\"", "endpoints[0].purpose", 19, "\"stories\"")]
    [DataRow("\"stories\"", "\"voice\"", "endpoints[0].purpose", 19, "\"voice-answers\"")]
    [DataRow("\"stories\"", "\"firmware-update\"", "endpoints[0].purpose", 19, "\"firmware-information\"")]
    [DataRow("\"stories\"", "\"advertising\"", "endpoints[0].purpose", 19, "")]
    [DataRow("\"stories\"", "\"profiling\"", "endpoints[0].purpose", 19, "")]
    [DataRow("\"stories\"", "\"other\"", "endpoints[0].purpose", 19, "")]
    [DataRow("\"stories\"", "\"\"", "endpoints[0].purpose", 19, "")]
    [DataRow("\"stories\"", "null", "endpoints[0].purpose", 19, "")]
    [DataRow("\"stories\"", "[\"stories\"]", "endpoints[0].purpose", 19, "")]
    [DataRow("\"stories\"", "\"Stories\"", "endpoints[0].purpose", 19, "\"stories\"")]
    [DataRow("[ \"chosen-story\", \"language\" ]", "[]", "endpoints[0].data", 20, "[\"none\"]")]
    [DataRow("[ \"chosen-story\", \"language\" ]", "\"usage\"", "endpoints[0].data", 20, "")]
    [DataRow("[ \"chosen-story\", \"language\" ]", "null", "endpoints[0].data", 20, "")]
    [DataRow("[ \"chosen-story\", \"language\" ]", "{}", "endpoints[0].data", 20, "")]
    [DataRow("[ \"chosen-story\", \"language\" ]", "[ \"none\", \"language\" ]", "endpoints[0].data", 20, "")]
    [DataRow("[ \"chosen-story\", \"language\" ]", "[ \"language\", \"none\" ]", "endpoints[0].data", 20, "")]
    [DataRow("[ \"chosen-story\", \"language\" ]", "1", "endpoints[0].data", 20, "")]
    [DataRow("\"language\"", "\"chosen-story\"", "endpoints[0].data[1]", 20, "")]
    [DataRow("\"language\"", "\"Language\"", "endpoints[0].data[1]", 20, "\"language\"")]
    [DataRow("\"language\"", "\"langauge\"", "endpoints[0].data[1]", 20, "\"language\"")]
    [DataRow("\"language\"", "\"device\"", "endpoints[0].data[1]", 20, "\"device-id\"")]
    [DataRow("\"language\"", "\"everything\"", "endpoints[0].data[1]", 20, "")]
    [DataRow("\"language\"", "\"\"", "endpoints[0].data[1]", 20, "")]
    [DataRow("\"language\"", "1", "endpoints[0].data[1]", 20, "")]
    [DataRow("\"language\"", "null", "endpoints[0].data[1]", 20, "")]
    [DataRow("\"language\"", "[\"language\"]", "endpoints[0].data[1]", 20, "")]
    [DataRow("52428800", "-1", "endpoints[0].dailyBytes", 21, "")]
    [DataRow("52428800", "1099511627777", "endpoints[0].dailyBytes", 21, "")]
    [DataRow("52428800", "52428800.0", "endpoints[0].dailyBytes", 21, "")]
    [DataRow("52428800", "1e3", "endpoints[0].dailyBytes", 21, "")]
    [DataRow("52428800", "9223372036854775808", "endpoints[0].dailyBytes", 21, "")]
    [DataRow("52428800", "\"52428800\"", "endpoints[0].dailyBytes", 21, "52428800")]
    [DataRow("52428800", "\"0\"", "endpoints[0].dailyBytes", 21, "0")]
    [DataRow("52428800", "\"\"", "endpoints[0].dailyBytes", 21, "")]
    [DataRow("52428800", "\"99999999999999999999\"", "endpoints[0].dailyBytes", 21, "")]
    [DataRow("52428800", "\"052\"", "endpoints[0].dailyBytes", 21, "")]
    [DataRow("52428800", "null", "endpoints[0].dailyBytes", 21, "")]
    [DataRow("52428800", "false", "endpoints[0].dailyBytes", 21, "")]
    [DataRow("\"mon\"", "\"Monday\"", "endpoints[0].hours[0].days[0]", 23, "\"mon\"")]
    [DataRow("\"mon\"", "\"Mon\"", "endpoints[0].hours[0].days[0]", 23, "\"mon\"")]
    [DataRow("\"mon\"", "\"weekday\"", "endpoints[0].hours[0].days[0]", 23, "")]
    [DataRow("\"mon\"", "\"\"", "endpoints[0].hours[0].days[0]", 23, "")]
    [DataRow("\"mon\"", "1", "endpoints[0].hours[0].days[0]", 23, "")]
    [DataRow("\"mon\"", "\"daily\"", "endpoints[0].hours[0].days[0]", 23, "")]
    [DataRow("[ \"mon\", \"fri\" ]", "[]", "endpoints[0].hours[0].days", 23, "")]
    [DataRow("[ \"mon\", \"fri\" ]", "\"mon\"", "endpoints[0].hours[0].days", 23, "")]
    [DataRow("[ \"mon\", \"fri\" ]", "[ \"mon\", \"mon\" ]", "endpoints[0].hours[0].days[1]", 23, "")]
    [DataRow("\"07:00\"", "\"7:00\"", "endpoints[0].hours[0].from", 23, "\"07:00\"")]
    [DataRow("\"07:00\"", "\"7\"", "endpoints[0].hours[0].from", 23, "")]
    [DataRow("\"07:00\"", "\"25:00\"", "endpoints[0].hours[0].from", 23, "")]
    [DataRow("\"07:00\"", "\"07:60\"", "endpoints[0].hours[0].from", 23, "")]
    [DataRow("\"07:00\"", "\"07.00\"", "endpoints[0].hours[0].from", 23, "")]
    [DataRow("\"07:00\"", "\"07:00:00\"", "endpoints[0].hours[0].from", 23, "")]
    [DataRow("\"07:00\"", "\"0700\"", "endpoints[0].hours[0].from", 23, "")]
    [DataRow("\"07:00\"", "\"7:00 am\"", "endpoints[0].hours[0].from", 23, "")]
    [DataRow("\"07:00\"", "\"\"", "endpoints[0].hours[0].from", 23, "")]
    [DataRow("\"07:00\"", "700", "endpoints[0].hours[0].from", 23, "")]
    [DataRow("\"07:00\"", "null", "endpoints[0].hours[0].from", 23, "")]
    [DataRow("\"07:00\"", "\"-7:00\"", "endpoints[0].hours[0].from", 23, "")]
    [DataRow("\"07:00\"", "\"24:00\"", "endpoints[0].hours[0].from", 23, "\"00:00\"")]
    [DataRow("\"19:30\"", "\"1930\"", "endpoints[0].hours[0].to", 23, "")]
    [DataRow("\"19:30\"", "\"19:3\"", "endpoints[0].hours[0].to", 23, "")]
    [DataRow("\"19:30\"", "\"19:300\"", "endpoints[0].hours[0].to", 23, "")]
    [DataRow("\"19:30\"", "\"9:30\"", "endpoints[0].hours[0].to", 23, "\"09:30\"")]
    [DataRow("\"counts\"", "\"tales\"", "endpoints[1].id", 28, "\"tales-2\"")]
    [DataRow("\"tls\"", "\"https\", \"erase\": \"delete\"", "endpoints[0].erase", 16, "")]
    [DataRow("\"tls\"", "\"https\", \"erase\": \"\"", "endpoints[0].erase", 16, "")]
    [DataRow("\"tls\"", "\"https\", \"erase\": \"https://stories.toys.example/delete\"", "endpoints[0].erase", 16, "")]
    [DataRow("\"tls\"", "\"https\", \"erase\": \"/delete?id=1\"", "endpoints[0].erase", 16, "")]
    [DataRow("\"tls\"", "\"https\", \"erase\": \"/delete#x\"", "endpoints[0].erase", 16, "")]
    [DataRow("\"tls\"", "\"https\", \"erase\": \"/a b\"", "endpoints[0].erase", 16, "")]
    [DataRow("\"tls\"", "\"https\", \"erase\": \"/a%20b\"", "endpoints[0].erase", 16, "")]
    [DataRow("\"tls\"", "\"https\", \"erase\": \"/\\u00e4\"", "endpoints[0].erase", 16, "")]
    [DataRow("\"tls\"", "\"https\", \"erase\": \"/a\\\\b\"", "endpoints[0].erase", 16, "")]
    [DataRow("\"tls\"", "\"https\", \"erase\": \"/a\\n\"", "endpoints[0].erase", 16, "")]
    [DataRow("\"tls\"", "\"https\", \"erase\": \"/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"", "endpoints[0].erase", 16, "")]
    [DataRow("\"tls\"", "\"https\", \"erase\": 1", "endpoints[0].erase", 16, "")]
    [DataRow("\"tls\"", "\"https\", \"erase\": null", "endpoints[0].erase", 16, "")]
    [DataRow("\"tls\"", "\"https\", \"erase\": [\"/a\"]", "endpoints[0].erase", 16, "")]
    [DataRow("\"tls\"", "\"tls\", \"erase\": \"/delete\"", "endpoints[0].erase", 16, "")]
    [DataRow("\"tls\"", "\"http\", \"erase\": \"/delete\"", "endpoints[0].erase", 16, "")]
    [DataRow("\"microphone\"", "\"mic\"", "sensors[0].kind", 39, "\"microphone\"")]
    [DataRow("\"microphone\"", "\"Microphone\"", "sensors[0].kind", 39, "\"microphone\"")]
    [DataRow("\"microphone\"", "\"lidar\"", "sensors[0].kind", 39, "")]
    [DataRow("\"microphone\"", "\"\"", "sensors[0].kind", 39, "")]
    [DataRow("\"microphone\"", "1", "sensors[0].kind", 39, "")]
    [DataRow("\"talk\"", "\"ads\"", "sensors[0].purpose", 39, "")]
    [DataRow("\"talk\"", "\"Talk\"", "sensors[0].purpose", 39, "\"talk\"")]
    [DataRow("\"talk\"", "\"listening\"", "sensors[0].purpose", 39, "")]
    [DataRow("\"talk\"", "null", "sensors[0].purpose", 39, "")]
    [DataRow("\"push-to-talk\"", "\"push to talk\"", "sensors[0].mode", 39, "\"push-to-talk\"")]
    [DataRow("\"push-to-talk\"", "\"ondemand\"", "sensors[0].mode", 39, "\"on-demand\"")]
    [DataRow("\"push-to-talk\"", "\"continuous\"", "sensors[0].mode", 39, "")]
    [DataRow("\"push-to-talk\"", "\"\"", "sensors[0].mode", 39, "")]
    [DataRow("\"on-demand\"", "\"push-to-talk\"", "sensors[1].mode", 40, "\"on-demand\"")]
    [DataRow("\"root.pem\"", "\"../root.pem\"", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "\"a/root.pem\"", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "\"a\\\\root.pem\"", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "\"/root.pem\"", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "\"I:\\\\root.pem\"", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "\".pem\"", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "\"..\"", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "\".\"", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "\"\"", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "\"root pem\"", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "\"r\\u00f6t.pem\"", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "\"root.pem\\n\"", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "1", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "null", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "[\"root.pem\"]", "roots[0]", 42, "")]
    [DataRow("\"root.pem\"", "\"-root.pem\"", "roots[0]", 42, "")]
    [DataRow("\"next.pem\"", "\"root.pem\"", "roots[1]", 42, "")]
    [DataRow("[ \"root.pem\", \"next.pem\" ]", "\"root.pem\"", "roots", 42, "")]
    [DataRow("[ \"root.pem\", \"next.pem\" ]", "[ \"a.pem\", \"b.pem\", \"c.pem\", \"d.pem\", \"e.pem\" ]", "roots[4]", 42, "")]
    [DataRow("\"../firmware/Guard/Manifests/manifest.schema.json\"", "1", "$schema", 2, "")]
    [DataRow("\"../firmware/Guard/Manifests/manifest.schema.json\"", "null", "$schema", 2, "")]
    public void Read_OneValueSpoiled_SaysSoThereAndOnlyThere(string old, string spoiled, string path, int line, string suggestion)
    {
        ManifestReading reading = ManifestSamples.Read(ManifestSamples.Swap(ManifestSamples.Full, old, spoiled));
        AssertOneComplaint(reading, path, line, suggestion);

        if (suggestion.Length > 0)
        {
            string mended = old[0] == '"' && old[old.Length - 1] != '"' ? "\"manifest\": " + suggestion : suggestion;
            AssertRead(ManifestSamples.Read(ManifestSamples.Swap(ManifestSamples.Full, old, mended)));
        }
    }

    [TestMethod]
    [DataRow("\"roots\":", "\"root\":", "root", 42, "\"roots\"")]
    [DataRow("\"$schema\":", "\"schema\":", "schema", 2, "\"$schema\"")]
    [DataRow("\"dailyBytes\":", "\"dailybytes\":", "endpoints[0].dailybytes", 21, "\"dailyBytes\"")]
    [DataRow("\"hours\":", "\"time\":", "endpoints[0].time", 22, "")]
    [DataRow("\"roots\":", "\"comment\":", "comment", 42, "")]
    [DataRow("\"roots\":", "\"x\\u0007y\":", "x?y", 42, "")]
    [DataRow("\"roots\":", "\"\":", "", 42, "")]
    public void Read_UnknownMember_SaysSoThereAndOnlyThere(string old, string unknown, string path, int line, string suggestion)
    {
        ManifestReading reading = ManifestSamples.Read(ManifestSamples.Swap(ManifestSamples.Full, old, unknown));
        AssertOneComplaint(reading, path, line, suggestion);

        if (suggestion.Length > 0)
        {
            Assert.AreEqual(old, suggestion + ":");
        }
    }

    [TestMethod]
    [DataRow("  \"manifest\": 1,\n", "manifest", 1)]
    [DataRow("  \"model\": \"story-bear-2\",\n", "model", 1)]
    [DataRow("  \"name\": \"Story Bear\",\n", "name", 1)]
    [DataRow("  \"maker\": \"Example Toys\",\n", "maker", 1)]
    [DataRow("  \"contact\": \"https://toys.example/contact\",\n", "contact", 1)]
    [DataRow("  \"securityContact\": \"mailto:security@toys.example\",\n", "securityContact", 1)]
    [DataRow("  \"supportUntil\": \"2031-12-31\",\n", "supportUntil", 1)]
    [DataRow("  \"ageBand\": \"9to12\",\n", "ageBand", 1)]
    [DataRow("      \"id\": \"tales\",\n", "endpoints[0].id", 12)]
    [DataRow("      \"host\": \"stories.toys.example\",\n", "endpoints[0].host", 12)]
    [DataRow("      \"port\": 8443,\n", "endpoints[0].port", 12)]
    [DataRow("      \"scheme\": \"tls\",\n", "endpoints[0].scheme", 12)]
    [DataRow("      \"owner\": \"Tale Makers\",\n", "endpoints[0].owner", 12)]
    [DataRow("      \"party\": \"first\",\n", "endpoints[0].party", 12)]
    [DataRow("      \"purpose\": \"stories\",\n", "endpoints[0].purpose", 12)]
    [DataRow("      \"data\": [ \"chosen-story\", \"language\" ],\n", "endpoints[0].data", 12)]
    [DataRow("\"days\": [ \"mon\", \"fri\" ], ", "endpoints[0].hours[0].days", 23)]
    [DataRow("\"from\": \"07:00\", ", "endpoints[0].hours[0].from", 23)]
    [DataRow(", \"to\": \"19:30\"", "endpoints[0].hours[0].to", 23)]
    [DataRow("\"kind\": \"microphone\", ", "sensors[0].kind", 39)]
    [DataRow(", \"mode\": \"push-to-talk\"", "sensors[0].mode", 39)]
    [Req("EGR-01")]
    public void Read_MemberMissing_NamesIt(string member, string path, int line)
    {
        ManifestReading reading = ManifestSamples.Read(ManifestSamples.Swap(ManifestSamples.Full, member, ""));
        AssertOneComplaint(reading, path, line, "");
        string words = ((Complaint)reading.Complaints[0]!).Text;
        string name = path.Substring(path.IndexOf('.', path.IndexOf(']') + 1 > 0 ? path.IndexOf(']') : 0) + 1);
        Assert.IsTrue(words.IndexOf("missing") > 0 && words.IndexOf(LastName(name)) > 0, words);
    }

    [TestMethod]
    [DataRow("  \"$schema\": \"../firmware/Guard/Manifests/manifest.schema.json\",\n")]
    [DataRow("      \"dailyBytes\": 52428800,\n")]
    [DataRow(",\n  \"roots\": [ \"root.pem\", \"next.pem\" ]")]
    public void Read_OptionalMemberMissing_IsFine(string member)
    {
        AssertRead(ManifestSamples.Read(ManifestSamples.Swap(ManifestSamples.Full, member, "")));
    }

    [TestMethod]
    [DataRow("\"Story Bear\"", "\"\u718a\u306e\u304a\u8a71 B\u00e4r \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\"")]
    [DataRow("\"Story Bear\"", "\"x\"")]
    [DataRow("\"Story Bear\"", "\"Tom & \\\"Jerry\\\" \\\\ <b>\"")]
    [DataRow("\"story-bear-2\"", "\"-\"")]
    [DataRow("\"story-bear-2\"", "\"01234567890123456789012345678901\"")]
    [DataRow("\"https://toys.example/contact\"", "\"https://xn--tys-sna.example:8443/a?b=%20#c\"")]
    [DataRow("\"https://toys.example/contact\"", "\"https://Toys.Example\"")]
    [DataRow("\"mailto:security@toys.example\"", "\"https://toys.example/.well-known/security.txt\"")]
    [DataRow("\"mailto:security@toys.example\"", "\"mailto:Sec.team+toys_1-a@mail.toys.example\"")]
    [DataRow("\"2031-12-31\"", "\"2028-02-29\"")]
    [DataRow("\"2031-12-31\"", "\"2000-02-29\"")]
    [DataRow("\"2031-12-31\"", "\"2199-12-31\"")]
    [DataRow("\"9to12\"", "\"under9\"")]
    [DataRow("\"9to12\"", "\"13to18\"")]
    [DataRow("\"stories.toys.example\"", "\"*.stories.toys.example\"")]
    [DataRow("\"stories.toys.example\"", "\"xn--mnchen-3ya.example\"")]
    [DataRow("\"stories.toys.example\"", "\"1.a-b.toys.example\"")]
    [DataRow("8443", "1")]
    [DataRow("8443", "65535")]
    [DataRow("8443", "8444")]
    [DataRow("\"tls\"", "\"http\"")]
    [DataRow("\"tls\"", "\"https\", \"erase\": \"/\"")]
    [DataRow("\"tls\"", "\"https\", \"erase\": \"/delete\"")]
    [DataRow("\"tls\"", "\"https\", \"erase\": \"/v1/~toys/Delete-me_now.json\"")]
    [DataRow("\"tls\"", "\"https\", \"erase\": \"/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"")]
    [DataRow("\"first\"", "\"third\"")]
    [DataRow("[ \"chosen-story\", \"language\" ]", "[ \"none\" ]")]
    [DataRow("52428800", "0")]
    [DataRow("52428800", "1099511627776")]
    [DataRow("\"19:30\"", "\"07:00\"")]
    [DataRow("\"07:00\"", "\"00:00\"")]
    [DataRow("\"19:30\"", "\"23:59\"")]
    [DataRow("\"push-to-talk\"", "\"always\"")]
    [DataRow("\"pairing\"", "\"find-the-toy\"")]
    [DataRow("\"root.pem\"", "\"Root_CA-1.v2.PEM\"")]
    [DataRow("[ \"root.pem\", \"next.pem\" ]", "[]")]
    [DataRow("[ \"root.pem\", \"next.pem\" ]", "[ \"a\", \"b\", \"c\", \"d\" ]")]
    [DataRow("\"manifest\": 1", "\"m\\u0061nifest\": 1")]
    public void Read_OtherGoodValue_IsRead(string old, string other)
    {
        AssertRead(ManifestSamples.Read(ManifestSamples.Swap(ManifestSamples.Full, old, other)));
    }

    [TestMethod]
    public void Read_DesignExample_IsReadWhole()
    {
        ManifestReading reading = ManifestSamples.Read(ManifestSamples.Design);
        AssertRead(reading);
        Manifest manifest = reading.Manifest!;
        Assert.AreEqual("story-bear-2", manifest.Model);
        Assert.AreEqual("Story Bear", manifest.Name);
        Assert.AreEqual("Example Toys", manifest.Maker);
        Assert.AreEqual("https://toys.example/contact", manifest.Contact);
        Assert.AreEqual("mailto:security@toys.example", manifest.SecurityContact);
        Assert.AreEqual("2031-12-31", manifest.SupportUntil);
        Assert.AreEqual((int)AgeBand.Under9, (int)manifest.AgeBand);
        Assert.AreEqual(2, manifest.Endpoints.Length);
        Assert.AreEqual(1, manifest.Sensors.Length);
        Assert.AreEqual(0, manifest.Roots.Length);
        AssertEndpoint(manifest.Endpoints[0], "stories", "stories.toys.example", false, 443, Scheme.Https, "Example Toys", Party.First, "stories", 52428800);
        AssertEndpoint(manifest.Endpoints[1], "usage", "*.metrics.example", true, 443, Scheme.Https, "Metrics Ltd", Party.Third, "analytics", 0);
        Assert.AreEqual(1, manifest.Endpoints[0].Data.Length);
        Assert.AreEqual("chosen-story", manifest.Endpoints[0].Data[0]);
        Assert.AreEqual("usage", manifest.Endpoints[1].Data[0]);
        Assert.IsNull(manifest.Endpoints[0].Hours);
        Assert.AreEqual("microphone", manifest.Sensors[0].Kind);
        Assert.AreEqual("talk", manifest.Sensors[0].Purpose);
        Assert.AreEqual("push-to-talk", manifest.Sensors[0].Mode);
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Read_ErasePath_IsOfItsEndpointOnly_AndOfOneHost()
    {
        string json = ManifestSamples.Swap(ManifestSamples.Full, "\"tls\"", "\"https\", \"erase\": \"/v1/delete\"");
        Endpoint[] endpoints = ManifestSamples.Read(json).Manifest!.Endpoints;
        Assert.AreEqual("/v1/delete", endpoints[0].Erase);
        Assert.AreEqual("", endpoints[1].Erase);

        // The star stands before or behind the path.
        AssertOneComplaint(ManifestSamples.Read(ManifestSamples.Swap(json, "\"stories.toys.example\"", "\"*.toys.example\"")), "endpoints[0].erase", 16, "");
        json = ManifestSamples.Swap(ManifestSamples.Full, "\"id\": \"counts\"", "\"erase\": \"/v1/delete\", \"id\": \"counts\"");
        AssertOneComplaint(ManifestSamples.Read(ManifestSamples.Swap(json, "\"http\"", "\"https\"")), "endpoints[1].erase", 28, "");
    }

    [TestMethod]
    public void Read_EveryMember_IsReadWhole()
    {
        ManifestReading reading = ManifestSamples.Read(ManifestSamples.Full);
        AssertRead(reading);
        Manifest manifest = reading.Manifest!;
        Assert.AreEqual((int)AgeBand.From9To12, (int)manifest.AgeBand);
        AssertEndpoint(manifest.Endpoints[0], "tales", "stories.toys.example", false, 8443, Scheme.Tls, "Tale Makers", Party.First, "stories", 52428800);
        AssertEndpoint(manifest.Endpoints[1], "counts", "*.metrics.example", true, 8444, Scheme.Http, "Metrics Ltd", Party.Third, "analytics", 0);
        Assert.AreEqual(2, manifest.Endpoints[0].Data.Length);
        Assert.AreEqual("language", manifest.Endpoints[0].Data[1]);
        Assert.AreEqual(2, manifest.Sensors.Length);
        Assert.AreEqual("on-demand", manifest.Sensors[1].Mode);
        Assert.AreEqual(2, manifest.Roots.Length);
        Assert.AreEqual("root.pem", manifest.Roots[0]);
        Assert.AreEqual("next.pem", manifest.Roots[1]);
    }

    [TestMethod]
    [DataRow(0, 6, 59, false)] // Monday from 07:00 to 19:30
    [DataRow(0, 7, 0, true)]
    [DataRow(0, 19, 29, true)]
    [DataRow(0, 19, 30, false)]
    [DataRow(1, 12, 0, false)] // Tuesday
    [DataRow(4, 12, 0, true)] // Friday
    [DataRow(6, 12, 0, false)] // Sunday from 20:00, over midnight and the week's end, to 06:15
    [DataRow(6, 19, 59, false)]
    [DataRow(6, 20, 0, true)]
    [DataRow(6, 23, 59, true)]
    [DataRow(0, 0, 0, true)]
    [DataRow(0, 6, 14, true)]
    [DataRow(0, 6, 15, false)]
    [Req("EGR-09")]
    public void Read_Hours_AreTheMinutesWritten(int day, int hour, int minute, bool isInside)
    {
        Endpoint endpoint = ManifestSamples.Read(ManifestSamples.Full).Manifest!.Endpoints[0];
        Assert.AreEqual(isInside, endpoint.Hours!.Contains((day * 24 * 60) + (hour * 60) + minute));
    }

    [TestMethod]
    [Req("EGR-09")]
    public void Read_HoursFromAndToTheSame_AreAWholeDay()
    {
        WeeklyHours hours = ManifestSamples.Read(ManifestSamples.Swap(ManifestSamples.Full, "\"19:30\"", "\"07:00\"")).Manifest!.Endpoints[0].Hours!;
        Assert.IsFalse(hours.Contains(6 * 60 + 59));
        Assert.IsTrue(hours.Contains(7 * 60));
        Assert.IsTrue(hours.Contains((24 + 6) * 60 + 59));
        Assert.IsFalse(hours.Contains((24 + 7) * 60));
    }

    [TestMethod]
    public void Read_MuchIsWrong_SaysAllInOrder()
    {
        const string Json = "{\n \"manifest\": 2,\n \"model\": \"Bear\",\n \"maker\": \"A\",\n \"contact\": \"a.test\",\n \"extra\": [1, {\"a\": 2}],\n"
            + " \"endpoints\": [\n  { \"id\": \"a\", \"host\": \"*.com\", \"port\": \"443\" },\n  7\n ],\n \"sensors\": {}\n}";
        Assert.AreEqual(
            "2 manifest\n3 model -> \"bear\"\n5 contact -> \"https://a.test\"\n6 extra\n8 endpoints[0].host\n8 endpoints[0].port -> 443\n"
            + "8 endpoints[0].scheme\n8 endpoints[0].owner\n8 endpoints[0].party\n8 endpoints[0].purpose\n8 endpoints[0].data\n9 endpoints[1]\n"
            + "11 sensors\n1 name\n1 securityContact\n1 supportUntil\n1 ageBand\n",
            ManifestSamples.Summary(ManifestSamples.Read(Json)));
    }

    [TestMethod]
    [DataRow("", "1 \n")]
    [DataRow("\n\n", "3 \n")]
    [DataRow("[]", "1 \n")]
    [DataRow("null", "1 \n")]
    [DataRow("1", "1 \n")]
    [DataRow("\"manifest\"", "1 \n")]
    [DataRow("{\n\"model\":\"Bear\",\n}", "2 model -> \"bear\"\n3 model\n")]
    [DataRow("{\n\"manifest\":1,\n\"manifest\":1}", "3 manifest\n")]
    [DataRow("{\n\"manifest\":1,\n\"m\\u0061nifest\":1}", "3 manifest\n")]
    [DataRow("{\"endpoints\":[{\"port\":\n44x}]}", "2 endpoints[0].port\n")]
    [DataRow("{\"endpoints\":[{\"port\":443 \"id\":1}]}", "1 endpoints[0].port\n")]
    [DataRow("{\"endpoints\":[{\"hours\":[", "1 endpoints[0].hours\n")]
    [DataRow("{\"endpoints\":[{\"data\":[\"us", "1 endpoints[0].data\n")]
    [DataRow("{\"roots\":[\"a\", \"b\\u0000\"]}", "1 roots[0]\n")]
    [DataRow("{\"name\":\"\\ud800\"}", "1 name\n")]
    [DataRow("{\"x\":[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]}", "1 x\n1 x\n")]
    [DataRow("// manifest\n{}", "1 \n")]
    public void Read_BrokenJson_SaysWhereItBroke(string json, string summary)
    {
        ManifestReading reading = ManifestSamples.Read(json);
        Assert.IsNull(reading.Manifest);
        Assert.AreEqual(summary, ManifestSamples.Summary(reading));
    }

    [TestMethod]
    public void Read_SomethingBehindIt_IsRefused()
    {
        ManifestReading reading = ManifestSamples.Read(ManifestSamples.Full + "{}");
        AssertOneComplaint(reading, "", 44, "");
        AssertRead(ManifestSamples.Read(ManifestSamples.Full + " \n\t\r\n"));
    }

    [TestMethod]
    public void Read_64KiB_IsReadAndOneMoreRefused()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(ManifestSamples.Design);
        byte[] padded = new byte[ManifestReader.LengthMax + 1];

        for (int i = 0; i < padded.Length; i++)
        {
            padded[i] = i < bytes.Length ? bytes[i] : (byte)' ';
        }

        AssertRead(ManifestReader.Read(padded, ManifestReader.LengthMax));
        AssertOneComplaint(ManifestReader.Read(padded, ManifestReader.LengthMax + 1), "", 1, "");
    }

    [TestMethod]
    public void Read_32Endpoints_AreReadAndOneMoreRefused()
    {
        ManifestReading most = ManifestSamples.Read(WithEndpoints(32));
        AssertRead(most);
        Assert.AreEqual(32, most.Manifest!.Endpoints.Length);
        Assert.AreEqual(32, most.Manifest!.Endpoints[31].Port);
        AssertOneComplaint(ManifestSamples.Read(WithEndpoints(33)), "endpoints[32]", 1, "");
        AssertOneComplaint(ManifestSamples.Read(WithEndpoints(40)), "endpoints[32]", 1, "");
    }

    [TestMethod]
    public void Read_8Sensors_AreReadAndOneMoreRefused()
    {
        const string Seven = "{\"kind\":\"microphone\",\"purpose\":\"voice-answers\",\"mode\":\"always\"},{\"kind\":\"microphone\",\"purpose\":\"wake-word\",\"mode\":\"always\"},"
            + "{\"kind\":\"camera\",\"purpose\":\"photos\",\"mode\":\"on-demand\"},{\"kind\":\"camera\",\"purpose\":\"games\",\"mode\":\"on-demand\"},"
            + "{\"kind\":\"location\",\"purpose\":\"find-the-toy\",\"mode\":\"on-demand\"},{\"kind\":\"bluetooth\",\"purpose\":\"games\",\"mode\":\"always\"},"
            + "{\"kind\":\"bluetooth\",\"purpose\":\"remote-control\",\"mode\":\"always\"}";
        const string One = "{ \"kind\": \"microphone\"";
        AssertRead(ManifestSamples.Read(ManifestSamples.Swap(ManifestSamples.Design, One, Seven + "," + One)));
        AssertOneComplaint(
            ManifestSamples.Read(ManifestSamples.Swap(ManifestSamples.Design, One, Seven + ",{\"kind\":\"bluetooth\",\"purpose\":\"pairing\",\"mode\":\"always\"}," + One)),
            "sensors[8]",
            9,
            "");
    }

    [TestMethod]
    public void Read_14Windows_AreReadAndOneMoreRefused()
    {
        const string One = "{ \"days\": [ \"mon\", \"fri\" ]";
        string window = "{\"days\":[\"tue\"],\"from\":\"01:00\",\"to\":\"02:00\"},";
        string twelve = window + window + window + window + window + window + window + window + window + window + window + window;
        AssertRead(ManifestSamples.Read(ManifestSamples.Swap(ManifestSamples.Full, One, twelve + One)));
        AssertOneComplaint(
            ManifestSamples.Read(ManifestSamples.Swap(ManifestSamples.Full, One, twelve + window + One)),
            "endpoints[0].hours[14]",
            24,
            "");
    }

    [TestMethod]
    public void Read_SamePlaceTwice_SaysSo()
    {
        string same = ManifestSamples.Swap(ManifestSamples.Swap(ManifestSamples.Full, "\"*.metrics.example\"", "\"stories.toys.example\""), "8444", "8443");
        AssertRead(ManifestSamples.Read(same));
        AssertOneComplaint(ManifestSamples.Read(ManifestSamples.Swap(same, "\"http\"", "\"tls\"")), "endpoints[1]", 27, "");
    }

    [TestMethod]
    public void Read_SameLongIdTwice_SuggestsNothingTooLong()
    {
        const string Long = "\"abcdefghijklmnopqrstuvwxyz012345\"";
        string same = ManifestSamples.Swap(ManifestSamples.Swap(ManifestSamples.Full, "\"tales\"", Long), "\"counts\"", Long);
        AssertOneComplaint(ManifestSamples.Read(same), "endpoints[1].id", 28, "");
    }

    [TestMethod]
    public void Read_SameSensorAndPurposeTwice_SaysSo()
    {
        string same = ManifestSamples.Swap(ManifestSamples.Full, "\"bluetooth\", \"purpose\": \"pairing\"", "\"microphone\", \"purpose\": \"talk\"");
        AssertOneComplaint(ManifestSamples.Read(same), "sensors[1]", 40, "");
    }

    [TestMethod]
    [DataRow("\"hours\": [\n        { \"days\": [ \"mon\", \"fri\" ], \"from\": \"07:00\", \"to\": \"19:30\" },\n        { \"days\": [ \"sun\" ], \"from\": \"20:00\", \"to\": \"06:15\" }\n      ]", "\"hours\": []", "endpoints[0].hours")]
    [DataRow("\"hours\": [\n        { \"days\": [ \"mon\", \"fri\" ], \"from\": \"07:00\", \"to\": \"19:30\" },\n        { \"days\": [ \"sun\" ], \"from\": \"20:00\", \"to\": \"06:15\" }\n      ]", "\"hours\": null", "endpoints[0].hours")]
    [DataRow("\"hours\": [\n        { \"days\": [ \"mon\", \"fri\" ], \"from\": \"07:00\", \"to\": \"19:30\" },\n        { \"days\": [ \"sun\" ], \"from\": \"20:00\", \"to\": \"06:15\" }\n      ]", "\"hours\": [ \"07:00\" ]", "endpoints[0].hours[0]")]
    public void Read_HoursOfAnotherKind_AreRefused(string old, string spoiled, string path)
    {
        // No hours at all must never come to mean any time.
        AssertOneComplaint(ManifestSamples.Read(ManifestSamples.Swap(ManifestSamples.Full, old, spoiled)), path, 22, "");
    }

    [TestMethod]
    public void Read_EndlessComplaints_StopsListing()
    {
        StringBuilder json = new("{");

        for (int i = 0; i < 60; i++)
        {
            json.Append("\"x");
            json.Append(i);
            json.Append("\":0,");
        }

        // The last endpoint is spoiled where no complaint finds room any more.
        json.Append("\"endpoints\":[{},{\"id\":\"a\",\"host\":\"a.test\",\"port\":1,\"scheme\":\"x\",\"owner\":\"a\",\"party\":\"x\",\"purpose\":\"x\",\"data\":[\"usage\"],");
        json.Append("\"dailyBytes\":-1,\"hours\":[]}]}");
        ManifestReading reading = ManifestSamples.Read(json.ToString());
        Assert.AreEqual(65, reading.Complaints.Count);
        Assert.IsNull(reading.Manifest);
    }

    [TestMethod]
    public void Read_HostileWords_AreCitedHarmlessly()
    {
        string hostile = ManifestSamples.Swap(ManifestSamples.Full, "\"stories\"", "\"\\u001b[31m\\u202e<script>" + "0123456789012345678901234567890123456789\"");
        Complaint complaint = (Complaint)ManifestSamples.Read(hostile).Complaints[0]!;

        for (int i = 0; i < complaint.Text.Length; i++)
        {
            Assert.IsTrue(complaint.Text[i] >= ' ' && complaint.Text[i] <= '~');
        }

        Assert.IsTrue(complaint.Text.IndexOf("0123456789012345678901234567890123456789") < 0);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_SomePrefixes_GiveNoManifest()
    {
        // Every prefix is for the desktop; the device's interpreter takes a sample.
        byte[] bytes = Encoding.UTF8.GetBytes(ManifestSamples.Design);

        for (int count = 0; count < bytes.Length - 1; count += 17)
        {
            Assert.IsNull(ManifestReader.Read(bytes, count).Manifest);
        }
    }

    private static string WithEndpoints(int count)
    {
        StringBuilder json = new("{\"manifest\":1,\"model\":\"m\",\"name\":\"N\",\"maker\":\"M\",\"contact\":\"https://a.test\",\"securityContact\":\"mailto:a@a.test\","
            + "\"supportUntil\":\"2030-01-01\",\"ageBand\":\"under9\",\"sensors\":[],\"endpoints\":[");

        for (int i = 1; i <= count; i++)
        {
            json.Append(i == 1 ? "{\"id\":\"e" : ",{\"id\":\"e");
            json.Append(i);
            json.Append("\",\"host\":\"a.test\",\"port\":");
            json.Append(i);
            json.Append(",\"scheme\":\"tls\",\"owner\":\"M\",\"party\":\"first\",\"purpose\":\"games\",\"data\":[\"none\"]}");
        }

        json.Append("]}");
        return json.ToString();
    }

    private static string LastName(string path)
    {
        int dot = -1;

        for (int i = 0; i < path.Length; i++)
        {
            dot = path[i] == '.' ? i : dot;
        }

        return path.Substring(dot + 1);
    }

    private static void AssertRead(ManifestReading reading)
    {
        Assert.AreEqual("", ManifestSamples.Summary(reading));
        Assert.IsNotNull(reading.Manifest);
    }

    private static void AssertOneComplaint(ManifestReading reading, string path, int line, string suggestion)
    {
        Assert.IsNull(reading.Manifest);
        Assert.AreEqual(line.ToString() + " " + path + (suggestion.Length > 0 ? " -> " + suggestion : "") + "\n", ManifestSamples.Summary(reading));
        string words = ((Complaint)reading.Complaints[0]!).Text;
        Assert.IsTrue(words.Length > 10 && words[words.Length - 1] == '.', words);
    }

    private static void AssertEndpoint(
        Endpoint endpoint, string id, string host, bool isWildcard, int port, Scheme scheme, string owner, Party party, string purpose, long dailyBytes)
    {
        Assert.AreEqual(id, endpoint.Id);
        Assert.AreEqual(host, endpoint.Pattern.Text);
        Assert.AreEqual(isWildcard, endpoint.Pattern.IsWildcard);
        Assert.AreEqual(port, endpoint.Port);
        Assert.AreEqual((int)scheme, (int)endpoint.Scheme);
        Assert.AreEqual(owner, endpoint.Owner);
        Assert.AreEqual((int)party, (int)endpoint.Party);
        Assert.AreEqual(purpose, endpoint.Purpose);
        Assert.AreEqual(dailyBytes, endpoint.DailyBytes);
    }
}
