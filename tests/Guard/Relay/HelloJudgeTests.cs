using ToyGuard.Core.Policy;
using ToyGuard.Guard.Relay;
using ToyGuard.Wire;
using ToyGuard.Wire.Tls;

namespace ToyGuard.Guard.Tests.Relay;

/// <summary>Goal: 0 opened, 0 lost, over the table of hellos, each with its reason. Method: the table, and each fault beside the reason it is called.</summary>
[TestClass]
public class HelloJudgeTests
{
    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-03")]
    public void Read_EveryRowOfTheTable_OpensExactlyThoseThatPass()
    {
        RelayHome home = new RelayHome();
        HelloJudge judge = new HelloJudge(home.Gate, 443);

        foreach (HelloCase row in HelloTable.All())
        {
            int told = home.Told;
            judge.Begin(1);
            ReadStatus status = judge.Read(row.Bytes, row.Bytes.Length);

            Assert.AreEqual(row.Status, (int)status, row.Name);
            Assert.AreEqual(row.IsPass, judge.Verdict.IsAllowed, row.Name);
            Assert.AreEqual(row.IsPass ? RelayHome.Stories : 0, judge.Verdict.Endpoint, row.Name);

            if (row.IsPass)
            {
                Assert.AreEqual(HelloTable.Allowed, judge.Query.Host.ToString(), row.Name);
            }

            // Every verdict is told once; a hello that is not whole yet has none.
            Assert.AreEqual(told + (status == ReadStatus.NeedMore ? 0 : 1), home.Told, row.Name);
            Assert.AreEqual(status == ReadStatus.NeedMore, judge.Verdict.Reason == Reason.None, row.Name);
        }
    }

    [TestMethod]
    [Req("EGR-03")]
    [DataRow("192.0.2.1")]
    [DataRow("3221225985")]
    [DataRow("0xc0000201")]
    [DataRow("2001:db8::1")]
    [DataRow("[2001:db8::1]")]
    [DataRow(".stories.toys.example")]
    [DataRow("stories..toys.example")]
    [DataRow("stories.toys.example.")]
    [DataRow("stories.toys.example\n")]
    [DataRow("stories.toys.example:443")]
    [DataRow("stories.toys.example ")]
    [DataRow("*.toys.example")]
    public void Read_NameThatIsNone_IsHeldAsThat(string name)
    {
        Assert.AreEqual((int)Reason.NotAName, (int)ReasonFor(name, 1));
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow("stories.toys.example", (int)Reason.Allowed)]
    [DataRow("STORIES.toys.example", (int)Reason.Allowed)]
    [DataRow("other.example", (int)Reason.NotOnManifest)]
    [DataRow("x.stories.toys.example", (int)Reason.NotOnManifest)]
    [DataRow("waiting.toys.example", (int)Reason.WaitingForGuardian)]
    [DataRow("plain.toys.example", (int)Reason.OtherScheme)]
    [DataRow("port.toys.example", (int)Reason.OtherPort)]
    public void Read_Name_GetsTheGatesReason(string name, int reason)
    {
        Assert.AreEqual(reason, (int)ReasonFor(name, 1));
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow(0)]
    [DataRow(2)]
    [DataRow(-1)]
    public void Read_UnknownToy_IsHeld(int toy)
    {
        Assert.AreEqual((int)Reason.UnknownToy, (int)ReasonFor(HelloTable.Allowed, toy));
    }

    [TestMethod]
    public void Read_JudgedPort_IsTheOneAskedAbout()
    {
        RelayHome home = new RelayHome();
        HelloJudge judge = new HelloJudge(home.Gate, 8883);
        byte[] hello = new HelloBuilder().Name("port.toys.example").Record();
        judge.Begin(1);
        judge.Read(hello, hello.Length);

        Assert.IsTrue(judge.Verdict.IsAllowed);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Begin_AfterAnAllowedHello_ForgetsNameAndVerdict()
    {
        RelayHome home = new RelayHome();
        HelloJudge judge = new HelloJudge(home.Gate, 443);
        byte[] hello = HelloTable.Good().Record();
        judge.Begin(1);
        judge.Read(hello, hello.Length);
        Assert.IsTrue(judge.Verdict.IsAllowed);

        judge.Begin(1);
        Assert.IsTrue(!judge.Verdict.IsAllowed);
        Assert.AreEqual(0, judge.Query.Host.Length);

        judge.Read(new byte[] { 71 }, 1);
        Assert.AreEqual((int)Reason.HelloNotTls, (int)home.Last);
        Assert.AreEqual("", home.LastHost);
    }

    [TestMethod]
    [DataRow((int)HelloFault.None, (int)Reason.None)]
    [DataRow((int)HelloFault.NotTls, (int)Reason.HelloNotTls)]
    [DataRow((int)HelloFault.OtherRecord, (int)Reason.HelloNotTls)]
    [DataRow((int)HelloFault.RecordVersion, (int)Reason.HelloNotTls)]
    [DataRow((int)HelloFault.EmptyRecord, (int)Reason.HelloMalformed)]
    [DataRow((int)HelloFault.RecordTooLong, (int)Reason.HelloMalformed)]
    [DataRow((int)HelloFault.NotClientHello, (int)Reason.HelloNotTls)]
    [DataRow((int)HelloFault.TooLong, (int)Reason.HelloTooLong)]
    [DataRow((int)HelloFault.MoreAfterHello, (int)Reason.HelloMalformed)]
    [DataRow((int)HelloFault.CutShort, (int)Reason.HelloMalformed)]
    [DataRow((int)HelloFault.ExtensionTwice, (int)Reason.HelloMalformed)]
    [DataRow((int)HelloFault.NoName, (int)Reason.HelloWithoutName)]
    [DataRow((int)HelloFault.NameListLength, (int)Reason.HelloMalformed)]
    [DataRow((int)HelloFault.TwoNames, (int)Reason.HelloMalformed)]
    [DataRow((int)HelloFault.NameEmpty, (int)Reason.NotAName)]
    [DataRow((int)HelloFault.NameTooLong, (int)Reason.NotAName)]
    [DataRow((int)HelloFault.NameBytes, (int)Reason.NotAName)]
    [DataRow((int)HelloFault.NameTrailingDot, (int)Reason.NotAName)]
    public void ReasonOf_Fault_IsCalled(int fault, int reason)
    {
        Assert.AreEqual(reason, (int)HelloJudge.ReasonOf((HelloFault)fault));
    }

    [TestMethod]
    [Req("EGR-01")]
    public void ReasonOf_AnyFault_IsAHold()
    {
        for (int fault = 1; fault < 256; fault++)
        {
            Reason reason = HelloJudge.ReasonOf((HelloFault)fault);
            Assert.IsTrue(reason != Reason.None && reason != Reason.Allowed, "fault " + fault.ToString());
        }
    }

    private static Reason ReasonFor(string name, int toy)
    {
        RelayHome home = new RelayHome();
        HelloJudge judge = new HelloJudge(home.Gate, 443);
        byte[] hello = new HelloBuilder().Name(name).Record();
        judge.Begin(toy);
        judge.Read(hello, hello.Length);

        return judge.Verdict.Reason;
    }
}
