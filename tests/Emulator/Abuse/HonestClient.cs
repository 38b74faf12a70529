using System;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>A client that asks once and, like any browser, once more when it is turned away.</summary>
internal static class HonestClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How long it took until the answer began as it should. Ten seconds and more: it never did.</summary>
    public static async Task<TimeSpan> AskAsync(TcpService service, IPAddress from)
    {
        long begun = Stopwatch.GetTimestamp();
        using CancellationTokenSource patience = new(Patience);

        while (!patience.IsCancellationRequested)
        {
            try
            {
                if (await IsServedAsync(service, from, patience.Token))
                {
                    break;
                }

                await Task.Delay(20, patience.Token);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // Turned away: once more.
            }
        }

        return Stopwatch.GetElapsedTime(begun);
    }

    /// <summary>Asks once, and gives what came back before it was over, or as much as an answer needs.</summary>
    public static async Task<string> HearOnceAsync(TcpService service, IPAddress from)
    {
        using CancellationTokenSource patience = new(Patience);

        try
        {
            return await AnswerAsync(service, from, service.Answer.Length, patience.Token);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            return "";
        }
    }

    private static async Task<bool> IsServedAsync(TcpService service, IPAddress from, CancellationToken patience)
    {
        string answer = await AnswerAsync(service, from, service.Answer.Length, patience);
        return answer.StartsWith(service.Answer, StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAsync(TcpService service, IPAddress from, int enough, CancellationToken patience)
    {
        using Socket client = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.Bind(new IPEndPoint(from, 0));
        await client.ConnectAsync(IPAddress.Loopback, service.Port, patience);
        await client.SendAsync(service.Request, patience);
        byte[] buffer = new byte[16 * 1024];
        int have = 0;
        int got;

        while (have < enough && (got = await client.ReceiveAsync(buffer.AsMemory(have), patience)) > 0)
        {
            have += got;
        }

        return Encoding.Latin1.GetString(buffer, 0, have);
    }
}
