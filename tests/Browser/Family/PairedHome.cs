using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Browser.Tests.Family;

/// <summary>A device with a guardian.</summary>
internal sealed class PairedHome(TestFolder folder, BenchDevice device, Phone guardian) : IAsyncDisposable
{
    /// <summary>What the device keeps.</summary>
    public TestFolder Folder { get; } = folder;

    public BenchDevice Device { get; set; } = device;

    /// <summary>The guardian's phone.</summary>
    public Phone Guardian { get; } = guardian;

    /// <summary>The family's rules as flash holds them, byte by byte.</summary>
    public string Rules()
    {
        return string.Join('\n', Directory.GetFiles(Path.Combine(Folder.Path, "flash"), "settings-*").Order(StringComparer.Ordinal)
            .Select(file => Path.GetFileName(file) + " " + Convert.ToHexString(File.ReadAllBytes(file))));
    }

    public async ValueTask DisposeAsync()
    {
        await Guardian.DisposeAsync();
        Device.Dispose();
        Folder.Dispose();
    }
}
