using ToyGuard.Core.Factory;

namespace ToyGuard.Core.Tests.Factory;

[TestClass]
public class FactoryDataTests
{
    [TestMethod]
    [Req("PAIR-01")]
    public void Read_Nothing_IsNobodyWithNothing()
    {
        FactoryData data = FactoryData.Read(new MemoryBoxes());

        Assert.IsNull(data.Identity);
        Assert.AreEqual((int)FactoryFinding.Missing, (int)data.IdentityFinding);
        Assert.AreEqual((int)FactoryFinding.Missing, (int)data.MakerFinding);
        Assert.AreEqual(0, data.Manifest.Length);
        Assert.AreEqual(0, data.Names(PartKind.Root).Length);
        Assert.IsNull(data.Find(PartKind.Root, "a.pem"));
    }

    [TestMethod]
    [Req("PAIR-01")]
    public void Read_Whole_GivesIdentityAndEachFile()
    {
        FactoryData data = FactoryData.Read(Whole());

        Assert.AreEqual("toyguard-0a1b2c3d", data.Identity!.HostLabel);
        Assert.AreEqual((int)FactoryFinding.Well, (int)data.IdentityFinding);
        Assert.AreEqual((int)FactoryFinding.Well, (int)data.MakerFinding);
        Assert.AreEqual(30, data.Manifest.Length);
        Assert.AreEqual(7, data.Find(PartKind.Root, "a.pem")!.Length);
        Assert.AreEqual(8, data.Find(PartKind.Root, "b.pem")!.Length);
        Assert.AreEqual(9, data.Find(PartKind.Language, "a.pem")!.Length);
        Assert.IsNull(data.Find(PartKind.PackKey, "a.pem"));
        string[] roots = data.Names(PartKind.Root);
        Assert.AreEqual(2, roots.Length);
        Assert.AreEqual("a.pem", roots[0]);
        Assert.AreEqual("b.pem", roots[1]);
    }

    // One thing wrong, and the box that it is in counts for nothing; the other one does.
    [TestMethod]
    public void Read_BadIdentityBox_IsNobody()
    {
        byte[] who = IdentityPartTests.Some(hasCode: true);
        IsNobody(new BoxBytes().Add(1, "", who).Add(3, "a", BoxBytes.Some(3, 1)), FactoryFinding.Unfit);
        IsNobody(new BoxBytes() { Count = 2 }.Add(1, "", who), FactoryFinding.Unfit);
        IsNobody(new BoxBytes().Add(2, "", who), FactoryFinding.Unfit);
        IsNobody(new BoxBytes().Add(1, "", BoxBytes.Some(40, 1)), FactoryFinding.Unfit);
        byte[] damaged = new BoxBytes().Add(1, "", who).Close();
        damaged[40] ^= 1;
        FactoryData data = FactoryData.Read(new MemoryBoxes().Add(FactoryData.IdentityBox, damaged));
        Assert.IsNull(data.Identity);
        Assert.AreEqual((int)FactoryFinding.Damaged, (int)data.IdentityFinding);
    }

    [TestMethod]
    public void Read_BadMakersBoxes_GiveNothingAtAll()
    {
        BoxBytes first = new BoxBytes() { Count = 2 }.Add(2, "", BoxBytes.Some(30, 1)).Add(3, "a.pem", BoxBytes.Some(7, 1));
        HasNothing(first, null, FactoryFinding.Incomplete);
        HasNothing(first, new BoxBytes() { Count = 2 }.Add(3, "b", BoxBytes.Some(3, 1)), FactoryFinding.Incomplete);
        HasNothing(first, new BoxBytes() { Number = 1, Count = 3 }.Add(3, "b", BoxBytes.Some(3, 1)), FactoryFinding.Incomplete);
        HasNothing(first, new BoxBytes() { Number = 1, Count = 2 }.Add(3, "a.pem", BoxBytes.Some(3, 1)), FactoryFinding.Unfit);
        HasNothing(first, new BoxBytes() { Number = 1, Count = 2 }.Add(2, "", BoxBytes.Some(3, 1)), FactoryFinding.Unfit);
        HasNothing(first, new BoxBytes() { Number = 1, Count = 2 }.Add(1, "", BoxBytes.Some(3, 1)), FactoryFinding.Unfit);
        HasNothing(new BoxBytes() { Number = 1, Count = 2 }.Add(2, "", BoxBytes.Some(3, 1)), null, FactoryFinding.Unfit);
        HasNothing(new BoxBytes() { Count = 9 }.Add(2, "", BoxBytes.Some(3, 1)), null, FactoryFinding.Unfit);
    }

    [TestMethod]
    public void Read_DamageInTheLastBox_LosesTheFirstToo()
    {
        byte[] last = new BoxBytes() { Number = 1, Count = 2 }.Add(3, "b", BoxBytes.Some(3, 1)).Close();
        last[17] ^= 4;
        FactoryData data = FactoryData.Read(new MemoryBoxes().Add("ToyGuard.Data.Maker0", new BoxBytes() { Count = 2 }.Add(2, "", BoxBytes.Some(30, 1)).Close()).Add("ToyGuard.Data.Maker1", last));

        Assert.AreEqual((int)FactoryFinding.Damaged, (int)data.MakerFinding);
        Assert.AreEqual(0, data.Manifest.Length);
    }

    private static MemoryBoxes Whole()
    {
        return new MemoryBoxes()
            .Add("ToyGuard.Data.Identity", new BoxBytes().Add(1, "", IdentityPartTests.Some(hasCode: true)).Close())
            .Add("ToyGuard.Data.Maker0", new BoxBytes() { Count = 2 }.Add(2, "", BoxBytes.Some(30, 1)).Add(3, "a.pem", BoxBytes.Some(7, 1)).Close())
            .Add("ToyGuard.Data.Maker1", new BoxBytes() { Number = 1, Count = 2 }.Add(3, "b.pem", BoxBytes.Some(8, 1)).Add(5, "a.pem", BoxBytes.Some(9, 1)).Close());
    }

    private static void IsNobody(BoxBytes identity, FactoryFinding finding)
    {
        FactoryData data = FactoryData.Read(OnlyMaker().Add(FactoryData.IdentityBox, identity.Close()));
        Assert.IsNull(data.Identity);
        Assert.AreEqual((int)finding, (int)data.IdentityFinding);
        Assert.AreEqual(30, data.Manifest.Length);
    }

    private static MemoryBoxes OnlyMaker()
    {
        return new MemoryBoxes().Add("ToyGuard.Data.Maker0", new BoxBytes().Add(2, "", BoxBytes.Some(30, 1)).Close());
    }

    private static void HasNothing(BoxBytes first, BoxBytes? second, FactoryFinding finding)
    {
        MemoryBoxes boxes = new MemoryBoxes().Add("ToyGuard.Data.Maker0", first.Close()).Add(FactoryData.IdentityBox, new BoxBytes().Add(1, "", IdentityPartTests.Some(hasCode: false)).Close());

        if (second is not null)
        {
            boxes.Add("ToyGuard.Data.Maker1", second.Close());
        }

        FactoryData data = FactoryData.Read(boxes);
        Assert.AreEqual((int)finding, (int)data.MakerFinding);
        Assert.AreEqual(0, data.Manifest.Length);
        Assert.AreEqual(0, data.Names(PartKind.Root).Length);
        Assert.IsNotNull(data.Identity);
    }
}
