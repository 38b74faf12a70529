using System;
using System.Text;

using ToyGuard.Core.Data;
using ToyGuard.Guard.Export;
using ToyGuard.Wire.Json;

namespace ToyGuard.Guard.Tests.Export;

/// <summary>Goal: nothing is written that the data list does not name. Method: every row of it, and names that are none.</summary>
[TestClass]
public class DataWriterTests
{
    [TestMethod]
    [Req("DEF-06")]
    public void Field_EveryRow_IsWrittenExactlyWhereAnExportMayHaveIt()
    {
        for (int number = 1; number <= DataList.Count; number++)
        {
            DataField row = DataList.At(number)!;
            DataWriter writer = NewWriter();

            if (row.IsExported)
            {
                writer.Field(row.Id, 1);
                Assert.IsFalse(writer.IsFull);
            }
            else
            {
                Check.Throws(typeof(ArgumentException), () => writer.Field(row.Id, 1));
            }
        }
    }

    [TestMethod]
    [Req("DEF-06")]
    public void Field_NotInTheDataList_Throws()
    {
        string[] names = new string[] { "", "surname", "birthday", "address", "photo", "Toy-name", "toy-name ", "pins", "wifi", "owner-code", "sessions" };

        for (int i = 0; i < names.Length; i++)
        {
            string name = names[i];
            Check.Throws(typeof(ArgumentException), () => NewWriter().Field(name, "x"));
            Check.Throws(typeof(ArgumentException), () => NewWriter().Field(name, 1));
            Check.Throws(typeof(ArgumentException), () => NewWriter().Field(name, true));
            Check.Throws(typeof(ArgumentException), () => NewWriter().BeginList(name));
        }
    }

    [TestMethod]
    [Req("DEF-06")]
    public void Part_OutsideARow_Throws()
    {
        Check.Throws(typeof(InvalidOperationException), () => NewWriter().Part("surname", "x"));
        Check.Throws(typeof(InvalidOperationException), () => NewWriter().Item("x"));
        Check.Throws(typeof(InvalidOperationException), () => NewWriter().BeginItem());
    }

    [TestMethod]
    public void Pages_OfFieldsAndLists_AreJson()
    {
        byte[] buffer = new byte[200];
        JsonWriter json = new JsonWriter(buffer);
        DataWriter writer = new DataWriter(json);
        writer.BeginPage("toy");
        writer.Field("toy-name", "Bear");
        writer.BeginList("quiet-hours");
        writer.Pair(1, 2);
        writer.EndList();
        writer.EndPage();
        Assert.AreEqual("{\"page\":\"toy\",\"toy-name\":\"Bear\",\"quiet-hours\":[[1,2]]}", Encoding.UTF8.GetString(buffer, 0, json.Length));
    }

    private static DataWriter NewWriter()
    {
        DataWriter writer = new DataWriter(new JsonWriter(new byte[500]));
        writer.BeginPage("any");
        return writer;
    }
}
