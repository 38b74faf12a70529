using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Times;
using ToyGuard.Guard.Export;

namespace ToyGuard.Guard.Tests.Export;

/// <summary>Goal: a file of a family's rules is read exactly, and a hostile one changes nothing and says why. Method: good pages, tables, every prefix, every turned bit.</summary>
[TestClass]
public class ImportReaderTests
{
    [TestMethod]
    [Req("INFO-06")]
    public void Take_AWholeFile_GivesItsRules()
    {
        DeclaredToy[] toys = ImportHome.Toys();
        ImportReader reader = Read(toys);
        ToySettings bear = reader.Settings.Of("Bear");

        Assert.AreEqual((int)ImportFault.None, (int)reader.Fault);
        Assert.IsFalse(reader.Settings.IsEverythingPaused);
        Assert.IsTrue(reader.Settings.IsPaired);
        Assert.AreEqual(5, reader.Settings.RetentionDays);
        Assert.IsFalse(bear.IsPaused);
        Assert.AreEqual((int)AgeBand.From9To12, (int)bear.ChildBand);
        Assert.AreEqual("CET-1", reader.Settings.Zone);
        ChildSettings child = reader.Settings.FindChild(2)!;
        Assert.AreEqual(1, reader.Settings.Children.Length);
        Assert.AreEqual(16, child.Animal);
        Assert.AreEqual(8, child.Colour);
        Assert.AreEqual((int)AgeBand.From9To12, (int)child.Band);
        Assert.IsTrue(child.PlayMinutes.IsSame(new DayMinutes(new int[] { 1, 2, 3, 4, 5, 1440, -1 })));
        Assert.AreEqual(2, bear.Child);
        Assert.IsTrue(bear.IsShared);
        Assert.AreEqual(3, bear.Tickets);
        Assert.AreEqual(2, bear.QuietHours!.Count);
        Assert.AreEqual(1200, bear.QuietHours.StartAt(0));
        Assert.AreEqual(600, bear.QuietHours.LengthAt(0));
        Assert.IsTrue(bear.IsApproved(toys[0].PrintAt(1)));
        Assert.IsFalse(bear.IsApproved(toys[0].PrintAt(2)));
        Assert.AreEqual(30000000, bear.AgreedUntil(toys[0].SensorPrintAt(1)));
    }

