using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;

using ToyGuard.Fakes;

namespace ToyGuard.Bench.Running;

/// <summary>The home that every server of the benches serves: the same names, toys and servers behind, written down for each of them.</summary>
internal sealed class Home
{
    /// <summary>Allowed names.</summary>
    public const int NamesMax = 8;

    private const int QueryLines = 2000;
    private const int Seed = 20261121;

    private readonly string _folder;

    /// <summary>Writes the home down in <paramref name="folder"/>.</summary>
    public Home(string folder)
    {
        _folder = folder;
        BackendPorts = [.. Enumerable.Range(0, NamesMax).Select(_ => LastingPort.Next())];
        Directory.CreateDirectory(Manifests);

        foreach (string toy in new[] { "bench", "loud", "quiet" })
        {
            File.WriteAllText(Path.Combine(Manifests, toy + ".json"), Manifest(toy));
        }

        File.WriteAllText(Lab, JsonSerializer.Serialize(new
        {
            resolve = Names.Select((name, i) => (name, address: Claimed(i))).ToDictionary(pair => pair.name, pair => new[] { pair.address }),
            connect = Enumerable.Range(0, NamesMax).ToDictionary(i => Claimed(i) + ":443", i => Text($"127.0.0.1:{BackendPorts[i]}")),
        }));

        Random random = new(Seed);
        File.WriteAllLines(HitQueries, Queries(_ => Names[random.Next(NamesMax)]));
        File.WriteAllLines(MixedQueries, Queries(i => i % 2 == 0 ? Names[random.Next(NamesMax)] : Text($"n{random.Next(1000)}.elsewhere.example")));
    }

    /// <summary>The allowed names.</summary>
    public static string[] Names { get; } = [.. Enumerable.Range(0, NamesMax).Select(i => Text($"api{i}.toy.example"))];

    /// <summary>Ports of the servers behind, one a name.</summary>
    public int[] BackendPorts { get; }

    /// <summary>Folder of the manifests: bench at 127.0.0.1, loud at 127.0.0.2, quiet at 127.0.0.3.</summary>
    public string Manifests
    {
        get { return Path.Combine(_folder, "manifests"); }
    }

    /// <summary>The Emulator's lab file.</summary>
    public string Lab
    {
        get { return Path.Combine(_folder, "lab.json"); }
    }

    /// <summary>Questions for allowed names only, as dnsperf reads them.</summary>
    public string HitQueries
    {
        get { return Path.Combine(_folder, "hit.txt"); }
    }

    /// <summary>Questions, every other one for a name that is not allowed.</summary>
    public string MixedQueries
    {
        get { return Path.Combine(_folder, "mixed.txt"); }
    }

    /// <summary>Writes dnsmasq's configuration with the same names: they lead to the hub, all others are refused.</summary>
    public string Dnsmasq(int port)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"port={port}\nlisten-address=127.0.0.1\nbind-interfaces\nno-resolv\nno-hosts\nuser=\npid-file=\n");

        foreach (string name in Names)
        {
            text.Append(CultureInfo.InvariantCulture, $"host-record={name},127.0.0.1\n");
        }

        return Written("dnsmasq.conf", text.ToString());
    }

    /// <summary>Writes nginx's configuration: the same allowlist before the same servers, and a page of the same length.</summary>
    public string Nginx(int tlsPort, int httpPort, int pageBytes)
    {
        StringBuilder map = new();

        for (int i = 0; i < NamesMax; i++)
        {
            map.Append(CultureInfo.InvariantCulture, $"    {Names[i]} 127.0.0.1:{BackendPorts[i]};\n");
        }

        File.WriteAllText(Path.Combine(_folder, "index.html"), new string('x', pageBytes));

        string module = new[] { "/usr/lib/nginx/modules/ngx_stream_module.so", "/usr/lib64/nginx/modules/ngx_stream_module.so" }.FirstOrDefault(File.Exists) ?? "";
        return Written("nginx.conf", $$"""
            {{(module.Length > 0 ? $"load_module {module};" : "")}}
            {{(Environment.UserName == "root" ? "user root;" : "")}}
            daemon off;
            worker_processes 1;
            pid nginx.pid;
            error_log nginx.log crit;
            events { worker_connections 8192; }
            stream {
              map $ssl_preread_server_name $server_behind {
            {{map}}  }
              server { listen 127.0.0.1:{{tlsPort}} backlog=1024; ssl_preread on; proxy_pass $server_behind; }
            }
            http {
              access_log off;
              client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
              server { listen 127.0.0.1:{{httpPort}}; root {{_folder}}; keepalive_timeout 0; location / { } }
            }
            """);
    }

    private static IEnumerable<string> Queries(Func<int, string> name)
    {
        return Enumerable.Range(0, QueryLines).Select(i => name(i) + " A");
    }

    private static string Manifest(string toy)
    {
        object[] endpoints =
        [
            .. Names.Select((name, i) => new
            {
                id = Text($"api{i}"), host = name, port = 443, scheme = "https", owner = "Example Toys", party = "first", purpose = "stories", data = new[] { "chosen-story" },
            }),
        ];

        return JsonSerializer.Serialize(new
        {
            manifest = 1,
            model = toy,
            name = toy,
            maker = "Example Toys",
            contact = "https://toys.example/contact",
            securityContact = "mailto:security@toys.example",
            supportUntil = "2031-12-31",
            ageBand = "under9",
            endpoints,
            sensors = Array.Empty<object>(),
        });
    }

    private static string Claimed(int name)
    {
        return Text($"192.0.2.{10 + name}");
    }

    private static string Text(FormattableString text)
    {
        return text.ToString(CultureInfo.InvariantCulture);
    }

    private string Written(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
