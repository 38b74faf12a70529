using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Toy.Tests;

/// <summary>
/// Goal: no fallback to what was TLS once.
/// Method: OpenSSL's own server, which still speaks it when told to, with a certificate that is right in every other way.
/// </summary>
[TestClass]
public sealed class TlsOldServerTests
{
    private const int WaitMs = 10000;

    [TestMethod]
    [Req("EGR-05")]
    [DataRow("-tls1", Reason.TlsOldVersion)]
    [DataRow("-tls1_1", Reason.TlsOldVersion)]
    [DataRow("-tls1_2", Reason.None)]
    [DataRow("-tls1_3", Reason.None)]
    public void Open_ServerOfOneVersion_From12On(string version, Reason expected)
    {
        string openssl = Peer.Path("openssl");
        using TlsAuthority authority = new("Root");
        using X509Certificate2 certificate = authority.Issue("stories.toys.test");
        string folder = Directory.CreateTempSubdirectory("toyguard-tls").FullName;
        int port = LastingPort.Next();

        try
        {
            File.WriteAllText(Path.Combine(folder, "server.pem"), certificate.ExportCertificatePem() + "\n" + certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
            ProcessStartInfo start = new(openssl, "s_server -quiet -accept 127.0.0.1:" + port + " -cert server.pem -cipher ALL:@SECLEVEL=0 " + version)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            };
            using Process server = Process.Start(start)!;

            try
            {
                TlsLink? link = TlsDialTests.Open(ConnectTo(port), authority.Roots, out Reason reason);
                Assert.AreEqual(expected, reason);
                link?.Close();
            }
            finally
            {
                server.Kill();
                server.WaitForExit(WaitMs);
            }

            // What it decrypted it prints.
            Assert.AreEqual("", server.StandardOutput.ReadToEnd());
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static Socket ConnectTo(int port)
    {
        Socket? socket = null;
        Assert.IsTrue(
            SpinWait.SpinUntil(
                () =>
                {
                    try
                    {
                        socket = TlsServer.ConnectTo(new IPEndPoint(IPAddress.Loopback, port));

                        return true;
                    }
                    catch (SocketException)
                    {
                        Thread.Sleep(20);

                        return false;
                    }
                },
                WaitMs),
            "the server must come up");

        return socket!;
    }
}