    [TestMethod]
    [Req("INFO-06")]
    [DataRow("", (int)ImportFault.NotJson)]
    [DataRow("[]", (int)ImportFault.NotJson)]
    [DataRow("{}", (int)ImportFault.NotAPage)]
    [DataRow("{\"page\":\"records\",\"records\":[]}", (int)ImportFault.NotAPage)]
    [DataRow("{\"toy-name\":\"Bear\",\"page\":\"toy\"}", (int)ImportFault.NotAPage)]
    [DataRow("{\"page\":\"home\",\"pause-all\":false}", (int)ImportFault.MissingField)]
    [DataRow("{\"page\":\"home\",\"pause-all\":false,\"record-days\":31}", (int)ImportFault.UnfitField)]
    [DataRow("{\"page\":\"home\",\"pause-all\":0,\"record-days\":3}", (int)ImportFault.UnfitField)]
    [DataRow("{\"page\":\"home\",\"pause-all\":false,\"record-days\":3,\"owner-code\":\"x\"}", (int)ImportFault.UnknownField)]
    [DataRow("{\"page\":\"home\",\"pause-all\":false,\"pause-all\":false,\"record-days\":3}", (int)ImportFault.NotJson)]
    [DataRow("{\"page\":\"home\",\"pause-all\":false,\"record-days\":3}x", (int)ImportFault.NotJson)]
    [DataRow("{\"page\":\"home\",\"pause-all\":false,\"record-days\":3,\"zone\":\"Europe/Paris\"}", (int)ImportFault.UnfitField)]
    [DataRow("{\"page\":\"children\"}", (int)ImportFault.MissingField)]
    [DataRow("{\"page\":\"children\",\"child-animal\":[],\"toy-name\":\"Bear\"}", (int)ImportFault.UnknownField)]
    [DataRow("{\"page\":\"children\",\"child-animal\":[{\"number\":1}]}", (int)ImportFault.MissingField)]
    [DataRow("{\"page\":\"children\",\"child-animal\":[{\"number\":9}]}", (int)ImportFault.UnfitField)]
    [DataRow("{\"page\":\"children\",\"child-animal\":[{\"animal\":17}]}", (int)ImportFault.UnfitField)]
    [DataRow("{\"page\":\"children\",\"child-animal\":[{\"colour\":0}]}", (int)ImportFault.UnfitField)]
    [DataRow("{\"page\":\"children\",\"child-animal\":[{\"band\":\"7\"}]}", (int)ImportFault.UnfitField)]
    [DataRow("{\"page\":\"children\",\"child-animal\":[{\"minutes-1\":1441}]}", (int)ImportFault.UnfitField)]
    [DataRow("{\"page\":\"children\",\"child-animal\":[{\"minutes-8\":1}]}", (int)ImportFault.UnknownField)]
    [DataRow("{\"page\":\"children\",\"child-animal\":[{\"name\":\"Ada\"}]}", (int)ImportFault.UnknownField)]
    [DataRow("{\"page\":\"toy\",\"toy-name\":\"Bear\",\"toy-child\":[9,0]}", (int)ImportFault.UnfitField)]
    [DataRow("{\"page\":\"toy\",\"toy-name\":\"Bear\",\"toy-child\":[1]}", (int)ImportFault.UnfitField)]
    [DataRow("{\"page\":\"toy\",\"toy-name\":\"Bear\",\"toy-child\":[1,0,0]}", (int)ImportFault.UnfitField)]
    [DataRow("{\"page\":\"places\",\"toy-name\":\"Bear\",\"approvals\":[]}", (int)ImportFault.WrongOrder)]
    [DataRow("{\"page\":\"toy\",\"toy-name\":\"Bear\",\"surname\":\"x\"}", (int)ImportFault.UnknownField)]
    [DataRow("{\"page\":\"toy\",\"toy-name\":\"Bear\",\"toy-paused\":false,\"play-minutes\":1441,\"age-band\":\"9to12\",\"quiet-hours\":[]}", (int)ImportFault.UnfitField)]
    [DataRow("{\"page\":\"toy\",\"toy-name\":\"Bear\",\"toy-paused\":false,\"play-minutes\":4,\"age-band\":\"adult\",\"quiet-hours\":[]}", (int)ImportFault.UnfitField)]
    [DataRow("{\"page\":\"toy\",\"toy-name\":\"Bear\",\"toy-paused\":false,\"play-minutes\":4,\"age-band\":\"9to12\",\"quiet-hours\":[[1]]}", (int)ImportFault.UnfitField)]
    [DataRow("{\"page\":\"toy\",\"toy-name\":\"Bear\",\"toy-paused\":false,\"play-minutes\":4,\"age-band\":\"9to12\",\"quiet-hours\":[[10080,1]]}", (int)ImportFault.UnfitField)]
    [DataRow("{\"page\":\"toy\",\"toy-name\":\"\",\"toy-paused\":false,\"play-minutes\":4,\"age-band\":\"9to12\",\"quiet-hours\":[]}", (int)ImportFault.UnfitField)]
    public void Take_AFileThatCannotBe_ChangesNothingAndSaysWhy(string page, int fault)
    {
        DeclaredToy[] toys = ImportHome.Toys();
        FamilySettings before = ImportHome.Strict();
        ImportReader reader = new ImportReader(toys, before);
        Assert.AreEqual(fault, (int)ImportHome.Take(reader, page));
        Assert.AreEqual(fault, (int)ImportHome.Take(reader, ImportHome.ToyPage), "and it stays so");
        Assert.IsTrue(ReferenceEquals(before, reader.Settings));
    }

