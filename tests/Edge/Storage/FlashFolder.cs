using System;
using System.IO;

using ToyGuard.Core.Storage;
using ToyGuard.Edge.Storage;

namespace ToyGuard.Edge.Tests.Storage;

/// <summary>A flash of real files that goes with the test. Its folder does not exist before something is written.</summary>
internal sealed class FlashFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("toyguard-flash-").FullName;

    public FlashFolder(int driveBytes = 256 * 1024)
    {
        Path = System.IO.Path.Combine(_root, "flash");
        Flash = new FileFlash(Path, driveBytes);
    }

    public string Path { get; }

    public FileFlash Flash { get; }

    public string FileOf(int area) => System.IO.Path.Combine(Path, FlashLayout.NameOf(area));

    /// <summary>What the file holds, read past the flash.</summary>
    public byte[] Held(int area) => File.ReadAllBytes(FileOf(area));

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
