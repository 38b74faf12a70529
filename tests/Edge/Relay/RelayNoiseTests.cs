using System;
using System.Net.Sockets;
using System.Text;

using ToyGuard.Fakes;

namespace ToyGuard.Edge.Tests.Relay;

/// <summary>Goal: no bytes crash a relay, open it or make it grow. Method: 10,000 connections with seeded noise to each kind, then a good one.</summary>
[TestClass]
public sealed class RelayNoiseTests
{
    private const int Seed = 20261121;
    private const int Connections = 10000;
    private const int AtOnce = 50;

    // What one run of the test host may differ by: some 110 bytes a connection.
    private const int GrowthMax = 1000 * 1000;

    [TestMethod]
    [Req("WEB-04")]
    [DataRow(false)]
    [DataRow(true)]
    public void Noise_10000Connections_ReachNobodyAndLeaveNothing(bool isPlain)
    {
        using RelayRig rig = new(isPlain: isPlain);
        Random random = new(Seed);

        // All for a host that is not listed, so that none of them may pass, whatever becomes of it.
        byte[] good = isPlain ? HttpTable.Browser("other.example") : new HelloBuilder().Name("other.example").PadTo(517).Record();
        Socket[] clients = new Socket[AtOnce];
        long before = 0;

        for (int round = 0; round < Connections / AtOnce; round++)
        {
            if (round == Connections / AtOnce / 10)
            {
                rig.Reasons.Clear();
                before = HeldBytes.Now();
            }

            for (int i = 0; i < AtOnce; i++)
            {
                clients[i] = rig.Connect();
                clients[i].Send(Noise(random, good));
                clients[i].Shutdown(SocketShutdown.Send);
            }

            foreach (Socket client in clients)
            {
                byte[] heard = RelayRig.ReceiveAll(client, out bool _);
                client.Close();
                Assert.IsTrue(heard.Length == 0 || !isPlain || heard[9] >= '4', $"seed {Seed}, round {round}: {Encoding.Latin1.GetString(heard)}");
            }
        }

        Assert.IsFalse(rig.Server.HasCaller, "opened");
        Assert.AreEqual(0, rig.Lookups);
        Assert.AreEqual(0, rig.Relay.Faults);
        rig.Reasons.Clear();
        HeldBytes.AssertNear(before, GrowthMax);

        if (isPlain)
        {
            PlainExchange.StillServes(rig);
        }
        else
        {
            rig.StillServes();
        }
    }

    // A good opening with some bytes overwritten, put in, left out or cut off; or nothing but random bytes.
    private static byte[] Noise(Random random, byte[] good)
    {
        if (random.Next(4) == 0)
        {
            byte[] bytes = new byte[random.Next(1, 600)];
            random.NextBytes(bytes);

            return bytes;
        }

        System.Collections.Generic.List<byte> noise = new(good);

        for (int change = random.Next(1, 6); change > 0; change--)
        {
            int at = random.Next(noise.Count);

            switch (random.Next(4))
            {
                case 0:
                    noise[at] = (byte)random.Next(256);
                    break;
                case 1:
                    noise[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    noise.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    noise.RemoveRange(at, random.Next(8) == 0 ? noise.Count - at : 1);
                    break;
            }

            if (noise.Count == 0)
            {
                noise.Add(0);
            }
        }

        return noise.ToArray();
    }
}