    // A pause comes back as it was: none, one that a grown-up ends, or one with its minute.
    [TestMethod]
    [Req("INFO-06")]
    [DataRow("false", false, 0, (int)ImportFault.None)]
    [DataRow("true", true, 0, (int)ImportFault.None)]
    [DataRow("30000000", true, 30000000, (int)ImportFault.None)]
    [DataRow("2147483647", true, 2147483647, (int)ImportFault.None)]
    [DataRow("0", true, 0, (int)ImportFault.UnfitField)]
    [DataRow("-1", true, 0, (int)ImportFault.UnfitField)]
    [DataRow("2147483648", true, 0, (int)ImportFault.UnfitField)]
    [DataRow("1.5", true, 0, (int)ImportFault.UnfitField)]
    [DataRow("null", true, 0, (int)ImportFault.UnfitField)]
    [DataRow("\"30000000\"", true, 0, (int)ImportFault.UnfitField)]
    public void Take_APause_IsAsWritten(string pause, bool isPaused, int until, int fault)
    {
        DeclaredToy[] toys = ImportHome.Toys();
        FamilySettings strict = ImportHome.Strict();
        FamilySettings before = strict.WithEverythingPaused(true).WithToy(strict.Of("Bear").WithPaused(true));
        ImportReader reader = new ImportReader(toys, before);
        Assert.AreEqual(fault, (int)ImportHome.Take(reader, "{\"page\":\"home\",\"pause-all\":" + pause + ",\"record-days\":3}"));
        Assert.AreEqual(isPaused, reader.Settings.IsEverythingPaused);
        Assert.AreEqual(until, reader.Settings.PausedUntil);

        reader = new ImportReader(toys, before);
        string page = "{\"page\":\"toy\",\"toy-name\":\"Bear\",\"toy-paused\":" + pause + ",\"play-minutes\":45,\"age-band\":\"9to12\",\"quiet-hours\":[]}";
        Assert.AreEqual(fault, (int)ImportHome.Take(reader, page));
        Assert.AreEqual(isPaused, reader.Settings.Of("Bear").IsPaused);
        Assert.AreEqual(until, reader.Settings.Of("Bear").PausedUntil);
        Assert.IsTrue(Strictness.IsNeverLooser(Strictness.Merge(before, reader.Settings), before), "a pause without an end is longer than any");
    }

    [TestMethod]
    [Req("INFO-06")]
    public void Take_TheSameToyTwice_IsRefused()
    {
        ImportReader reader = new ImportReader(ImportHome.Toys(), ImportHome.Strict());
        Assert.AreEqual((int)ImportFault.None, (int)ImportHome.Take(reader, ImportHome.ToyPage));
        Assert.AreEqual((int)ImportFault.WrongOrder, (int)ImportHome.Take(reader, ImportHome.ToyPage));
    }

    // Before the toys, each once; and a toy of a child that no page and nobody here knows has the rules of all.
    [TestMethod]
    [Req("INFO-06")]
    [Req("DEF-05")]
    public void Take_Children_ComeBeforeToysAndOnce()
    {
        ImportReader reader = new ImportReader(ImportHome.Toys(), ImportHome.Strict());
        Assert.AreEqual((int)ImportFault.None, (int)ImportHome.Take(reader, ImportHome.ChildrenPage));
        Assert.AreEqual((int)ImportFault.WrongOrder, (int)ImportHome.Take(reader, ImportHome.ChildrenPage), "the same child twice");

        reader = new ImportReader(ImportHome.Toys(), ImportHome.Strict());
        Assert.AreEqual((int)ImportFault.None, (int)ImportHome.Take(reader, ImportHome.ToyPage));
        Assert.AreEqual(ToySettings.NobodysChild, reader.Settings.Of("Bear").Child);
        Assert.IsTrue(reader.Settings.Of("Bear").IsEverybodys);
        Assert.AreEqual((int)ImportFault.WrongOrder, (int)ImportHome.Take(reader, ImportHome.ChildrenPage), "behind a toy");
    }

