using System;
using System.IO;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>A folder of one test's own, gone after it.</summary>
internal sealed class TestFolder : IDisposable
{
    /// <summary>The whole path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("toyguard-test-").FullName;

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, string content)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>The same with any bytes.</summary>
    public string Write(string name, byte[] content)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Copies one of the program's sample manifests.</summary>
    public void CopySample(string name)
    {
        File.Copy(System.IO.Path.Combine(AppContext.BaseDirectory, "Samples", name), System.IO.Path.Combine(Path, name));
    }

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
    }
}
