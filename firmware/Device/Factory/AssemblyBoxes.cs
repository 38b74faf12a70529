using System;
using System.Reflection;

using ToyGuard.Core.Factory;

namespace ToyGuard.Device.Factory;

/// <summary>The data assemblies of this image. The interpreter has loaded them with the program; here they are only looked up, and no bytes become code.</summary>
internal sealed class AssemblyBoxes : IBoxes
{
    public IChunks? Find(string name)
    {
        try
        {
            Assembly? assembly = Assembly.Load(name);
            return assembly is null ? null : new AssemblyChunks(assembly);
        }
        catch (Exception)
        {
            return null;
        }
    }
}
