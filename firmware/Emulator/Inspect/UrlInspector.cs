using System;

using ToyGuard.Wire.Url;

namespace ToyGuard.Emulator.Inspect;

/// <summary>Shows what <see cref="UrlReader"/> makes of a file.</summary>
internal static class UrlInspector
{
    /// <summary>Reads all of it but one line end at its end, which is the editor's and not the URL's.</summary>
    public static bool Inspect(InspectedBytes file, InspectionLine line)
    {
        ReadOnlySpan<byte> text = file.Bytes;
        text = text.EndsWith("\r\n"u8) ? text[..^2] : text.EndsWith("\n"u8) ? text[..^1] : text;
        UrlReader url = new();

        if (url.Read(file.Bytes, 0, text.Length) != UrlFault.None)
        {
            return line.Refuse(url.Fault, UrlFaultWords.Of(url.Fault), url.FaultOffset);
        }

        line.Read();
        line.Add("scheme", url.Scheme == UrlScheme.Https ? "https" : "http");
        line.Add("host", file.Bytes, url.HostOffset, url.HostLength);
        line.Add("port", url.Port);
        line.Add("target", file.Bytes, url.TargetOffset, url.TargetLength);
        line.Add("needsSlash", url.NeedsSlash);
        return true;
    }
}
