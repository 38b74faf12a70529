using System;
using System.Diagnostics;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Tests.Relay;

/// <summary>
/// Goal: real clients reach the real server through the relay, chain and name checked end to end, and hear a TLS alert for any other name.
/// Method: a certificate authority made for the test, a TLS server behind the relay; SslStream, openssl and curl before it.
/// </summary>
[TestClass]
public sealed class TlsRelayClientTests
{
    [TestMethod]
    [DataRow(SslProtocols.Tls12)]
    [DataRow(SslProtocols.Tls13)]
    public void SslStream_AllowedName_ValidatesEndToEnd(SslProtocols version)
    {
        using RelayRig rig = new();
        using TlsServer server = new(rig.Server);
        using Socket socket = rig.Connect();
        using SslStream tls = new(new NetworkStream(socket));
        tls.AuthenticateAsClient(new SslClientAuthenticationOptions
        {
            TargetHost = HelloTable.Allowed,
            EnabledSslProtocols = version,
            CertificateChainPolicy = server.Trust(),
        });

        tls.Write("GET / HTTP/1.0\r\n\r\n"u8);
        using StreamReader reader = new(tls);
        StringAssert.EndsWith(reader.ReadToEnd(), "a story");
        Assert.AreEqual(Reason.Allowed, rig.Reasons.ToArray()[0]);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void SslStream_OtherName_HearsUnrecognizedName()
    {
        using RelayRig rig = new();
        using Socket socket = rig.Connect();
        using SslStream tls = new(new NetworkStream(socket));

        AuthenticationException refused = Assert.ThrowsExactly<AuthenticationException>(() => tls.AuthenticateAsClient("other.example"));
        StringAssert.Contains(refused.ToString(), "unrecognized name");
        Assert.IsFalse(rig.Server.HasCaller);
    }

    [TestMethod]
    public void OpenSsl_AllowedName_VerifiesTheChain()
    {
        using RelayRig rig = new();
        using TlsServer server = new(rig.Server);
        string heard = Output(
            "openssl", "GET / HTTP/1.0\r\n\r\n", "s_client", "-quiet", "-connect", $"127.0.0.1:{rig.Relay.Port}", "-servername", HelloTable.Allowed,
            "-CAfile", server.RootFile, "-verify_return_error", "-verify_hostname", HelloTable.Allowed);

        StringAssert.Contains(heard, "a story");
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow("other.example")]
    [DataRow("")]
    public void OpenSsl_OtherNameOrNone_HearsAnAlert(string name)
    {
        using RelayRig rig = new();
        string[] sni = name.Length > 0 ? new[] { "-servername", name } : new[] { "-noservername" };
        string heard = Output("openssl", "", new[] { "s_client", "-connect", $"127.0.0.1:{rig.Relay.Port}" }, sni);

        StringAssert.Contains(heard, "unrecognized name");
        Assert.IsFalse(rig.Server.HasCaller);
    }

    [TestMethod]
    public void Curl_AllowedName_GetsThePage()
    {
        using RelayRig rig = new();
        using TlsServer server = new(rig.Server);
        string heard = Output(
            "curl", "", "--silent", "--show-error", "--http1.1", "--cacert", server.RootFile,
            "--resolve", $"{HelloTable.Allowed}:{rig.Relay.Port}:127.0.0.1", $"https://{HelloTable.Allowed}:{rig.Relay.Port}/");

        Assert.AreEqual("a story", heard.Trim());
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Curl_OtherName_HearsAnAlert()
    {
        using RelayRig rig = new();
        string heard = Output(
            "curl", "", "--silent", "--show-error",
            "--resolve", $"other.example:{rig.Relay.Port}:127.0.0.1", $"https://other.example:{rig.Relay.Port}/");

        StringAssert.Contains(heard, "unrecognized name");
    }

    private static string Output(string program, string input, params string[] arguments)
    {
        return Output(program, input, arguments, Array.Empty<string>());
    }

    // What it says on both its outputs. It is ended when it takes too long.
    private static string Output(string program, string input, string[] first, string[] second)
    {
        ProcessStartInfo start = new(Peer.Path(program), [.. first, .. second])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        StringBuilder heard = new();
        using Process process = new() { StartInfo = start };
        DataReceivedEventHandler hear = (_, line) =>
        {
            lock (heard)
            {
                heard.AppendLine(line.Data);
            }
        };
        process.OutputDataReceived += hear;
        process.ErrorDataReceived += hear;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Write(input);
        process.StandardInput.Flush();

        if (!process.WaitForExit(RelayRig.WaitMs))
        {
            process.Kill();
            process.WaitForExit();
            Assert.Fail($"{program} did not end: {heard}");
        }

        process.WaitForExit();

        return heard.ToString();
    }

    /// <summary>A TLS server that answers one request after the other with a story, and the authority that vouches for it.</summary>
    private sealed class TlsServer : IDisposable
    {
        private readonly RelayServer _server;
        private readonly X509Certificate2 _root;
        private readonly X509Certificate2 _certificate;
        private readonly Task _serving;

        public TlsServer(RelayServer server)
        {
            _server = server;
            using ECDsa rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            CertificateRequest root = new("CN=ToyGuard test root", rootKey, HashAlgorithmName.SHA256);
            root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            _root = root.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

            using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            CertificateRequest request = new($"CN={HelloTable.Allowed}", key, HashAlgorithmName.SHA256);
            SubjectAlternativeNameBuilder names = new();
            names.AddDnsName(HelloTable.Allowed);
            request.CertificateExtensions.Add(names.Build());
            using X509Certificate2 signed = request.Create(
                _root, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1), new byte[] { 1, 2, 3, 4 });
            using X509Certificate2 withKey = signed.CopyWithPrivateKey(key);
            _certificate = X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);

            RootFile = Path.GetTempFileName();
            File.WriteAllText(RootFile, _root.ExportCertificatePem());

            _serving = Task.Run(Serve);
        }

        public string RootFile { get; }

        public X509ChainPolicy Trust()
        {
            X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.Add(_root);

            return policy;
        }

        public void Dispose()
        {
            Assert.IsTrue(_serving.Wait(RelayRig.WaitMs));
            File.Delete(RootFile);
            _root.Dispose();
            _certificate.Dispose();
        }

        private void Serve()
        {
            using SslStream tls = new(new NetworkStream(_server.Accept(), true));
            tls.AuthenticateAsServer(_certificate);
            byte[] request = new byte[4096];
            int count = 0;

            while (!Encoding.ASCII.GetString(request, 0, count).EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                count += tls.Read(request, count, request.Length - count);
            }

            tls.Write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 7\r\n\r\na story"u8);
            tls.ShutdownAsync().Wait(RelayRig.WaitMs);
        }
    }
}
