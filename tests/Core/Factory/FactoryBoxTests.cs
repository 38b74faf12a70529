using ToyGuard.Core.Factory;

namespace ToyGuard.Core.Tests.Factory;

[TestClass]
public class FactoryBoxTests
{
    [TestMethod]
    public void Open_GoodBox_GivesEachPart()
    {
        FactoryBox? box = FactoryBox.Open(new MemoryChunks(Good()), out FactoryFinding finding);

        Assert.AreEqual((int)FactoryFinding.Well, (int)finding);
        Assert.AreEqual(1, box!.Number);
        Assert.AreEqual(3, box.Count);
        Assert.AreEqual(2, box.Parts);
        Assert.AreEqual((int)PartKind.Manifest, (int)box.Kind(0));
        Assert.AreEqual("", box.Name(0));
        Assert.IsTrue(Same(BoxBytes.Some(20, 3), box.Bytes(0)));
        Assert.AreEqual((int)PartKind.Root, (int)box.Kind(1));
        Assert.AreEqual("Root-1_a.pem", box.Name(1));
        Assert.IsTrue(Same(BoxBytes.Some(9, 40), box.Bytes(1)));
    }

    [TestMethod]
    [Req("UPD-01")]
    public void Open_EveryPrefix_IsRefused()
    {
        byte[] good = Good();

        for (int length = 0; length < good.Length; length++)
        {
            byte[] cut = new byte[length];
            System.Array.Copy(good, 0, cut, 0, length);
            Assert.IsNull(FactoryBox.Open(new MemoryChunks(cut), out FactoryFinding finding), "of " + length.ToString());
            Assert.IsTrue(finding != FactoryFinding.Well, "of " + length.ToString());
        }
    }

