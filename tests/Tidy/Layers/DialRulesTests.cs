using System.Collections.Generic;
using System.Linq;

using Mono.Cecil;

using ToyGuard.Fakes;
using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Layers;

/// <summary>Goal: nothing leaves but through the one file that dials. Method: the instructions of what ships, for both runtimes.</summary>
[TestClass]
public class DialRulesTests
{
    private static readonly HashSet<string> s_dialers = DialRules.TypesOf(Repository.Here.Read(DialRules.DialingFile));
    private static readonly HashSet<string> s_securers = DialRules.TypesOf(DialRules.SecuringFiles.Select(Repository.Here.Read).ToArray());
    private static readonly HashSet<string> s_senders = DialRules.TypesOf(DialRules.SendingFiles.Select(Repository.Here.Read).ToArray());
    private static readonly HashSet<string> s_answerers = DialRules.TypesOf(Repository.Here.Read(DialRules.AnsweringFile));

    [TestMethod]
    [Req("EGR-12")]
    public void Check_EveryDeviceAssembly_DialsInOneFile()
    {
        foreach (string project in Nano.Projects.Where(p => p.Contains("/firmware/", System.StringComparison.Ordinal)))
        {
            Expect.None(DialRules.Check(Assemblies.Read(Nano.Compiler.Compile(project, isDebug: false)), s_dialers, s_securers, s_senders, s_answerers));
        }
    }

    [TestMethod]
    [Req("EGR-12")]
    [DataRow("ToyGuard.Core")]
    [DataRow("ToyGuard.Wire")]
    [DataRow("ToyGuard.Guard")]
    [DataRow("ToyGuard.Edge")]
    [DataRow("ToyGuard.Emulator")]
    public void Check_DesktopAssembly_DialsInOneFile(string name)
    {
        Expect.None(DialRules.Check(Assemblies.Desktop(name), s_dialers, s_securers, s_senders, s_answerers));
    }

    [TestMethod]
    public void TypesOf_TheFilesThatMay_AreWhatTheyAreCalled()
    {
        Assert.AreEqual("ToyGuard.Edge.Dialing.Dialer", string.Join(' ', s_dialers));
        Assert.AreEqual("ToyGuard.Edge.Toy.TlsDial", string.Join(' ', s_securers));
        Assert.AreEqual("ToyGuard.Edge.Datagrams", string.Join(' ', s_senders));
    }

    [TestMethod]
    [DataRow("Socket::Connect(")]
    [DataRow("SslStream::.ctor")]
    [DataRow("SslStream::AuthenticateAsClient")]
    [DataRow("Dns::GetHostEntry")]
    [DataRow("Socket::SendTo(")]
    public void Check_Sample_IsRefused(string words)
    {
        AssemblyDefinition sample = Assemblies.Sample("Dialing.cs");
        Expect.Refused(DialRules.Check(sample, s_dialers, s_securers, s_senders, s_answerers), words);
        HashSet<string> itself = DialRules.TypesOf(Repository.Here.Read("tests/Tidy/Samples/Assemblies/Dialing.cs"));
        Expect.None(DialRules.Check(sample, itself, s_securers, s_senders, s_answerers));
        Assert.AreEqual(
            words is "SslStream::.ctor" ? 0 : 1,
            DialRules.Check(sample, s_dialers, s_securers, s_senders, itself).Count(f => f.Contains(words, System.StringComparison.Ordinal)),
            "who answers may hold a stream and nothing else");
        Assert.AreEqual(
            words.StartsWith("SslStream", System.StringComparison.Ordinal) ? 0 : 1,
            DialRules.Check(sample, s_dialers, itself, s_senders, s_answerers).Count(f => f.Contains(words, System.StringComparison.Ordinal)),
            "who begins TLS may do that and nothing else");
    }

    [TestMethod]
    [Req("EGR-12")]
    [DataRow("HttpRequestMessage", true)]
    [DataRow("HttpResponseMessage", true)]
    [DataRow("HttpContent", true)]
    [DataRow("Headers.HttpRequestHeaders", true)]
    [DataRow("HttpClient", false)]
    [DataRow("HttpClientHandler", false)]
    [DataRow("HttpMessageInvoker", false)]
    [DataRow("HttpMessageHandler", false)]
    [DataRow("SocketsHttpHandler", false)]
    [DataRow("Json.HttpClientJsonExtensions", false)]
    [DataRow("HeadersOfMine", false)]
    public void IsMessage_TypeOfHttp_OnlyWhatCannotSend(string type, bool isMessage)
    {
        Assert.AreEqual(isMessage, DialRules.IsMessage("System.Net.Http." + type));
    }
}
