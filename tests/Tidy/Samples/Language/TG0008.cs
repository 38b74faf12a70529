using System;

namespace Samples;

public interface ISource
{
    int Get();
}

public static class Table
{
    public const int Size = 3;

    public static readonly byte[] Bytes = new byte[Size];

    public static int Stored { get; } = 4;

    public static int Length()
    {
        return Bytes.Length;
    }
}

public sealed class TableSource : ISource
{
    private readonly byte[] _bytes = Table.Bytes;

    public int Get()
    {
        return _bytes.Length;
    }
}

public sealed class Plain
{
    private readonly int _size = Table.Size;

    public int Get()
    {
        return _size + Table.Length();
    }
}

public static class Reader
{
    private static readonly int s_const = Table.Size;
    private static readonly int s_own = s_const + 1;
    private static readonly Plain s_plain = new Plain();
    private static readonly string s_name = nameof(Table.Bytes);
    private static readonly byte[] s_direct = Table.Bytes; // refused
    private static readonly int s_property = Table.Stored; // refused
    private static readonly int s_call = Table.Length(); // refused
    private static readonly ISource s_made = new TableSource(); // refused
    private static readonly int s_interface = Ask(new Later()); // refused
    private static readonly TimeSpan s_library = TimeSpan.Zero; // refused

    public static int Own { get; } = s_own;

    public static int Use()
    {
        return s_plain.Get() + s_name.Length + s_direct.Length + s_property + s_call + s_made.Get() + s_interface + s_library.Days + Table.Length();
    }

    private static int Ask(ISource source)
    {
        return source.Get();
    }
}

public sealed class Later : ISource
{
    public int Get()
    {
        return Table.Bytes.Length;
    }
}

public static class Late
{
    private static readonly byte[] s_bytes;

    static Late()
    { // refused
        s_bytes = new byte[Table.Stored];
    }

    public static int Use()
    {
        return s_bytes.Length;
    }
}
