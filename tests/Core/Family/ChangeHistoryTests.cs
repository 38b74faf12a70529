using ToyGuard.Core.Family;
using ToyGuard.Core.Records;

namespace ToyGuard.Core.Tests.Family;

/// <summary>Goal: a family sees who changed what, newest first, page by page, and nothing that is no change or that nothing proves.</summary>
[TestClass]
public class ChangeHistoryTests
{
    private const int Changes = 40;

    [TestMethod]
    [Req("LOG-01")]
    public void Pages_NewestFirst_ShowEveryChangeOnce()
    {
        uint before = 0;
        int expected = Changes;
        int pages = 0;

        do
        {
            ChangeHistory page = new ChangeHistory(before);
            Walk(page);

            for (int i = 0; i < page.Count; i++)
            {
                Assert.AreEqual(expected, page.At(i).First);
                Assert.AreEqual((int)RecordKind.RuleChanged, (int)page.At(i).Kind);
                Assert.AreEqual((long)(expected * 3), page.SequenceAt(i));
                expected--;
            }

            Assert.IsTrue(page.Count <= ChangeHistory.LinesMax);
            before = page.More;
            pages++;
        }
        while (before != 0);

        Assert.AreEqual(0, expected);
        Assert.AreEqual(3, pages);
    }

    [TestMethod]
    public void Walk_WithoutAnything_IsEmpty()
    {
        ChangeHistory page = new ChangeHistory(0);
        Assert.AreEqual(0, page.Count);
        Assert.AreEqual(0L, (long)page.More);
        Assert.IsFalse(page.HasFault);
    }

    [TestMethod]
    public void Walk_OverDamage_SaysSo_AndShowsNothingUnproved()
    {
        ChangeHistory page = new ChangeHistory(0);
        page.OnFault(RecordFault.TornTail, 1);
        Assert.IsFalse(page.HasFault, "a pulled plug is no damage");
        page.OnUnproved(1, new Record(RecordKind.RuleChanged, 1, 1));
        page.OnFault(RecordFault.RowAltered, 1);
        Assert.IsTrue(page.HasFault);
        Assert.AreEqual(0, page.Count);
    }

    private static void Walk(ChangeHistory page)
    {
        for (int i = 1; i <= Changes; i++)
        {
            page.OnRecord((uint)((i * 3) - 2), new Record(RecordKind.CallsHeld, 1, 1));
            page.OnRecord((uint)((i * 3) - 1), new Record(RecordKind.LooseningConfirmed, 1, 1));
            page.OnRecord((uint)(i * 3), new Record(RecordKind.RuleChanged, 1, 1, 0, 0, 0, i));
        }
    }
}
