using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace ToyGuard.Kit.Play.Tests.Desktop;

/// <summary>What the compiled assembly shows: no way to storage or network, no sign beside a sensor's own, no phrase that a test has not read.</summary>
[TestClass]
public class PlayAssemblyTests
{
    private static readonly Assembly s_play = typeof(SensorSwitch).Assembly;

    [TestMethod]
    [Req("SENS-03")]
    public void References_AreTheCoreAndTheRuntimeOnly()
    {
        string[] references = s_play.GetReferencedAssemblies().Select(a => a.Name!).Order().ToArray();

        // System.Threading is where the lock statement leads.
        CollectionAssert.IsSubsetOf(references, new[] { "System.Runtime", "System.Threading", "ToyGuard.Core" }, string.Join(" ", references));
    }

    [TestMethod]
    [Req("SENS-01")]
    public void Public_NothingButTheSwitchTakesADriver()
    {
        string[] takers = s_play.GetExportedTypes()
            .SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .OfType<MethodBase>()
            .Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(ISensorDriver)) || (m as MethodInfo)?.ReturnType == typeof(ISensorDriver))
            .Select(m => m.DeclaringType!.Name + m.Name)
            .Order()
            .ToArray();

        CollectionAssert.AreEqual(new[] { "IToyBoardSensor", "SensorSwitch.ctor" }, takers);
    }

    [TestMethod]
    [Req("SENS-01")]
    public void Driver_HasOneCallForPowerAndNoneForTheLight()
    {
        string[] calls = typeof(ISensorDriver).GetMethods().Select(m => m.Name).Order().ToArray();

        CollectionAssert.AreEqual(new[] { "Read", "SetPower", "get_IsHeld" }.Order().ToArray(), calls);
        Assert.AreEqual(1, typeof(ISensorDriver).GetMethod("SetPower")!.GetParameters().Length);
    }

    [TestMethod]
    [Req("PCTL-04")]
    public void Strings_EveryOneInTheAssembly_SaysNothingBanned()
    {
        using FileStream file = File.OpenRead(s_play.Location);
        using PEReader pe = new(file);
        MetadataReader metadata = pe.GetMetadataReader();
        int read = 0;

        for (UserStringHandle handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            string words = metadata.GetUserString(handle);
            Assert.AreEqual("", Phrases.BannedIn(words), words);
            read++;
        }

        Assert.IsTrue(read > 20, "the phrases were not found: " + read);
    }
}
