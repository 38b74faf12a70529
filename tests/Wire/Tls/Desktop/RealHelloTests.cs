using System;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

using ToyGuard.Fakes;
using ToyGuard.Wire;
using ToyGuard.Wire.Tls;

namespace ToyGuard.Wire.Tests.Tls.Desktop;

/// <summary>
/// Goal: no hello of a real client is ever lost, however the network or the client cuts it.
/// Method: record each client that is installed here, then feed its hello cut at every byte, byte by byte, and in records of 1 to 64 bytes.
/// </summary>
[TestClass]
public sealed class RealHelloTests
{
    [TestMethod]
    [DataRow("-tls1_2")]
    [DataRow("-tls1_3")]
    public void OpenSsl_IsReadHoweverCut(string version)
    {
        using ClientRecorder recorder = new(isUdp: false);
        byte[] hello = recorder.WordsOf(
            Peer.Path("openssl"), RealClients.OpenSsl(version, HelloTable.Allowed, recorder.Port));

        ReadHoweverCut(hello);
    }

    [TestMethod]
    public void Curl_IsReadHoweverCut()
    {
        using ClientRecorder recorder = new(isUdp: false);
        byte[] hello = recorder.WordsOf(
            Peer.Path("curl"), RealClients.Curl("https", HelloTable.Allowed, recorder.Port));

        ReadHoweverCut(hello);
    }

    [TestMethod]
    public void Chromium_IsReadHoweverCut()
    {
        string chromium = Peer.Path("chromium");
        string home = Directory.CreateTempSubdirectory("toyguard-hello-").FullName;

        try
        {
            using ClientRecorder recorder = new(isUdp: false);
            byte[] hello = recorder.WordsOf(
                chromium, RealClients.Chromium("https", HelloTable.Allowed, recorder.Port, home));

            ClientHelloReader reader = ReadHoweverCut(hello);
            Assert.IsTrue(reader.HasEch, "Chromium sends a dummy ECH, which must not refuse it");
            Assert.IsTrue(hello.Length > 1460, "larger than one segment");
        }
        finally
        {
            RealClients.DeleteSoon(home);
        }
    }

    [TestMethod]
    public void SslStream_IsReadHoweverCut()
    {
        using ClientRecorder recorder = new(isUdp: false);
        using TcpClient client = new("127.0.0.1", recorder.Port);
        using SslStream tls = new(client.GetStream());
        Task handshake = tls.AuthenticateAsClientAsync(HelloTable.Allowed);

        ReadHoweverCut(recorder.Words());
        client.Close();
        Assert.ThrowsExactly<AggregateException>(() => handshake.Wait(5000));
    }

    private static ClientHelloReader ReadHoweverCut(byte[] hello)
    {
        ClientHelloReader whole = new();
        IsAllowed(whole, hello, "whole");
        Assert.AreEqual(hello.Length, whole.Consumed);

        for (int cut = 1; cut < hello.Length; cut++)
        {
            ClientHelloReader reader = new();
            Assert.AreEqual(ReadStatus.NeedMore, reader.Read(hello, 0, cut), $"cut at {cut}");
            IsAllowed(reader, hello, $"cut at {cut}");
        }

        ClientHelloReader dripped = new();

        for (int length = 1; length < hello.Length; length++)
        {
            Assert.AreEqual(ReadStatus.NeedMore, dripped.Read(hello, 0, length), $"dripped, {length}");
        }

        IsAllowed(dripped, hello, "dripped");

        // The hello came in one record, so its message can be put into others.
        Assert.AreEqual(hello.Length - 5, (hello[3] << 8) | hello[4]);
        byte[] message = hello[5..];

        for (int size = 1; size <= 64; size++)
        {
            IsAllowed(new ClientHelloReader(), HelloBuilder.Records(message, size), $"records of {size}");
        }

        for (int at = 1; at < message.Length; at++)
        {
            IsAllowed(new ClientHelloReader(), HelloBuilder.Cut(message, at), $"two records, cut at {at}");
        }

        return whole;
    }

    private static void IsAllowed(ClientHelloReader reader, byte[] hello, string how)
    {
        Assert.AreEqual(ReadStatus.Complete, reader.Read(hello, 0, hello.Length), $"{how}: {HelloFaultWords.Of(reader.Fault)}");
        Assert.AreEqual(HelloTable.Allowed, Encoding.ASCII.GetString(reader.Name, 0, reader.NameLength), how);
    }
}
