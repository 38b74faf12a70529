using System;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Inspect;

/// <summary>Stands between dig and the hub, and keeps what passes.</summary>
internal static class DigRecorder
{
    /// <summary>A question of dig's for <paramref name="name"/>, and what <paramref name="run"/> answers the toy at 127.0.0.1.</summary>
    public static (byte[] Question, byte[] Answer) Record(EmulatorRun run, string name, string type)
    {
        using UdpClient between = new(new IPEndPoint(IPAddress.Loopback, 0));
        Task<(byte[] Question, byte[] Answer)> passed = PassAsync(between, run.DnsPort);
        Client dig = Client.Run("dig", "+tries=1", "+time=10", "-p", $"{((IPEndPoint)between.Client.LocalEndPoint!).Port}", "@127.0.0.1", name, type);
        Assert.IsTrue(passed.Wait(TimeSpan.FromSeconds(10)), dig.All);
        return passed.Result;
    }

    private static async Task<(byte[] Question, byte[] Answer)> PassAsync(UdpClient between, int dnsPort)
    {
        UdpReceiveResult question = await between.ReceiveAsync();
        using UdpClient toy = new(new IPEndPoint(IPAddress.Loopback, 0));
        await toy.SendAsync(question.Buffer, new IPEndPoint(IPAddress.Loopback, dnsPort));
        UdpReceiveResult answer = await toy.ReceiveAsync();
        await between.SendAsync(answer.Buffer, question.RemoteEndPoint);
        return (question.Buffer, answer.Buffer);
    }
}
