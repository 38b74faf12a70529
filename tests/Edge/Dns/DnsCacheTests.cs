using System.Globalization;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dns;

namespace ToyGuard.Edge.Tests.Dns;

/// <summary>What is kept of the resolver's answers, for how long, and what makes room for what; on a clock that only the test moves.</summary>
[TestClass]
public sealed class DnsCacheTests
{
    private static readonly byte[] Address = { 192, 0, 2, 7 };

    private readonly DnsCache _cache = new();

    [TestMethod]
    [DataRow(1, 999, true)]
    [DataRow(1, 1000, false)]
    [DataRow(300, 299_999, true)]
    [DataRow(301, 300_000, false)]
    [DataRow(int.MaxValue, 299_999, true)]
    [DataRow(int.MaxValue, 300_000, false)]
    [DataRow(0, 0, false)]
    public void TryGet_Found_IsKeptForItsTimeButNotOverFiveMinutes(int ttlSeconds, int afterMs, bool isKept)
    {
        const long Start = 3_000_000_000;
        _cache.Put(HostOf("a.example"), Start, Reason.None, Address, 1, ttlSeconds);

        Assert.AreEqual(isKept, IsKept("a.example", Start + afterMs));
    }

    [TestMethod]
    [DataRow(Reason.NameNotFound)]
    [DataRow(Reason.ResolverSilent)]
    [DataRow(Reason.ResolverFailed)]
    [DataRow(Reason.NameWithoutAddress)]
    public void TryGet_NotFound_IsKeptForFiveSecondsWhateverTheTime(Reason reason)
    {
        _cache.Put(HostOf("a.example"), 1000, reason, Address, 0, 300);

        Assert.IsTrue(_cache.TryGet(HostOf("a.example"), 5999, new byte[4], out int count, out Reason kept));
        Assert.AreEqual(0, count);
        Assert.AreEqual(reason, kept);
        Assert.IsFalse(IsKept("a.example", 6000));
    }

    [TestMethod]
    public void TryGet_NameThatOnlyLooksLikeIt_IsNotKnown()
    {
        _cache.Put(HostOf("a.example"), 0, Reason.None, Address, 1, 60);

        Assert.IsFalse(IsKept("aa.example", 1));
        Assert.IsFalse(IsKept("b.example", 1));
        Assert.IsFalse(IsKept("a.exampl", 1));
        Assert.IsFalse(IsKept("a.examples", 1));
        Assert.IsFalse(_cache.TryGet(new HostName(), 1, new byte[4], out _, out _));
    }

    [TestMethod]
    public void Put_SameName_ReplacesWhatWasKept()
    {
        _cache.Put(HostOf("a.example"), 0, Reason.None, new byte[] { 1, 1, 1, 1, 2, 2, 2, 2 }, 2, 60);
        _cache.Put(HostOf("a.example"), 10, Reason.None, Address, 1, 60);
        byte[] addresses = new byte[32];

        Assert.IsTrue(_cache.TryGet(HostOf("a.example"), 11, addresses, out int count, out _));
        Assert.AreEqual(1, count);
        CollectionAssert.AreEqual(Address, addresses[..4]);
    }

    [TestMethod]
    public void Put_FullTable_LosesWhatEndsSoonest()
    {
        for (int i = 0; i < DnsCache.EntriesMax; i++)
        {
            _cache.Put(HostOf(NameOf(i)), 0, Reason.None, Address, 1, i == 5 ? 10 : 60 + i);
        }

        _cache.Put(HostOf("new.example"), 1, Reason.None, Address, 1, 60);

        Assert.IsFalse(IsKept(NameOf(5), 2));
        Assert.IsTrue(IsKept("new.example", 2));

        for (int i = 0; i < DnsCache.EntriesMax; i++)
        {
            Assert.AreEqual(i != 5, IsKept(NameOf(i), 2));
        }
    }

    [TestMethod]
    public void Put_AnswerThatMayNotBeKept_PushesNothingOut()
    {
        for (int i = 0; i < DnsCache.EntriesMax; i++)
        {
            _cache.Put(HostOf(NameOf(i)), 0, Reason.None, Address, 1, 60);
        }

        _cache.Put(HostOf("new.example"), 1, Reason.None, Address, 1, 0);

        for (int i = 0; i < DnsCache.EntriesMax; i++)
        {
            Assert.IsTrue(IsKept(NameOf(i), 2));
        }
    }

    private static string NameOf(int number)
    {
        return string.Create(CultureInfo.InvariantCulture, $"n{number}.example");
    }

    private static HostName HostOf(string text)
    {
        HostName host = new();
        Assert.AreEqual(HostFault.None, host.Read(text));
        return host;
    }

    private bool IsKept(string name, long nowMs)
    {
        return _cache.TryGet(HostOf(name), nowMs, new byte[32], out _, out _);
    }
}
