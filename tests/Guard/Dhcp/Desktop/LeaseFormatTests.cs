using ToyGuard.Core.Storage;

namespace ToyGuard.Guard.Dhcp.Tests;

/// <summary>The hex example of firmware/docs/storage-format.md is what the book writes.</summary>
[TestClass]
public class LeaseFormatTests
{
    [TestMethod]
    public void Keep_TheExample_IsOnThePage()
    {
        DhcpRig rig = new(1);
        rig.Stations.Come(2, 0);
        rig.Join(1);
        rig.Wait(61);
        rig.Join(2);

        FormatPage.AssertIs("leases", rig.Flash.Held(FlashLayout.LeasesA));
        FormatPage.AssertIs("leases", rig.Flash.Held(FlashLayout.LeasesB));
    }
}
