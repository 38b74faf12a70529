using ToyGuard.Wire.Tls;

namespace ToyGuard.Wire.Tests.Tls;

/// <summary>The alert is the one that clients know.</summary>
[TestClass]
public class TlsAlertTests
{
    [TestMethod]
    public void UnrecognizedName_IsOneFatalAlertRecord()
    {
        // Record type 21, version 3.3, two bytes: fatal (2), unrecognized_name (112).
        byte[] alert = Hex.Bytes("15 03 03 00 02 02 70");

        Assert.IsTrue(Bytes.AreSame(alert, 7, TlsAlert.UnrecognizedName, TlsAlert.UnrecognizedName.Length));
    }
}
