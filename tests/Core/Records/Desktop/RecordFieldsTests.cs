using System;
using System.Collections.Generic;
using System.Reflection;
using System.Text;

using ToyGuard.Core.Records;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Records.Desktop;

/// <summary>
/// Goal: no word, name, host or secret can get into a record. Method: every field of what is kept, and every parameter by which anything gets
/// into a ring or a digest, is a number; and what was said to everything around it is nowhere in flash.
/// </summary>
[TestClass]
public class RecordFieldsTests
{
    private static readonly HashSet<Type> s_numbers = new HashSet<Type> { typeof(RecordKind), typeof(int), typeof(long) };

    [TestMethod]
    [Req("LOG-03")]
    public void Record_EveryField_IsANumber()
    {
        FieldInfo[] fields = typeof(Record).GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        Assert.HasCount(9, fields);

        foreach (FieldInfo field in fields)
        {
            Assert.Contains(field.FieldType, s_numbers, field.Name);
        }

        foreach (ConstructorInfo constructor in typeof(Record).GetConstructors())
        {
            foreach (ParameterInfo parameter in constructor.GetParameters())
            {
                Assert.Contains(parameter.ParameterType, s_numbers, parameter.Name);
            }
        }
    }

    [TestMethod]
    [Req("LOG-03")]
    public void RingAndDigest_WhatTheyAreGiven_IsNumbersAndRecords()
    {
        HashSet<Type> taken = new HashSet<Type>(s_numbers)
        {
            typeof(Record), typeof(Record).MakeByRefType(), typeof(bool), typeof(uint), typeof(RecordCursor), typeof(IRecordReader),
        };

        foreach (Type type in new[] { typeof(RecordRing), typeof(HoldDigest) })
        {
            foreach (MethodInfo method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                foreach (ParameterInfo parameter in method.GetParameters())
                {
                    // A head is given out and compared, never kept.
                    bool isHead = parameter.Name == "hash" && method.Name is "CopyHead" or "StandingOf";
                    Assert.IsTrue(isHead || taken.Contains(parameter.ParameterType), method.Name + " " + parameter.Name);
                }
            }
        }
    }

    // All bytes of a record are used by its nine numbers: there is no room for anything else to hide.
    [TestMethod]
    [Req("LOG-03")]
    public void Write_EveryByteComesFromANumber()
    {
        byte[] zeros = new byte[RecordCodec.Bytes];
        byte[] ones = new byte[RecordCodec.Bytes];
        Array.Fill(zeros, (byte)0x55);
        RecordCodec.Write(default, zeros, 0);
        Assert.AreEqual(new string('0', 46), Convert.ToHexString(zeros));
        RecordCodec.Write(new Record((RecordKind)255, long.MaxValue, 65535, 255, 255, 255, -1, -1, 255), ones, 0);
        Assert.AreEqual(new string('F', 44) + "7F", Convert.ToHexString(ones));
    }

    [TestMethod]
    [Req("LOG-03")]
    public void Flash_HoldsNothingButTheNumbers()
    {
        string[] markers = { "MARKER-nickname-Mia", "MARKER-secret-314159", "MARKER-speech-good-night", "stories.toys.example" };
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        HoldDigest digest = new HoldDigest();

        foreach (string marker in markers)
        {
            // All that a caller can make of a word.
            digest.Count(marker.Length, marker[0], marker.GetHashCode(StringComparison.Ordinal));
            Assert.IsTrue(ring.Add(new Record(RecordKind.SettingsSaved, Rings.Monday, marker.Length, marker.Length)));
        }

        for (int area = 0; area < FlashLayout.RecordAreas; area++)
        {
            string held = Encoding.Latin1.GetString(flash.Held(FlashLayout.Records + area));

            foreach (string marker in markers)
            {
                Assert.DoesNotContain(marker, held);
            }
        }
    }
}