    // What is no toy of this home, or no place of its manifest, is left out, whatever the file says of it.
    [TestMethod]
    [Req("DEF-03")]
    public void Take_WhatIsNotHere_IsLeftOut()
    {
        DeclaredToy[] toys = ImportHome.Toys();
        FamilySettings before = FamilySettings.Strict.WithPaired(true);
        ImportReader reader = new ImportReader(toys, before);
        Assert.AreEqual((int)ImportFault.None, (int)ImportHome.Take(reader, ImportHome.ToyPage), "not introduced");
        Assert.AreEqual(1, reader.LeftOut);
        Assert.IsNull(reader.Settings.Find("Bear"));

        reader = new ImportReader(toys, ImportHome.Strict());
        ImportHome.Take(reader, ImportHome.ToyPage);
        string unknown = "{\"page\":\"places\",\"toy-name\":\"Bear\",\"approvals\":[{\"place\":\"stories\",\"print\":\"0123456789abcdef\"}]}";
        Assert.AreEqual((int)ImportFault.None, (int)ImportHome.Take(reader, unknown));
        Assert.AreEqual(0, reader.Settings.Of("Bear").Approvals.Length);
    }

    [TestMethod]
    [Req("INFO-06")]
    [Req("DEF-03")]
    public void Take_EveryPrefixOfEveryPage_ChangesNothing()
    {
        DeclaredToy[] toys = ImportHome.Toys();
        FamilySettings before = ImportHome.Strict();
        string[] pages = Pages(toys[0]);

        for (int i = 0; i < pages.Length; i++)
        {
            for (int length = 0; length < pages[i].Length; length++)
            {
                ImportReader reader = Read(toys, before, pages, i);
                Assert.AreNotEqual((int)ImportFault.None, (int)ImportHome.Take(reader, pages[i].Substring(0, length)), pages[i].Substring(0, length));
                Assert.IsTrue(ReferenceEquals(before, reader.Settings));
            }
        }
    }

    // A turned bit may make another good page; whatever it says, nothing comes in that no page could say.
    [TestMethod]
    [Req("INFO-06")]
    [Req("DEF-03")]
    public void Take_EveryTurnedBitOfEveryPage_IsRefusedOrReadAsAnotherRule()
    {
        DeclaredToy[] toys = ImportHome.Toys();
        FamilySettings before = ImportHome.Strict();
        string[] pages = Pages(toys[0]);

        for (int i = 0; i < pages.Length; i++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(pages[i]);

            for (int bit = 0; bit < bytes.Length * 8; bit++)
            {
                ImportReader reader = Read(toys, before, pages, i);
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                ImportFault fault = reader.Take(bytes, 0, bytes.Length);
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.IsTrue(fault == ImportFault.None || ReferenceEquals(before, reader.Settings));
                Assert.IsTrue(reader.Settings.IsPaired);
                Assert.IsTrue(reader.Settings.Toys.Length == 1);
                Assert.IsFalse(reader.Settings.Of("Bear").IsApproved(toys[0].PrintAt(2)), "no bit approves another place");
                Assert.IsTrue(Strictness.IsNeverLooser(Strictness.Merge(before, reader.Settings), before), "and what is stricter counts");
            }
        }
    }

    private static string[] Pages(DeclaredToy toy)
    {
        return new string[] { ImportHome.HomePage, ImportHome.ChildrenPage, ImportHome.ToyPage, ImportHome.PlacesPage(toy), ImportHome.SensorsPage(toy) };
    }

    private static ImportReader Read(DeclaredToy[] toys)
    {
        string[] pages = Pages(toys[0]);
        return Read(toys, ImportHome.Strict(), pages, pages.Length);
    }

    private static ImportReader Read(DeclaredToy[] toys, FamilySettings before, string[] pages, int count)
    {
        ImportReader reader = new ImportReader(toys, before);

        for (int i = 0; i < count; i++)
        {
            Assert.AreEqual((int)ImportFault.None, (int)ImportHome.Take(reader, pages[i]), pages[i]);
        }

        return reader;
    }
}
