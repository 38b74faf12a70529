using System.IO;
using System.Linq;

using Mono.Cecil;

using ToyGuard.NanoCheck.Projects;
using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Layers;

/// <summary>Goal: Toy, Hub, Emulator, Maker -> Samples -> Kit -> Edge -> Page -> Assets, Guard -> Wire, Core, and the lower half is pure.</summary>
[TestClass]
public class LayerRulesTests
{
    [TestMethod]
    public void Projects_Repository_GoDown()
    {
        Expect.None(LayerRules.Projects(Repository.Here));
    }

    [TestMethod]
    [DataRow("firmware/Core/A.csproj", "../Wire/B.csproj")]
    [DataRow("firmware/Wire/A.nfproj", "..\\Core\\B.nfproj")]
    [DataRow("firmware/Guard/A.csproj", "../Edge/B.csproj")]
    [DataRow("firmware/Guard/A.csproj", "../Assets/B.csproj")]
    [DataRow("firmware/Edge/A.csproj", "../Hub/B.csproj")]
    [DataRow("firmware/Emulator/A.csproj", "../Hub/B.csproj")]
    [DataRow("firmware/Edge/A.nfproj", "..\\Device\\Radio\\B.nfproj")]
    [DataRow("firmware/Device/Radio/A.nfproj", "..\\..\\Hub\\B.nfproj")]
    [DataRow("firmware/Device/Radio/A.nfproj", "..\\Body\\B.nfproj")]
    [DataRow("firmware/Edge/A.csproj", "../../tests/Fakes/B.csproj")]
    [DataRow("firmware/Cellar/A.csproj", "../Core/B.csproj")]
    [DataRow("firmware/Core/Crypto/A.csproj", "../Storage/B.csproj")]
    [DataRow("firmware/Core/Storage/A.nfproj", "..\\B.nfproj")]
    [DataRow("firmware/Core/Records/A.csproj", "../../Wire/B.csproj")]
    public void Projects_UpOrSideways_AreRefused(string file, string target)
    {
        using SampleTree sample = new((file, "<Project><ItemGroup><ProjectReference Include=\"" + target + "\" /></ItemGroup></Project>"));
        Expect.Refused(LayerRules.Projects(sample.Tree), file);
    }

    [TestMethod]
    [DataRow("firmware/Guard/A.csproj", "../Core/B.csproj")]
    [DataRow("firmware/Page/A.nfproj", "..\\Assets\\B.nfproj")]
    [DataRow("firmware/Hub/A.nfproj", "..\\Kit\\B.nfproj")]
    [DataRow("firmware/Hub/A.nfproj", "..\\Device\\Radio\\B.nfproj")]
    [DataRow("firmware/Device/Radio/A.nfproj", "..\\..\\Edge\\Family\\B.nfproj")]
    [DataRow("firmware/Core/A.nfproj", "Records\\B.nfproj")]
    [DataRow("firmware/Core/Records/A.csproj", "../Crypto/B.csproj")]
    [DataRow("firmware/Guard/A.csproj", "../Core/Crypto/B.csproj")]
    [DataRow("tests/Core/A.csproj", "../Fakes/B.csproj")]
    public void Projects_Down_AreTaken(string file, string target)
    {
        using SampleTree sample = new((file, "<Project><ItemGroup><ProjectReference Include=\"" + target + "\" /></ItemGroup></Project>"));
        Expect.None(LayerRules.Projects(sample.Tree));
    }

    [TestMethod]
    public void DeviceReferences_Repository_AreThoseThatLoadEverywhere()
    {
        Expect.None(LayerRules.DeviceReferences(Repository.Here));
    }

    [TestMethod]
    public void DeviceReferences_SocketsInGuard_AreRefused()
    {
        using SampleTree sample = new(("firmware/Guard/A.nfproj", "<Project><ItemGroup><Reference Include=\"System.Net, Version=1.0\" /></ItemGroup></Project>"));
        Expect.Refused(LayerRules.DeviceReferences(sample.Tree), "System.Net");
    }

    [TestMethod]
    public void Pure_FirmwareBelowTheEdge_Is()
    {
        foreach (string file in LayerRules.PureProjects(Repository.Here))
        {
            Expect.None(LayerRules.Pure(Assemblies.Read(Nano.Compiler.Compile(Repository.Here.Full(file), isDebug: false))));
        }
    }

    [TestMethod]
    [DataRow("System.Threading.Thread")]
    [DataRow("System.Threading.Interlocked")]
    [DataRow("System.Net.Sockets.Socket")]
    [DataRow("System.IO.MemoryStream")]
    [DataRow("System.Console")]
    [DataRow("System.Environment")]
    [DataRow("System.Random")]
    [DataRow("System.DateTime.get_UtcNow")]
    [DataRow("Impure.s_count")]
    public void Pure_Sample_IsRefused(string words)
    {
        Expect.Refused(LayerRules.Pure(Assemblies.Sample("Impure.cs")), words);
    }

    [TestMethod]
    public void Pure_LockAndTables_AreTaken()
    {
        Expect.None(LayerRules.Pure(Assemblies.Sample("Pure.cs")));
    }
}
