using System;
using System.Security.Authentication;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Toy.Tests;

/// <summary>
/// Goal: a handshake that breaks off anywhere is no connection, and nothing of the toy's own was sent.
/// Method: a tap resets both sides behind every record and at seeded places, in both directions; the server counts what it could decrypt.
/// </summary>
[TestClass]
public sealed class TlsCutTests
{
    private const int Seed = 20261122;
    private const int Cuts = 12;

    // Signatures differ by a few bytes from one handshake to the next.
    private const int Margin = 16;

    [TestMethod]
    [Req("EGR-05")]
    [DataRow(true)]
    [DataRow(false)]
    public void Open_CutInTheHandshake_IsBrokenAndNothingWasSaid(bool isUp)
    {
        using TlsAuthority authority = new("Root");
        using TlsServer server = new(authority.Issue("stories.toys.test"), SslProtocols.Tls12);
        byte[] whole = Whole(authority, server, isUp);
        Random random = new(Seed);

        for (int i = 0; i < Cuts; i++)
        {
            Assert.AreEqual(Reason.TlsBroken, Cut(authority, server, isUp, random.Next(whole.Length - Margin)), "seed " + Seed + ", cut " + i);
        }

        // The last record ends the handshake; a cut behind it is none.
        int[] ends = TlsTap.RecordEnds(whole);

        for (int i = 0; i < ends.Length - 2; i++)
        {
            Assert.AreEqual(Reason.TlsBroken, Cut(authority, server, isUp, ends[i]), "behind record " + i);
        }

        Assert.AreEqual(0, server.Bytes);
    }

    [TestMethod]
    [Req("EGR-05")]
    [DataRow(true)]
    [DataRow(false)]
    public void Open_CutInTheHandshakeOf13_NothingWasSaid(bool isUp)
    {
        using TlsAuthority authority = new("Root");
        using TlsServer server = new(authority.Issue("stories.toys.test"), SslProtocols.Tls13);
        byte[] whole = Whole(authority, server, isUp);
        Random random = new(Seed);

        for (int i = 0; i < Cuts; i++)
        {
            // The client is done before the server here; whether a late cut was noticed by then is chance.
            Reason reason = Cut(authority, server, isUp, random.Next(whole.Length));
            Assert.IsTrue(reason is Reason.TlsBroken or Reason.None, "seed " + Seed + ", cut " + i);
        }

        Assert.AreEqual(0, server.Bytes);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Open_BadServerCutAnywhere_GetsNothing()
    {
        using TlsAuthority authority = new("Root");
        using TlsAuthority stranger = new("Stranger");
        using TlsServer server = new(stranger.Issue("stories.toys.test"), SslProtocols.Tls12);
        Random random = new(Seed);

        for (int i = 0; i < Cuts; i++)
        {
            Reason reason = Cut(authority, server, false, random.Next(1200));
            Assert.IsTrue(reason is Reason.TlsBroken or Reason.TlsUntrusted, "seed " + Seed + ", cut " + i);
        }

        Assert.AreEqual(0, server.Bytes);
    }

    // One direction of a whole handshake, as its client saw it.
    private static byte[] Whole(TlsAuthority authority, TlsServer server, bool isUp)
    {
        using TlsTap tap = new(server.Place);
        TlsLink? link = TlsDialTests.Open(TlsServer.ConnectTo(tap.Place), authority.Roots, out _);
        byte[] whole = isUp ? tap.Up : tap.Down;
        link!.Close();

        return whole;
    }

    private static Reason Cut(TlsAuthority authority, TlsServer server, bool isUp, int at)
    {
        using TlsTap tap = new(server.Place) { UpMax = isUp ? at : -1, DownMax = isUp ? -1 : at };
        TlsDialTests.Open(TlsServer.ConnectTo(tap.Place), authority.Roots, out Reason reason)?.Close();

        return reason;
    }
}
