namespace ToyGuard.Page.Looks;

/// <summary>Felt and stitch: the page's style sheet. The first two lines hold every colour, for light and dark; the rest only their names.</summary>
/// <remarks>Logical properties only, so that it serves both ways of writing. Nothing moves, nothing is loaded.</remarks>
internal static class PageStyle
{
    /// <summary>SHA-256 of <see cref="Text"/> in base64, for the content policy. A test computes it.</summary>
    internal const string Sha256 = "y85cq8Dp1JkRljcLXvjG+03LM3MZCade55CoYytduks=";

    /// <summary>The whole style sheet.</summary>
    internal const string Text =
        ":root{color-scheme:light dark;--bg:#EEF4F3;--card:#FFFFFF;--ink:#14313A;--soft:#48616A;--act:#0B5F6B;--good:#1C6643;--goodtint:#DCEFE4;--wait:#7A4E00;--waittint:#FBEBC8;--honey:#F4B942;--stitch:#14313A;--focus:#14313A}"
        + "@media(prefers-color-scheme:dark){:root{--bg:#0E1A1F;--card:#17272E;--ink:#E4EFF0;--soft:#A3B7BC;--act:#7FD0D8;--good:#8AD6AA;--goodtint:#163327;--wait:#F2C879;--waittint:#3A2C10;--focus:#F4B942}}"
        + "*{box-sizing:border-box;margin:0}"
        + "body{background:var(--bg);color:var(--ink);font:400 1.0625rem/1.5 system-ui,sans-serif;padding-block:24px 48px;padding-inline:16px}"
        + ":lang(ar) body{line-height:1.7}"
        + "main{max-inline-size:34rem;margin-inline:auto;display:grid;gap:16px}"
        + "header{display:flex;align-items:center;gap:16px;padding-block:8px}"
        + "h1,h2{font-family:ui-rounded,system-ui,sans-serif;font-weight:650;line-height:1.25;overflow-wrap:anywhere}"
        + "h1{font-size:1.625rem}h2{font-size:1.25rem}"
        + ".patch{flex:none;inline-size:72px;block-size:72px;padding:14px;border-radius:28%;background:var(--honey);color:var(--stitch);outline:2px dashed;outline-offset:-7px}"
        + ".patch svg{display:block;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}"
        + ".patch .eye{fill:currentColor;stroke:none}"
        + ".card{background:var(--card);border:2px solid var(--card);border-radius:16px;padding:16px;display:grid;gap:8px}"
        + ".wait{background:var(--waittint);border-color:var(--wait);border-style:dashed}.wait h2{color:var(--wait)}"
        + ".good{background:var(--goodtint);border-color:var(--good)}.good h2{color:var(--good)}"
        + ".soft{color:var(--soft);font-size:.875rem}"
        + "a{color:var(--act);display:inline-block;padding-block:10px}"
        + ":focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:8px}";
}
