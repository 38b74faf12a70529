using System.IO;
using System.Threading;

namespace ToyGuard.Fakes;

/// <summary>How installed programs are made to talk to a port of 127.0.0.1 as if it were the host.</summary>
public static class RealClients
{
    /// <summary>For openssl; the version as in -tls1_3.</summary>
    public static string[] OpenSsl(string version, string host, int port)
    {
        return new[] { "s_client", version, "-connect", $"127.0.0.1:{port}", "-servername", host, "-alpn", "h2,http/1.1" };
    }

    /// <summary>For curl; http or https, and what else it should do.</summary>
    public static string[] Curl(string scheme, string host, int port, params string[] more)
    {
        return new[] { "--silent", "--noproxy", "*", "--resolve", $"{host}:{port}:127.0.0.1", $"{scheme}://{host}:{port}/" }.With(more);
    }

    /// <summary>For chromium; it keeps its things in <paramref name="home"/>.</summary>
    public static string[] Chromium(string scheme, string host, int port, string home)
    {
        return new[]
        {
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={home}", $"--host-resolver-rules=MAP {host} 127.0.0.1:{port}", $"{scheme}://{host}/",
        };
    }

    /// <summary>For dig.</summary>
    public static string[] Dig(string host, int port, params string[] more)
    {
        return new[] { "@127.0.0.1", "-p", $"{port}", "+tries=1", host }.With(more);
    }

    /// <summary>Deletes the home of a browser that was ended; a child of it may still write a last file.</summary>
    public static void DeleteSoon(string home)
    {
        for (int left = 20; Directory.Exists(home); left--)
        {
            try
            {
                Directory.Delete(home, true);
            }
            catch (IOException) when (left > 0)
            {
                Thread.Sleep(100);
            }
        }
    }

    private static string[] With(this string[] first, string[] more)
    {
        string[] both = new string[first.Length + more.Length];
        first.CopyTo(both, 0);
        more.CopyTo(both, first.Length);

        return both;
    }
}
