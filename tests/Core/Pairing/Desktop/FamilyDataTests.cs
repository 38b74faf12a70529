using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

using ToyGuard.Core.Data;
using ToyGuard.Core.Pairing;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>What the device keeps of a family's phones has its row in the data list (DEF-06); a new member fails here until somebody has written what it is for.</summary>
[TestClass]
public class FamilyDataTests
{
    private static readonly (Type Type, Dictionary<string, string> Rows)[] Kept =
    {
        (typeof(Phone), new()
        {
            [nameof(Phone.Number)] = "phones",
            [nameof(Phone.Id)] = "phones",
            [nameof(Phone.Role)] = "phones",
            [nameof(Phone.Label)] = "phones",
            [nameof(Phone.HasPin)] = "pins",
            [nameof(Phone.PhoneSalt)] = "pins",
            [nameof(Phone.DeviceSalt)] = "pins",
            [nameof(Phone.Rounds)] = "pins",
            [nameof(Phone.PassEndsUtc)] = "phones",
            [nameof(Phone.HasPass)] = "phones",
        }),
        (typeof(Notice), new()
        {
            [nameof(Notice.Number)] = "notices",
            [nameof(Notice.Kind)] = "notices",
            [nameof(Notice.Who)] = "notices",
            [nameof(Notice.Toy)] = "notices",
            [nameof(Notice.UtcSeconds)] = "notices",
        }),
    };

    [TestMethod]
    [Req("DEF-06")]
    public void DataList_EveryMemberOfWhatIsKept_HasARow()
    {
        string[] listed = Enumerable.Range(1, DataList.Count).Select(number => DataList.At(number)!.Id).ToArray();

        foreach ((Type type, Dictionary<string, string> rows) in Kept)
        {
            string[] members = type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.Name).ToArray();
            CollectionAssert.AreEquivalent(rows.Keys.ToArray(), members, type.Name);
            CollectionAssert.IsSubsetOf(rows.Values.Distinct().ToArray(), listed);
        }

        CollectionAssert.IsSubsetOf(new[] { "pin-tries", "owner-code", "sessions", "record-family" }, listed);
    }
}
