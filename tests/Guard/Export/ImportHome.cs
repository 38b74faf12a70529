using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Guard.Export;

namespace ToyGuard.Guard.Tests.Export;

/// <summary>A home with one toy, and a file that sets every field of it.</summary>
public static class ImportHome
{
    public const string HomePage = "{\"page\":\"home\",\"paired\":true,\"pause-all\":false,\"record-days\":5,\"zone\":\"CET-1\",\"starts\":12,\"left-out\":[\"pins\"]}";

    public const string ChildrenPage = "{\"page\":\"children\",\"child-animal\":[{\"number\":2,\"animal\":16,\"colour\":8,\"band\":\"9to12\",\"minutes-1\":1,\"minutes-2\":2,"
        + "\"minutes-3\":3,\"minutes-4\":4,\"minutes-5\":5,\"minutes-6\":1440,\"minutes-7\":-1}]}";

    public const string ToyPage = "{\"page\":\"toy\",\"toy-name\":\"Bear\",\"toy-child\":[2,1],\"tickets\":3,\"toy-paused\":false,\"play-minutes\":45,\"age-band\":\"9to12\",\"quiet-hours\":[[1200,600],[2640,60]]}";

    public static DeclaredToy[] Toys()
    {
        Endpoint[] endpoints = new Endpoint[] { Place("stories", Party.First), Place("usage", Party.Third) };
        SensorUse[] sensors = new SensorUse[] { new SensorUse("microphone", "talk", "push-to-talk") };
        Manifest manifest = new Manifest("bear", "Bear", "Toys", "https://toys.example/", "mailto:a@toys.example", "2031-12-31", AgeBand.Under9, endpoints, sensors, new string[0]);
        return new DeclaredToy[] { new DeclaredToy("Bear", manifest) };
    }

    /// <summary>Everything as strict as can be, the toy introduced.</summary>
    public static FamilySettings Strict()
    {
        return FamilySettings.Strict.WithPaired(true).WithToy(ToySettings.Strict("Bear"));
    }

    /// <summary>The print of the toy's place with that number, as a file has it.</summary>
    public static string Print(DeclaredToy toy, int number)
    {
        return Hex(toy.PrintAt(number));
    }

    public static string PlacesPage(DeclaredToy toy)
    {
        return "{\"page\":\"places\",\"toy-name\":\"Bear\",\"approvals\":[{\"place\":\"stories\",\"print\":\"" + Hex(toy.PrintAt(1)) + "\"}]}";
    }

    public static string SensorsPage(DeclaredToy toy)
    {
        return "{\"page\":\"sensors\",\"toy-name\":\"Bear\",\"consents\":[{\"use\":\"microphone, talk\",\"print\":\"" + Hex(toy.SensorPrintAt(1)) + "\",\"until\":30000000}]}";
    }

    public static ImportFault Take(ImportReader reader, string page)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(page);
        return reader.Take(bytes, 0, bytes.Length);
    }

    private static string Hex(long print)
    {
        string text = "";

        for (int shift = 60; shift >= 0; shift -= 4)
        {
            text += "0123456789abcdef".Substring((int)(print >> shift) & 15, 1);
        }

        return text;
    }

    private static Endpoint Place(string id, Party party)
    {
        return new Endpoint(id, HostPattern.Parse(id + ".toys.example", out _)!, 443, Scheme.Https, "Toys", party, id, new string[0], 0, null);
    }
}
