using ToyGuard.Guard.Toys;

namespace ToyGuard.Guard.Tests.Toys;

/// <summary>Goal: a question is counted against the toy that asked, or against none. Method: what is put in comes out, what was not put in never does, up to the last place of the table.</summary>
[TestClass]
public class ToyAddressesTests
{
    [TestMethod]
    public void ToyAt_EmptyTable_IsUnknown()
    {
        Assert.AreEqual(0, new ToyAddresses().ToyAt(Hex.Bytes("c0000201")));
        Assert.AreEqual(0, new ToyAddresses().ToyAt(Hex.Bytes("00000000")));
        Assert.AreEqual(0, new ToyAddresses().Count);
    }

    [TestMethod]
    [DataRow("c0000201", 3)]
    [DataRow("00000000000000000000ffffc0000201", 3)] // the same, IPv4-mapped
    [DataRow("c0000202", 0)]
    [DataRow("c0000301", 0)]
    [DataRow("c1000201", 0)]
    [DataRow("c0010201", 0)]
    [DataRow("010200c0", 0)]
    [DataRow("00000000000000000000fffec0000201", 0)]
    [DataRow("20010db8000000000000ffffc0000201", 0)]
    [DataRow("", 0)]
    [DataRow("c00002", 0)]
    [DataRow("c000020100", 0)]
    [Req("EGR-01")]
    public void ToyAt_OneToyKnown_IsThatOneOnly(string address, int toy)
    {
        ToyAddresses table = new();
        Assert.IsTrue(table.Add(Hex.Bytes("c0000201"), 3));
        Assert.AreEqual(toy, table.ToyAt(Hex.Bytes(address)));
    }

    [TestMethod]
    [DataRow("", 1)]
    [DataRow("c00002", 1)]
    [DataRow("20010db8000000000000000000000001", 1)]
    [DataRow("c0000201", 0)]
    [DataRow("c0000201", -1)]
    public void Add_NoAddressOrNoToy_ChangesNothing(string address, int toy)
    {
        ToyAddresses table = new();
        Assert.IsFalse(table.Add(Hex.Bytes(address), toy));
        Assert.AreEqual(0, table.Count);
        Assert.AreEqual(0, table.ToyAt(Hex.Bytes("c0000201")));
    }

    [TestMethod]
    public void Add_SameAddressAgain_GivesItToTheNewToy()
    {
        ToyAddresses table = new();
        table.Add(Hex.Bytes("c0000201"), 1);
        table.Add(Hex.Bytes("c0000202"), 1);
        Assert.IsTrue(table.Add(Hex.Bytes("00000000000000000000ffffc0000201"), 2));
        Assert.AreEqual(2, table.ToyAt(Hex.Bytes("c0000201")));
        Assert.AreEqual(1, table.ToyAt(Hex.Bytes("c0000202")));
        Assert.AreEqual(2, table.Count);
    }

    [TestMethod]
    public void Add_FullTable_RefusesNewAndReplacesOld()
    {
        ToyAddresses table = Full();
        Assert.AreEqual(ToyAddresses.Capacity, table.Count);
        Assert.IsFalse(table.Add(Address(ToyAddresses.Capacity), 1));
        Assert.AreEqual(0, table.ToyAt(Address(ToyAddresses.Capacity)));
        Assert.IsTrue(table.Add(Address(10), 99));
        Assert.AreEqual(99, table.ToyAt(Address(10)));
        Assert.AreEqual(1, table.ToyAt(Address(0)));
        Assert.AreEqual(ToyAddresses.Capacity, table.ToyAt(Address(ToyAddresses.Capacity - 1)));
    }

    [TestMethod]
    public void Remove_EachInTurn_LeavesTheOthers()
    {
        for (int removed = 0; removed < ToyAddresses.Capacity; removed++)
        {
            ToyAddresses table = Full();
            Assert.IsTrue(table.Remove(Address(removed)));
            Assert.IsFalse(table.Remove(Address(removed)));

            for (int i = 0; i < ToyAddresses.Capacity; i++)
            {
                Assert.AreEqual(i == removed ? 0 : i + 1, table.ToyAt(Address(i)));
            }

            Assert.IsTrue(table.Add(Address(200), 7));
            Assert.AreEqual(7, table.ToyAt(Address(200)));
        }
    }

    [TestMethod]
    public void Remove_LastOne_LeavesNothingBehind()
    {
        ToyAddresses table = new();
        table.Add(Address(1), 1);
        Assert.IsTrue(table.Remove(Address(1)));
        Assert.AreEqual(0, table.Count);
        Assert.AreEqual(0, table.ToyAt(Address(1)));
        Assert.IsFalse(table.Remove(Hex.Bytes("c00002")));
    }

    private static ToyAddresses Full()
    {
        ToyAddresses table = new();

        for (int i = 0; i < ToyAddresses.Capacity; i++)
        {
            table.Add(Address(i), i + 1);
        }

        return table;
    }

    private static byte[] Address(int last)
    {
        return new byte[] { 198, 51, 100, (byte)last };
    }
}
