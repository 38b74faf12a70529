using System.Text;

using ToyGuard.Guard.Manifests;

namespace ToyGuard.Guard.Tests.Manifests;

/// <summary>Good manifests, and ways to spoil them.</summary>
internal static class ManifestSamples
{
    /// <summary>The example of the design, letter for letter.</summary>
    public const string Design =
        "{ \"manifest\": 1, \"model\": \"story-bear-2\", \"name\": \"Story Bear\", \"maker\": \"Example Toys\",\n"
        + "  \"contact\": \"https://toys.example/contact\", \"securityContact\": \"mailto:security@toys.example\", \"supportUntil\": \"2031-12-31\",\n"
        + "  \"ageBand\": \"under9\",\n"
        + "  \"endpoints\": [\n"
        + "    { \"id\": \"stories\", \"host\": \"stories.toys.example\", \"port\": 443, \"scheme\": \"https\", \"owner\": \"Example Toys\", \"party\": \"first\",\n"
        + "      \"purpose\": \"stories\", \"data\": [\"chosen-story\"], \"dailyBytes\": 52428800 },\n"
        + "    { \"id\": \"usage\", \"host\": \"*.metrics.example\", \"port\": 443, \"scheme\": \"https\", \"owner\": \"Metrics Ltd\", \"party\": \"third\",\n"
        + "      \"purpose\": \"analytics\", \"data\": [\"usage\"] } ],\n"
        + "  \"sensors\": [ { \"kind\": \"microphone\", \"purpose\": \"talk\", \"mode\": \"push-to-talk\" } ]\n"
        + "}\n";

    /// <summary>Every member there is, one a line, and no value twice, so that a test can point at each.</summary>
    public const string Full =
        "{\n"                                                                            // 1
        + "  \"$schema\": \"../firmware/Guard/Manifests/manifest.schema.json\",\n"       // 2
        + "  \"manifest\": 1,\n"                                                         // 3
        + "  \"model\": \"story-bear-2\",\n"                                             // 4
        + "  \"name\": \"Story Bear\",\n"                                                // 5
        + "  \"maker\": \"Example Toys\",\n"                                             // 6
        + "  \"contact\": \"https://toys.example/contact\",\n"                           // 7
        + "  \"securityContact\": \"mailto:security@toys.example\",\n"                   // 8
        + "  \"supportUntil\": \"2031-12-31\",\n"                                        // 9
        + "  \"ageBand\": \"9to12\",\n"                                                  // 10
        + "  \"endpoints\": [\n"                                                         // 11
        + "    {\n"                                                                      // 12
        + "      \"id\": \"tales\",\n"                                                   // 13
        + "      \"host\": \"stories.toys.example\",\n"                                  // 14
        + "      \"port\": 8443,\n"                                                      // 15
        + "      \"scheme\": \"tls\",\n"                                                 // 16
        + "      \"owner\": \"Tale Makers\",\n"                                          // 17
        + "      \"party\": \"first\",\n"                                                // 18
        + "      \"purpose\": \"stories\",\n"                                            // 19
        + "      \"data\": [ \"chosen-story\", \"language\" ],\n"                        // 20
        + "      \"dailyBytes\": 52428800,\n"                                            // 21
        + "      \"hours\": [\n"                                                         // 22
        + "        { \"days\": [ \"mon\", \"fri\" ], \"from\": \"07:00\", \"to\": \"19:30\" },\n" // 23
        + "        { \"days\": [ \"sun\" ], \"from\": \"20:00\", \"to\": \"06:15\" }\n"  // 24
        + "      ]\n"                                                                    // 25
        + "    },\n"                                                                     // 26
        + "    {\n"                                                                      // 27
        + "      \"id\": \"counts\",\n"                                                  // 28
        + "      \"host\": \"*.metrics.example\",\n"                                     // 29
        + "      \"port\": 8444,\n"                                                      // 30
        + "      \"scheme\": \"http\",\n"                                                // 31
        + "      \"owner\": \"Metrics Ltd\",\n"                                          // 32
        + "      \"party\": \"third\",\n"                                                // 33
        + "      \"purpose\": \"analytics\",\n"                                          // 34
        + "      \"data\": [ \"usage\" ]\n"                                              // 35
        + "    }\n"                                                                      // 36
        + "  ],\n"                                                                       // 37
        + "  \"sensors\": [\n"                                                           // 38
        + "    { \"kind\": \"microphone\", \"purpose\": \"talk\", \"mode\": \"push-to-talk\" },\n" // 39
        + "    { \"kind\": \"bluetooth\", \"purpose\": \"pairing\", \"mode\": \"on-demand\" }\n" // 40
        + "  ],\n"                                                                       // 41
        + "  \"roots\": [ \"root.pem\", \"next.pem\" ]\n"                                // 42
        + "}\n";                                                                         // 43

    public static ManifestReading Read(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        return ManifestReader.Read(bytes, bytes.Length);
    }

    /// <summary>Puts <paramref name="replacement"/> where <paramref name="old"/> stands first. Fails when it stands nowhere.</summary>
    public static string Swap(string json, string old, string replacement)
    {
        int at = json.IndexOf(old);
        Assert.IsTrue(at >= 0, old);
        return json.Substring(0, at) + replacement + json.Substring(at + old.Length);
    }

    /// <summary>All complaints, one a line: line number, path, suggestion.</summary>
    public static string Summary(ManifestReading reading)
    {
        StringBuilder lines = new();

        for (int i = 0; i < reading.Complaints.Count; i++)
        {
            Complaint complaint = (Complaint)reading.Complaints[i]!;
            lines.Append(complaint.Line);
            lines.Append(' ');
            lines.Append(complaint.Path);

            if (complaint.Suggestion != null)
            {
                lines.Append(" -> ");
                lines.Append(complaint.Suggestion);
            }

            lines.Append('\n');
        }

        return lines.ToString();
    }
}
