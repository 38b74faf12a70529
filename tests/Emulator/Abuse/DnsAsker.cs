using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>Asks for names at an even pace and counts what comes back.</summary>
internal static class DnsAsker
{
    private const int PaceMs = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How many of <paramref name="count"/> questions for <paramref name="name"/> were answered. None is asked twice.</summary>
    public static async Task<int> AskAsync(int port, IPAddress from, string name, int count)
    {
        using UdpClient toy = new(new IPEndPoint(from, 0));
        toy.Connect(IPAddress.Loopback, port);
        Task<int> answered = CountAsync(toy, count);

        for (int id = 1; id <= count; id++)
        {
            await toy.SendAsync(DnsBuilder.Query(id, name, 1, true));
            await Task.Delay(PaceMs);
        }

        return await answered;
    }

    private static async Task<int> CountAsync(UdpClient toy, int count)
    {
        using CancellationTokenSource patience = new(Patience + TimeSpan.FromMilliseconds(PaceMs * count));
        bool[] isAnswered = new bool[count + 1];
        int answered = 0;

        try
        {
            while (answered < count)
            {
                byte[] answer = (await toy.ReceiveAsync(patience.Token)).Buffer;
                int id = (answer[0] << 8) | answer[1];
                answered += isAnswered[id] ? 0 : 1;
                isAnswered[id] = true;
            }
        }
        catch (OperationCanceledException)
        {
            // The rest is lost.
        }

        return answered;
    }
}
