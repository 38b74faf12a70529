using ToyGuard.Core.Policy;
using ToyGuard.Fakes;
using ToyGuard.Guard.Roots;

namespace ToyGuard.Guard.Tests.Roots;

/// <summary>
/// Goal: the device tells a maker why a server was refused, and never that it was not.
/// Method: the numbers of Mbed TLS 3.6 (x509.h, ssl.h), alone and together.
/// </summary>
[TestClass]
public class HandshakeCodeTests
{
    [TestMethod]
    [Req("EGR-05")]
    [DataRow(0x01, (int)Reason.TlsExpired)]
    [DataRow(0x02, (int)Reason.TlsUntrusted)] // revoked
    [DataRow(0x04, (int)Reason.TlsWrongName)]
    [DataRow(0x08, (int)Reason.TlsUntrusted)]
    [DataRow(0x40, (int)Reason.TlsUntrusted)] // no certificate
    [DataRow(0x200, (int)Reason.TlsNotYetValid)]
    [DataRow(0x1000, (int)Reason.TlsUntrusted)] // for clients only
    [DataRow(0x10000, (int)Reason.TlsUntrusted)] // a key that is too short
    [DataRow(0x05, (int)Reason.TlsExpired)]
    [DataRow(0x204, (int)Reason.TlsNotYetValid)]
    [DataRow(0x09, (int)Reason.TlsUntrusted)]
    [DataRow(0x0C, (int)Reason.TlsUntrusted)]
    [DataRow(0x7FFFFFFF, (int)Reason.TlsUntrusted)]
    [DataRow(-0x3000, (int)Reason.TlsChainTooLong)]
    [DataRow(-0x6E80, (int)Reason.TlsOldVersion)]
    [DataRow(-0x7680, (int)Reason.TlsWithoutRoots)]
    [DataRow(-0x7A00, (int)Reason.TlsUntrusted)]
    [DataRow(-0x7480, (int)Reason.TlsUntrusted)]
    [DataRow(-0x7780, (int)Reason.TlsBroken)] // a fatal alert
    [DataRow(-0x0050, (int)Reason.TlsBroken)] // a reset
    [DataRow(-1, (int)Reason.TlsBroken)]
    [DataRow(0, (int)Reason.TlsBroken)]
    public void ReasonOf_Code_IsItsReason(int code, int reason)
    {
        Assert.AreEqual(reason, (int)HandshakeCode.ReasonOf(code));
    }

    [TestMethod]
    [Req("EGR-05")]
    public void ReasonOf_AnyCode_IsAReasonToHold()
    {
        for (int code = -0x8000; code < 0x8000; code += 7)
        {
            Reason reason = HandshakeCode.ReasonOf(code);
            Assert.IsTrue(reason >= Reason.TlsWithoutRoots && reason <= Reason.TlsBroken, $"{code}");
        }
    }
}
