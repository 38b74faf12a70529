using System.Net;

namespace ToyGuard.Emulator.View;

/// <summary>One open port of a run.</summary>
/// <param name="Service">What listens: dns, tls, plain, page, page-home, page-phone, page-lan, sntp.</param>
/// <param name="Place">Where.</param>
/// <param name="Protocol">tcp or udp.</param>
/// <param name="StandsFor">The port that verdicts speak of instead, 0 for none.</param>
internal sealed record Listening(string Service, IPEndPoint Place, string Protocol, int StandsFor)
{
    /// <summary>Whom a page is for; empty for what is no page.</summary>
    public string For { get; init; } = "";

    /// <summary>The log line.</summary>
    public string Line
    {
        get { return $"listens {Service} {Place}/{Protocol}" + (StandsFor == 0 ? "" : $" stands-for={StandsFor}"); }
    }

    /// <summary>The same for people.</summary>
    public string Words
    {
        get
        {
            return For.Length > 0 ? $"{Url}, {For}" : $"{Place}/{Protocol}" + (StandsFor == 0 ? "" : $", stands for {StandsFor} in every verdict");
        }
    }

    /// <summary>What to type into a browser.</summary>
    public string Url
    {
        get { return $"http://{Place}/"; }
    }
}
