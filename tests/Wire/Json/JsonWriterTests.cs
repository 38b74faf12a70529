using System;
using System.Text;

using ToyGuard.Wire;
using ToyGuard.Wire.Json;

namespace ToyGuard.Wire.Tests.Json;

/// <summary>
/// Goal: what the writer calls whole is exactly one JSON text that the reader reads back, and too small a buffer never passes half a text for a whole one.
/// Method: exact bytes, every buffer length from none to enough, and every call out of order.
/// </summary>
[TestClass]
public class JsonWriterTests
{
    [TestMethod]
    public void Write_AllKinds_GivesExactBytes()
    {
        byte[] buffer = new byte[200];
        JsonWriter writer = new(buffer);
        WriteSample(writer);
        Assert.IsTrue(writer.IsComplete);
        Assert.IsFalse(writer.IsFull);
        Assert.AreEqual(
            "{\"a\":[1,-2,true,false,null,\"x\",[],{}],\"b\":{\"c\":9223372036854775807,\"d\":-9223372036854775808},\"e\":\"\"}",
            Encoding.UTF8.GetString(buffer, 0, writer.Length));
    }

    [TestMethod]
    [DataRow("plain", "\"plain\"")]
    [DataRow("a\"b\\c/d", "\"a\\\"b\\\\c/d\"")]
    [DataRow("\u0001\b\t\n\f\r\u001f", "\"\\u0001\\u0008\\u0009\\u000a\\u000c\\u000d\\u001f\"")]
    [DataRow("\u007f\u00e9\u20ac", "\"\u007f\u00e9\u20ac\"")]
    [DataRow("\u2028</script>", "\"\u2028</script>\"")]
    [DataRow("\U0001F600", "\"\U0001F600\"")]
    [DataRow("\",\"admin\":true,\"", "\"\\\",\\\"admin\\\":true,\\\"\"")]
    public void Text_AnyCharacters_AreEscapedAndReadBack(string text, string json)
    {
        byte[] buffer = new byte[100];
        JsonWriter writer = new(buffer);
        writer.Text(text);
        Assert.AreEqual(json, Encoding.UTF8.GetString(buffer, 0, writer.Length));

        JsonReader reader = new(buffer, 0, writer.Length);
        Assert.AreEqual((int)JsonToken.Text, (int)reader.Read());
        Assert.AreEqual(text, reader.Text);
        Assert.AreEqual((int)JsonToken.End, (int)reader.Read());
    }

    [TestMethod]
    public void Name_WithQuotes_IsEscaped()
    {
        byte[] buffer = new byte[100];
        JsonWriter writer = new(buffer);
        writer.BeginObject();
        writer.Name("a\"b");
        writer.Number(1);
        writer.EndObject();
        Assert.AreEqual("{ n:a\"b w:1 } end", JsonTrace.Of(buffer, 0, writer.Length));
    }

    [TestMethod]
    public void Write_EveryShorterBuffer_IsFullAndNeverComplete()
    {
        byte[] buffer = new byte[200];
        JsonWriter whole = new(buffer);
        WriteSample(whole);

        for (int length = 0; length < whole.Length; length++)
        {
            byte[] guarded = new byte[length + 2];
            guarded[0] = 0x55;
            guarded[length + 1] = 0x55;
            JsonWriter writer = new(guarded, 1, length);
            WriteSample(writer);
            Assert.IsTrue(writer.IsFull);
            Assert.IsFalse(writer.IsComplete);
            Assert.AreEqual(0, writer.Length);
            Assert.AreEqual(0x55, (int)guarded[0]);
            Assert.AreEqual(0x55, (int)guarded[length + 1]);
        }

        JsonWriter exact = new(new byte[whole.Length]);
        WriteSample(exact);
        Assert.AreEqual(whole.Length, exact.Length);
    }

    [TestMethod]
    public void Length_BeforeTheEnd_IsZero()
    {
        JsonWriter writer = new(new byte[20]);
        Assert.AreEqual(0, writer.Length);
        Assert.IsFalse(writer.IsComplete);
        writer.BeginArray();
        Assert.AreEqual(0, writer.Length);
        writer.Number(1);
        Assert.IsFalse(writer.IsComplete);
        Assert.AreEqual(0, writer.Length);
        writer.EndArray();
        Assert.AreEqual(3, writer.Length);
    }

    [TestMethod]
    public void Write_OutOfOrder_Throws()
    {
        Type wrong = typeof(InvalidOperationException);
        Check.Throws(wrong, () => new JsonWriter(new byte[9]).EndObject());
        Check.Throws(wrong, () => new JsonWriter(new byte[9]).EndArray());
        Check.Throws(wrong, () => new JsonWriter(new byte[9]).Name("a"));
        Check.Throws(wrong, () => InObject().Number(1));
        Check.Throws(wrong, () => InObject().EndArray());
        Check.Throws(wrong, () => InObject().BeginArray());
        Check.Throws(wrong, () => AfterName().Name("b"));
        Check.Throws(wrong, () => AfterName().EndObject());
        Check.Throws(wrong, () => InArray().Name("a"));
        Check.Throws(wrong, () => InArray().EndObject());
        Check.Throws(wrong, () => Done().Null());
        Check.Throws(wrong, () => Done().BeginObject());
        Check.Throws(wrong, () => Done().Name("a"));
    }

    [TestMethod]
    public void BeginArray_SeventeenDeep_Throws()
    {
        JsonWriter writer = new(new byte[99]);

        for (int i = 0; i < JsonWriter.DepthMax; i++)
        {
            writer.BeginArray();
        }

        Check.Throws(typeof(InvalidOperationException), () => writer.BeginArray());
    }

    private static JsonWriter InObject()
    {
        JsonWriter writer = new(new byte[99]);
        writer.BeginObject();
        return writer;
    }

    private static JsonWriter AfterName()
    {
        JsonWriter writer = InObject();
        writer.Name("a");
        return writer;
    }

    private static JsonWriter InArray()
    {
        JsonWriter writer = new(new byte[99]);
        writer.BeginArray();
        return writer;
    }

    private static JsonWriter Done()
    {
        JsonWriter writer = new(new byte[99]);
        writer.Null();
        return writer;
    }

    private static void WriteSample(JsonWriter writer)
    {
        writer.BeginObject();
        writer.Name("a");
        writer.BeginArray();
        writer.Number(1);
        writer.Number(-2);
        writer.Bool(true);
        writer.Bool(false);
        writer.Null();
        writer.Text("x");
        writer.BeginArray();
        writer.EndArray();
        writer.BeginObject();
        writer.EndObject();
        writer.EndArray();
        writer.Name("b");
        writer.BeginObject();
        writer.Name("c");
        writer.Number(long.MaxValue);
        writer.Name("d");
        writer.Number(long.MinValue);
        writer.EndObject();
        writer.Name("e");
        writer.Text("");
        writer.EndObject();
    }
}
