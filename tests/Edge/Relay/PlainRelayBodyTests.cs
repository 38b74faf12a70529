using System;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Tests.Relay;

/// <summary>
/// Goal: one request a connection. Its body passes to the byte, nothing behind it ever does, and the answer comes back whole, whatever either side does meanwhile.
/// Method: real sockets; bodies longer and shorter than declared, second requests at every moment, early answers, half-closed sides, resets.
/// </summary>
[TestClass]
public sealed class PlainRelayBodyTests
{
    private const int Seed = 20261121;
    private const string Second = "GET /second HTTP/1.1\r\nHost: other.example\r\n\r\n";

    [TestMethod]
    [DataRow(0, 16384)]
    [DataRow(1, 16384)]
    [DataRow(9000, 256)]
    [DataRow(3000000, 2048)]
    public void Body_OfAnyLength_PassesToTheByte(int length, int bufferBytes)
    {
        using RelayRig rig = new(isPlain: true, bufferBytes: bufferBytes);
        byte[] body = new byte[length];
        new Random(Seed).NextBytes(body);
        using Socket client = rig.Connect();
        byte[] head = Encoding.Latin1.GetBytes(PlainExchange.Post(length, out string passedOn));
        Task send = Task.Run(() => client.Send(head.Concat(body).ToArray()));
        using Socket server = rig.Server.Accept();

        Assert.AreEqual(passedOn, PlainExchange.Hear(server, passedOn.Length));
        Assert.IsTrue(RelayRig.Receive(server, length).SequenceEqual(body), $"seed {Seed}");
        Assert.IsTrue(send.Wait(RelayRig.WaitMs));
        PlainExchange.Say(server, PlainExchange.Answer);
        server.Close();
        Assert.AreEqual(PlainExchange.Answer, PlainExchange.HearAll(client));
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow("with the head")]
    [DataRow("behind the body")]
    [DataRow("during the answer")]
    [DataRow("behind the answer")]
    public void SecondRequest_AtAnyMoment_IsNeverSent(string moment)
    {
        using RelayRig rig = new(isPlain: true);
        string post = PlainExchange.Post(5, out string passedOn) + "hello";
        using Socket client = rig.Connect();
        PlainExchange.Say(client, moment == "with the head" ? post + Second : post);
        using Socket server = rig.Server.Accept();
        Assert.AreEqual(passedOn + "hello", PlainExchange.Hear(server, passedOn.Length + 5));
        SayIf(moment == "behind the body", client);
        PlainExchange.Say(server, PlainExchange.Answer[..30]);
        Assert.AreEqual(PlainExchange.Answer[..30], PlainExchange.Hear(client, 30));
        SayIf(moment == "during the answer", client);
        PlainExchange.Say(server, PlainExchange.Answer[30..]);

        // The answer to the first is whole in any case.
        Assert.AreEqual(PlainExchange.Answer[30..], PlainExchange.Hear(client, PlainExchange.Answer.Length - 30));
        SayIf(moment == "behind the answer", client);
        Thread.Sleep(50);
        Assert.IsFalse(server.Poll(0, SelectMode.SelectRead), "more went up, or it ended");

        server.Close();
        Assert.AreEqual("", PlainExchange.HearAll(client));
        Assert.IsFalse(rig.Server.HasCaller);
        Assert.AreEqual(1, rig.Dials);
        Assert.AreEqual(1, rig.Reasons.Count(static reason => reason == Reason.Allowed));
    }

    [TestMethod]
    [Req("EGR-01")]
    public void SecondRequest_ThatGoesOnAndOn_IsNeverSentAndTheAnswerArrives()
    {
        using RelayRig rig = new(isPlain: true);
        using Socket client = PlainExchange.GetThrough(rig, out Socket server);
        byte[] chunk = new byte[64 * 1024];
        client.Blocking = false;
        int taken = 0;
        int stuck = 0;

        // Until nothing more goes in: what is thrown away has a bound.
        while (stuck < 20 && taken < 30000000)
        {
            taken += Math.Max(client.Send(chunk, 0, chunk.Length, SocketFlags.None, out SocketError error), 0);
            stuck = error == SocketError.WouldBlock ? stuck + 1 : 0;
            Thread.Sleep(stuck > 0 ? 5 : 0);
        }

        client.Blocking = true;
        Assert.IsTrue(taken < 30000000, $"{taken}");
        Assert.IsFalse(server.Poll(0, SelectMode.SelectRead));
        PlainExchange.Say(server, PlainExchange.Answer);
        Assert.AreEqual(PlainExchange.Answer, PlainExchange.Hear(client, PlainExchange.Answer.Length));
        server.Close();
    }

    [TestMethod]
    public void KeepAlive_OfAServerThatDoesNotClose_IsEndedWhenTheClientGoesOn()
    {
        using RelayRig rig = new(isPlain: true);
        using Socket client = PlainExchange.GetThrough(rig, out Socket server);
        PlainExchange.Say(server, "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\na story");
        Assert.IsTrue(PlainExchange.Hear(client, 45).EndsWith("a story", StringComparison.Ordinal));

        // It takes the connection for one that stays. It ends, so the client asks again on another.
        PlainExchange.Say(client, Second);
        Assert.AreEqual("", PlainExchange.HearAll(client));
        Assert.AreEqual("", PlainExchange.HearAll(server));
        PlainExchange.StillServes(rig);
    }

