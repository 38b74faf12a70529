using System.Text;
using ToyGuard.Core.Policy;
using ToyGuard.Guard.Plain;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Guard.Tests.Plain;

[TestClass]
public class PlainRefusalTests
{
    [TestMethod]
    [Req("EGR-01")]
    public void Write_EveryReason_IsAnAnswerThatRefuses()
    {
        byte[] answer = new byte[PlainRefusal.LengthMax];

        for (int reason = 0; reason < 256; reason++)
        {
            int length = PlainRefusal.Write((Reason)reason, HttpMethod.Get, answer);
            ResponseHead head = new ResponseHead();

            Assert.AreEqual((int)ReadStatus.Complete, (int)head.Read(answer, 0, length));
            Assert.IsTrue(head.Status >= 400, reason.ToString());
            Assert.AreEqual((long)(length - head.HeadLength), head.ContentLength);
            Assert.AreEqual(
                ReasonWords.Of((Reason)reason) + "\n",
                Encoding.UTF8.GetString(answer, head.HeadLength, length - head.HeadLength));
        }
    }

    [TestMethod]
    public void Write_Head_HasNoBody()
    {
        byte[] answer = new byte[PlainRefusal.LengthMax];
        int length = PlainRefusal.Write(Reason.NotOnManifest, HttpMethod.Head, answer);
        ResponseHead head = new ResponseHead();

        Assert.AreEqual((int)ReadStatus.Complete, (int)head.Read(answer, 0, length));
        Assert.AreEqual(length, head.HeadLength);
        Assert.IsTrue(head.ContentLength > 0);
    }

    [TestMethod]
    [DataRow((int)Reason.NotOnManifest, 403)]
    [DataRow((int)Reason.QuietHours, 403)]
    [DataRow((int)Reason.RequestNotRelayed, 403)]
    [DataRow((int)Reason.AddressPrivate, 403)]
    [DataRow((int)Reason.HeadMalformed, 400)]
    [DataRow((int)Reason.NotAName, 400)]
    [DataRow((int)Reason.HeadTooSlow, 408)]
    [DataRow((int)Reason.HeadTooLong, 431)]
    [DataRow((int)Reason.ServerUnreachable, 502)]
    [DataRow((int)Reason.NoSocketLeft, 503)]
    [DataRow((int)Reason.GaveWay, 503)]
    [DataRow((int)Reason.ServerSilent, 504)]
    [DataRow((int)Reason.Allowed, 403)]
    [DataRow((int)Reason.None, 403)]
    public void StatusOf_Reason_Is(int reason, int status)
    {
        Assert.AreEqual(status.ToString(), PlainRefusal.StatusOf((Reason)reason).Substring(0, 3));
    }
}
