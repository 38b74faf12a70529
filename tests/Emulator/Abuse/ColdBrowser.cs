using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>A Chromium that has never seen the page. Its own start is not counted: it is sent on to the page by a server of the test's, and the time runs from there.</summary>
internal static class ColdBrowser
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Loads <paramref name="url"/>: how long until the browser had all of it, and what it had.</summary>
    public static async Task<(TimeSpan Took, string Page)> LoadAsync(string url)
    {
        using TcpListener sender = new(IPAddress.Loopback, 0);
        sender.Start();
        string profile = Directory.CreateTempSubdirectory("toyguard-browser-").FullName;
        Task<long> sent = SendOnAsync(sender, url);
        using Process chromium = Process.Start(new ProcessStartInfo(
            Peer.Path("chromium"),
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--user-data-dir=" + profile, "--timeout=30000",
                "--dump-dom", $"http://{sender.LocalEndpoint}/",
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        try
        {
            chromium.BeginErrorReadLine();
            string page = await ReadPageAsync(chromium.StandardOutput).WaitAsync(Patience);
            long came = Stopwatch.GetTimestamp();
            return (sent.IsCompletedSuccessfully ? Stopwatch.GetElapsedTime(sent.Result, came) : Patience, page);
        }
        finally
        {
            chromium.Kill(entireProcessTree: true);
            await chromium.WaitForExitAsync();
            Directory.Delete(profile, recursive: true);
        }
    }

    private static async Task<string> ReadPageAsync(StreamReader output)
    {
        StringBuilder page = new();

        while (await output.ReadLineAsync() is string line)
        {
            page.AppendLine(line);

            if (line.Contains("</html>", StringComparison.Ordinal))
            {
                break;
            }
        }

        return page.ToString();
    }

    private static async Task<long> SendOnAsync(TcpListener sender, string url)
    {
        using Socket browser = await sender.AcceptSocketAsync();
        await browser.ReceiveAsync(new byte[16 * 1024]);
        await browser.SendAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 302 Found\r\nLocation: {url}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        return Stopwatch.GetTimestamp();
    }
}