    [TestMethod]
    [Req("UPD-01")]
    public void Open_EveryFlippedBit_IsRefused()
    {
        byte[] box = Good();

        for (int bit = 0; bit < box.Length * 8; bit++)
        {
            box[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsNull(FactoryBox.Open(new MemoryChunks(box), out _), "bit " + bit.ToString());
            box[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    // Heads, names, bytes and the checksum on every side of a chunk's edge.
    [TestMethod]
    public void Open_PartsOverChunkEdges_ComeOutWhole()
    {
        for (int first = FactoryBox.ChunkBytes - 40; first <= FactoryBox.ChunkBytes + 4; first++)
        {
            byte[] bytes = new BoxBytes().Add(2, "", BoxBytes.Some(first, 1)).Add(3, "a.pem", BoxBytes.Some(5, 90)).Close();
            FactoryBox? box = FactoryBox.Open(new MemoryChunks(bytes), out FactoryFinding finding);
            Assert.AreEqual((int)FactoryFinding.Well, (int)finding, first.ToString());
            Assert.IsTrue(Same(BoxBytes.Some(first, 1), box!.Bytes(0)), first.ToString());
            Assert.AreEqual("a.pem", box.Name(1));
            Assert.IsTrue(Same(BoxBytes.Some(5, 90), box.Bytes(1)), first.ToString());
        }
    }

    [TestMethod]
    public void Open_LongestBox_IsRead_OneByteMoreIsNot()
    {
        int room = FactoryBox.LengthMax - 12 - 4 - 4;
        FactoryBox? box = FactoryBox.Open(new MemoryChunks(new BoxBytes().Add(2, "", BoxBytes.Some(room, 1)).Close()), out _);
        Assert.IsTrue(Same(BoxBytes.Some(room, 1), box!.Bytes(0)));
        Assert.IsNull(FactoryBox.Open(new MemoryChunks(new BoxBytes().Add(2, "", BoxBytes.Some(room + 1, 1)).Close()), out FactoryFinding finding));
        Assert.AreEqual((int)FactoryFinding.CutShort, (int)finding);
    }

    // Right checksums over parts that no box has.
    [TestMethod]
    [DataRow("number", 4, 3)]
    [DataRow("no box at all", 5, 0)]
    [DataRow("no parts", 6, 0)]
    [DataRow("a part less", 6, 1)]
    [DataRow("a part more", 6, 3)]
    [DataRow("more parts than fit", 6, 33)]
    [DataRow("what must be zero", 7, 1)]
    [DataRow("no kind", 12, 0)]
    [DataRow("a manifest with the name of nothing", 12, 3)]
    [DataRow("a kind of later", 12, 6)]
    [DataRow("a manifest with a name", 13, 1)]
    [DataRow("an empty part", 14, 0)]
    [DataRow("a part past the end", 15, 1)]
    [DataRow("the last part into the checksum", 38, 10)]
    [DataRow("the last part over the checksum", 38, 13)]
    [DataRow("a root without a name", 37, 0)]
    [DataRow("a longer name", 37, 13)]
    [DataRow("a slash in a name", 40, 47)]
    [DataRow("a zero in a name", 40, 0)]
    [DataRow("a high byte in a name", 40, 200)]
    public void Open_UnfitPart_IsRefused(string what, int at, int value)
    {
        byte[] box = Good();
        box[at] = (byte)value;
        BoxBytes.Seal(box);
        Assert.IsNull(FactoryBox.Open(new MemoryChunks(box), out FactoryFinding finding), what);
        Assert.AreEqual((int)FactoryFinding.Unfit, (int)finding, what);
    }

    // Each is whole but for one thing.
    [TestMethod]
    public void Open_WholeBoxOfUnfitParts_IsRefused()
    {
        IsUnfit(new BoxBytes());
        IsUnfit(new BoxBytes().Add(2, "a", BoxBytes.Some(3, 1)));
        IsUnfit(new BoxBytes().Add(1, "a", BoxBytes.Some(3, 1)));
        IsUnfit(new BoxBytes().Add(3, "", BoxBytes.Some(3, 1)));
        IsUnfit(new BoxBytes().Add(3, "a", new byte[0]));
        IsUnfit(new BoxBytes().Add(6, "a", BoxBytes.Some(3, 1)));
        IsUnfit(new BoxBytes().Add(6, "", BoxBytes.Some(3, 1)));
        IsUnfit(new BoxBytes().Add(0, "", BoxBytes.Some(3, 1)));
    }

    [TestMethod]
    [DataRow("azAZ09.-_", true)]
    [DataRow("a/b", false)]
    [DataRow("a:b", false)]
    [DataRow("a@b", false)]
    [DataRow("a[b", false)]
    [DataRow("a`b", false)]
    [DataRow("a{b", false)]
    [DataRow("a b", false)]
    public void Open_Names_AreOfTheseLettersOnly(string name, bool isName)
    {
        FactoryBox? box = FactoryBox.Open(new MemoryChunks(new BoxBytes().Add(3, name, BoxBytes.Some(3, 1)).Close()), out _);
        Assert.AreEqual(isName, box is not null, name);
        Assert.IsTrue(box is null || box.Name(0) == name);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void Open_OtherBeginning_IsForeign(int at)
    {
        byte[] box = Good();
        box[at] ^= 1;
        BoxBytes.Seal(box);
        Assert.IsNull(FactoryBox.Open(new MemoryChunks(box), out FactoryFinding finding));
        Assert.AreEqual((int)FactoryFinding.Foreign, (int)finding);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(15)]
    [DataRow(57345)]
    public void Open_LengthThatNoBoxHas_IsShort(int length)
    {
        byte[] box = Good();
        Core.Storage.LittleEndian.WriteUInt32(box, 8, (uint)length);
        Assert.IsNull(FactoryBox.Open(new MemoryChunks(box), out FactoryFinding finding));
        Assert.AreEqual((int)FactoryFinding.CutShort, (int)finding);
    }

    [TestMethod]
    public void Open_WithoutItsLastChunk_IsShort()
    {
        byte[] whole = new BoxBytes().Add(2, "", BoxBytes.Some(3000, 1)).Close();
        byte[] cut = new byte[FactoryBox.ChunkBytes];
        System.Array.Copy(whole, 0, cut, 0, cut.Length);
        Assert.IsNull(FactoryBox.Open(new MemoryChunks(cut), out FactoryFinding finding));
        Assert.AreEqual((int)FactoryFinding.CutShort, (int)finding);
    }

    // 56 KiB is what an assembly bears; 32 parts are what the tables hold. Images in the field have them.
    [TestMethod]
    public void Limits_AreWhatImagesHave()
    {
        Assert.AreEqual(2048, FactoryBox.ChunkBytes);
        Assert.AreEqual(57344, FactoryBox.LengthMax);
        Assert.AreEqual(32, FactoryBox.PartsMax);
        Assert.AreEqual(40, FactoryBox.NameMax);
    }

    [TestMethod]
    public void Open_LongName_IsReadUpToItsLimit()
    {
        string name = "a-long-name-" + "of-forty-letters" + "-and.not-one";
        Assert.AreEqual(FactoryBox.NameMax, name.Length);
        Assert.AreEqual(name, FactoryBox.Open(new MemoryChunks(new BoxBytes().Add(5, name, BoxBytes.Some(3, 1)).Close()), out _)!.Name(0));
        Assert.IsNull(FactoryBox.Open(new MemoryChunks(new BoxBytes().Add(5, name + "x", BoxBytes.Some(3, 1)).Close()), out _));
    }

    [TestMethod]
    public void Open_MostParts_AreRead()
    {
        BoxBytes bytes = new();

        for (int i = 0; i < FactoryBox.PartsMax; i++)
        {
            bytes.Add(3, "r" + i.ToString(), BoxBytes.Some(1 + i, i));
        }

        FactoryBox? box = FactoryBox.Open(new MemoryChunks(bytes.Close()), out _);
        Assert.AreEqual("r31", box!.Name(31));
        Assert.IsTrue(Same(BoxBytes.Some(32, 31), box.Bytes(31)));
        Assert.IsNull(FactoryBox.Open(new MemoryChunks(bytes.Add(3, "r32", BoxBytes.Some(1, 1)).Close()), out _));
    }

    [TestMethod]
    public void Open_Nothing_IsMissing()
    {
        Assert.IsNull(FactoryBox.Open(new MemoryChunks(new byte[0]), out FactoryFinding finding));
        Assert.AreEqual((int)FactoryFinding.Missing, (int)finding);
    }

    [TestMethod]
    public void Words_EachFinding_HasItsOwn()
    {
        for (int i = 0; i <= (int)FactoryFinding.Incomplete; i++)
        {
            string words = FactoryFindingWords.Of((FactoryFinding)i);
            Assert.AreNotEqual(FactoryFindingWords.Of((FactoryFinding)99), words);

            for (int j = 0; j < i; j++)
            {
                Assert.AreNotEqual(FactoryFindingWords.Of((FactoryFinding)j), words);
            }
        }
    }

    private static void IsUnfit(BoxBytes box)
    {
        Assert.IsNull(FactoryBox.Open(new MemoryChunks(box.Close()), out FactoryFinding finding));
        Assert.AreEqual((int)FactoryFinding.Unfit, (int)finding);
    }

    private static byte[] Good()
    {
        return new BoxBytes() { Number = 1, Count = 3 }.Add(2, "", BoxBytes.Some(20, 3)).Add(3, "Root-1_a.pem", BoxBytes.Some(9, 40)).Close();
    }

    private static bool Same(byte[] a, byte[] b)
    {
        bool isSame = a.Length == b.Length;

        for (int i = 0; isSame && i < a.Length; i++)
        {
            isSame = a[i] == b[i];
        }

        return isSame;
    }
}
