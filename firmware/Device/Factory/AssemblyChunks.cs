using System;
using System.Reflection;

using ToyGuard.Core.Factory;

namespace ToyGuard.Device.Factory;

/// <summary>The bytes of a data assembly, as firmware/Maker/Factory/DataAssembly writes it: method C0, C1, … copies 2 KiB out of flash into the array it is given.</summary>
internal sealed class AssemblyChunks : IChunks
{
    private const string TypeName = "ToyGuard.Data.Bytes";
    private readonly Type? _type;

    public AssemblyChunks(Assembly assembly)
    {
        _type = assembly.GetType(TypeName);
    }

    public bool Read(int number, byte[] into)
    {
        MethodInfo? method = _type is null ? null : _type.GetMethod("C" + number.ToString(), BindingFlags.Public | BindingFlags.Static);

        if (method is null)
        {
            return false;
        }

        try
        {
            // What stood there before is of no chunk.
            Array.Clear(into, 0, into.Length);
            method.Invoke(null, new object[] { into });
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
