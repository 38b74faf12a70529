using System;
using System.Linq;
using System.Reflection;

using ToyGuard.Core.Family;

namespace ToyGuard.Core.Tests.Family.Desktop;

/// <summary>What is kept of a request and of a home manifest and of a delete-request and of a thing has its row in the data list (DEF-06: "requests", "home-places", "delete-requests", "things"); a new member fails here until somebody has written what it is for.</summary>
[TestClass]
public class FamilyDataTests
{
    [TestMethod]
    [Req("DEF-06")]
    [DataRow(typeof(ChildRequest), "Deed Kind Minute Minutes Number State Toy What")]
    [DataRow(typeof(HomePlace), "Host IsFit Port")]
    [DataRow(typeof(KnownThing), "Hardware HardwareText Toy")]
    [DataRow(typeof(EraseRequest), "Cause Day Id IdText IsOpen Minute Number Path Place Port State Tries")]
    public void Members_AreTheseAndNoMore(Type kept, string members)
    {
        Assert.AreEqual(members, string.Join(' ', kept.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.Name).Order(StringComparer.Ordinal)));
    }
}
