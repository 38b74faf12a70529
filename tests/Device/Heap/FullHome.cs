using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Guard.Manifests;

namespace ToyGuard.Heap;

/// <summary>A home as full as one may be: each toy has as many endpoints as a manifest holds, and each of them is approved.</summary>
public static class FullHome
{
    /// <summary>Toys by manifests that were read as the device reads them.</summary>
    public static DeclaredToy[] Declare(int toys, int endpoints)
    {
        DeclaredToy[] declared = new DeclaredToy[toys];

        for (int toy = 0; toy < toys; toy++)
        {
            byte[] json = Encoding.UTF8.GetBytes(Write(toy, endpoints));
            declared[toy] = new DeclaredToy("toy-" + toy.ToString(), ManifestReader.Read(json, json.Length).Manifest!);
        }

        return declared;
    }

    /// <summary>Settings of a paired home that let all of it.</summary>
    public static FamilySettings Approve(DeclaredToy[] toys)
    {
        FamilySettings all = new FamilySettings(true, false, FamilySettings.RetentionDaysDefault, new ToySettings[0]);

        foreach (DeclaredToy toy in toys)
        {
            long[] prints = new long[toy.Manifest.Endpoints.Length];

            for (int i = 0; i < prints.Length; i++)
            {
                prints[i] = toy.PrintAt(i + 1);
            }

            all = all.WithToy(new ToySettings(toy.Name, false, null, 60, AgeBand.Under9, prints));
        }

        return all;
    }

    private static string Write(int toy, int endpoints)
    {
        StringBuilder json = new StringBuilder(16 * 1024);
        string number = toy.ToString();
        json.Append("{\"manifest\":1,\"model\":\"model-" + number + "\",\"name\":\"Toy " + number + "\",\"maker\":\"Example Toys\",");
        json.Append("\"contact\":\"https://toys.example/contact\",\"securityContact\":\"mailto:security@toys.example\",");
        json.Append("\"supportUntil\":\"2031-12-31\",\"ageBand\":\"under9\",\"endpoints\":[");

        for (int i = 0; i < endpoints; i++)
        {
            string place = (i == 0 ? "" : ",") + "{\"id\":\"place-" + i.ToString() + "\",\"host\":\"place-" + i.ToString() + ".toy-" + number + ".example\",";
            json.Append(place + "\"port\":443,\"scheme\":\"https\",\"owner\":\"Example Toys\",\"party\":\"first\",");
            json.Append("\"purpose\":\"stories\",\"data\":[\"chosen-story\"],\"dailyBytes\":52428800}");
        }

        json.Append("],\"sensors\":[]}");
        return json.ToString();
    }
}