    [TestMethod]
    [Req("WEB-04")]
    [DataRow(false)]
    [DataRow(true)]
    public void Body_ShorterThanDeclared_EndsBothSides(bool isReset)
    {
        using RelayRig rig = new(isPlain: true);
        Socket client = rig.Connect();
        PlainExchange.Say(client, PlainExchange.Post(100, out string passedOn) + "hello");
        using Socket server = rig.Server.Accept();
        Assert.AreEqual(passedOn + "hello", PlainExchange.Hear(server, passedOn.Length + 5));
        client.LingerState = new LingerOption(isReset, 0);
        client.Close();

        Assert.AreEqual("", PlainExchange.HearAll(server));
        PlainExchange.StillServes(rig);
    }

    [TestMethod]
    public void Server_ThatAnswersBeforeTheBodyIsIn_IsHeard()
    {
        using RelayRig rig = new(isPlain: true);

        for (int round = 0; round < 10; round++)
        {
            using Socket client = rig.Connect();
            PlainExchange.Say(client, PlainExchange.Post(1000000, out string passedOn) + new string('x', 20000));
            using Socket server = rig.Server.Accept();
            PlainExchange.Hear(server, passedOn.Length);
            PlainExchange.Say(server, "HTTP/1.1 413 Content Too Large\r\nConnection: close\r\n\r\n");
            server.Close();

            StringAssert.StartsWith(PlainExchange.Hear(client, 53), "HTTP/1.1 413 ", $"round {round}");
        }

        PlainExchange.StillServes(rig);
    }

    [TestMethod]
    public void Client_ThatClosesItsHalf_StillGetsTheAnswer()
    {
        using RelayRig rig = new(isPlain: true);
        using Socket client = PlainExchange.GetThrough(rig, out Socket server);
        client.Shutdown(SocketShutdown.Send);
        Thread.Sleep(200);
        PlainExchange.Say(server, PlainExchange.Answer);
        server.Close();

        Assert.AreEqual(PlainExchange.Answer, PlainExchange.HearAll(client));
    }

    [TestMethod]
    public void Client_ThatLeaves_DoesNotKeepAServerThatSaysNothing()
    {
        using RelayRig rig = new(isPlain: true);
        Socket client = PlainExchange.GetThrough(rig, out Socket server);
        client.Close();

        Assert.AreEqual("", PlainExchange.HearAll(server));
        RelayRig.Until(() => rig.Budget.CountOf(ToyGuard.Guard.Sockets.SocketUse.Plain) == 0, "keeps its place");
    }

    [TestMethod]
    public void Expect_100Continue_IsTheServersToAnswer()
    {
        using RelayRig rig = new(isPlain: true);
        using Socket client = rig.Connect();
        PlainExchange.Say(client, $"POST /a HTTP/1.1\r\nHost: {HttpTable.Allowed}\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
        using Socket server = rig.Server.Accept();
        string passedOn = $"POST /a HTTP/1.1\r\nHost: {HttpTable.Allowed}\r\nContent-Length: 5\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";
        Assert.AreEqual(passedOn, PlainExchange.Hear(server, passedOn.Length));

        PlainExchange.Say(server, "HTTP/1.1 100 Continue\r\n\r\n");
        Assert.AreEqual("HTTP/1.1 100 Continue\r\n\r\n", PlainExchange.Hear(client, 25));
        PlainExchange.Say(client, "hello");
        Assert.AreEqual("hello", PlainExchange.Hear(server, 5));
        PlainExchange.Say(server, PlainExchange.Answer);
        server.Close();
        Assert.AreEqual(PlainExchange.Answer, PlainExchange.HearAll(client));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Reset_ByEitherSide_EndsTheOther(bool isClient)
    {
        using RelayRig rig = new(isPlain: true);
        Socket client = rig.Connect();
        PlainExchange.Say(client, PlainExchange.Post(100, out string passedOn));
        Socket server = rig.Server.Accept();
        PlainExchange.Hear(server, passedOn.Length);
        Socket breaker = isClient ? client : server;
        Socket other = isClient ? server : client;
        breaker.LingerState = new LingerOption(true, 0);
        breaker.Close();

        Assert.AreEqual("", PlainExchange.HearAll(other));
        other.Close();
        PlainExchange.StillServes(rig);
    }

    [TestMethod]
    public void Answer_OfManyBytesToASlowReader_ArrivesWhole()
    {
        using RelayRig rig = new(isPlain: true);
        using Socket client = PlainExchange.GetThrough(rig, out Socket server);
        byte[] bytes = new byte[12 * 1024 * 1024];
        new Random(Seed).NextBytes(bytes);
        Task send = Task.Run(() =>
        {
            server.Send(bytes);
            server.Close();
        });

        // More than all buffers hold, and taken late.
        Thread.Sleep(300);
        byte[] heard = RelayRig.ReceiveAll(client, out bool wasReset);

        Assert.IsTrue(send.Wait(RelayRig.WaitMs));
        Assert.IsFalse(wasReset);
        Assert.IsTrue(heard.SequenceEqual(bytes), $"{heard.Length} of {bytes.Length}");
    }

    private static void SayIf(bool isSo, Socket client)
    {
        if (isSo)
        {
            PlainExchange.Say(client, Second);
            Thread.Sleep(50);
        }
    }
}
