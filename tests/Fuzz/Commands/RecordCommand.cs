using System;
using System.IO;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Threading.Tasks;

using ToyGuard.Fakes;
using ToyGuard.Fuzz.Targets;

namespace ToyGuard.Fuzz.Commands;

/// <summary>Records what real clients say first to a port of this machine: hellos, requests, questions. A client that is not installed is named and left out.</summary>
internal static class RecordCommand
{
    public static int Run(string corpus)
    {
        Table table = new("record", "seed", "client", "bytes");
        SeedFolder hello = new(corpus, "hello");
        SeedFolder request = new(corpus, "http-request");
        SeedFolder question = new(corpus, "dns-question");

        foreach (string version in new[] { "-tls1_2", "-tls1_3" })
        {
            Add(table, hello, "openssl", "openssl" + version, port => RealClients.OpenSsl(version, Household.Open, port));
        }

        Add(table, hello, "curl", "curl", static port => RealClients.Curl("https", Household.Open, port));
        Add(table, request, "curl", "curl-get", static port => RealClients.Curl("http", Household.Plain, port));
        Add(table, request, "curl", "curl-post", static port => RealClients.Curl("http", Household.Plain, port, "--data", "a=b"));
        Add(table, request, "curl", "curl-put", static port => RealClients.Curl("http", Household.Plain, port, "--http1.0", "--request", "PUT", "--data", "x", "--header", "X-A: b"));

        foreach (string type in new[] { "A", "AAAA", "HTTPS", "MX", "TXT" })
        {
            Add(table, question, "dig", "dig-" + type, port => RealClients.Dig(Household.Open, port, type), isUdp: true);
        }

        Add(table, question, "dig", "dig-plain", static port => RealClients.Dig(Household.Open, port, "+noedns"), isUdp: true);
        Add(table, question, "dig", "dig-dnssec", static port => RealClients.Dig(Household.Open, port, "+dnssec", "+subnet=192.0.2.0/24", "+padding=128"), isUdp: true);

        string home = Directory.CreateTempSubdirectory("toyguard-record-").FullName;
        Add(table, hello, "chromium", "chromium", port => RealClients.Chromium("https", Household.Open, port, home));
        Add(table, request, "chromium", "chromium", port => RealClients.Chromium("http", Household.Plain, port, home));
        RealClients.DeleteSoon(home);

        AddOurs(table, hello, "sslstream", static async port =>
        {
            using TcpClient client = new("127.0.0.1", port);
            using SslStream tls = new(client.GetStream());
            await tls.AuthenticateAsClientAsync(Household.Open).ConfigureAwait(false);
        });
        AddOurs(table, request, "httpclient", static async port =>
        {
            using HttpClient client = new() { Timeout = TimeSpan.FromSeconds(2) };
            using StringContent content = new("{}");
            using HttpResponseMessage answer = await client.PostAsync(new Uri($"http://127.0.0.1:{port}/a?b=c"), content).ConfigureAwait(false);
        });

        table.Print();

        return 0;
    }

    private static void Add(Table table, SeedFolder folder, string program, string name, Func<int, string[]> arguments, bool isUdp = false)
    {
        string? path = Peer.Find(program);

        if (path is null)
        {
            table.Add(name, program, "not installed, left out");
            return;
        }

        using ClientRecorder recorder = new(isUdp);
        Keep(table, folder, name, program, recorder.WordsOf(path, arguments(recorder.Port)));
    }

    // Clients that are part of the runtime. They wait for an answer that never comes.
    private static void AddOurs(Table table, SeedFolder folder, string name, Func<int, Task> talk)
    {
        using ClientRecorder recorder = new(isUdp: false);
        Task talking = Task.Run(() => talk(recorder.Port));
        Keep(table, folder, name, ".NET", recorder.Words());

        try
        {
            talking.Wait(5000);
        }
        catch (AggregateException)
        {
        }
    }

    private static void Keep(Table table, SeedFolder folder, string name, string program, byte[] words)
    {
        if (words.Length > 0)
        {
            folder.Record(name, words);
        }

        table.Add(name, program, words.Length > 0 ? Table.Number(words.Length) : "said nothing");
    }
}
