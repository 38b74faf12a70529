using System.Text;

using ToyGuard.Page.Door;

namespace ToyGuard.Page.Tests.Routes;

/// <summary>A door that opens to the word "open", and tells how often it was knocked at and with what.</summary>
internal sealed class PretendDoor : IPageDoor
{
    /// <summary>What opens it.</summary>
    public const string Word = "open";

    /// <summary>What it says then.</summary>
    public const string Inside = "inside";

    /// <summary>What anybody may know.</summary>
    public const string Public = "{\"v\":1}";

    public bool IsSettingUp { get; set; }

    public int Knocks { get; private set; }

    public string Heard { get; private set; } = "";

    public int Holder { get; private set; }

    public bool IsHomeSide { get; private set; }

    public int Answer(byte[] buffer, int offset, int count, bool isHomeSide, int holder, long nowMs)
    {
        return Hear(buffer, offset, count, isHomeSide, holder) ? Write(buffer, Inside) : 0;
    }

    public int State(byte[] buffer, bool isHomeSide, long nowMs)
    {
        return Write(buffer, Public);
    }

    public int Ask(byte[] buffer, int offset, int count, long nowMs)
    {
        return Hear(buffer, offset, count, true, 0) ? Write(buffer, Inside) : 0;
    }

    public int MyToy(byte[] buffer, long nowMs)
    {
        return Write(buffer, Public);
    }

    public bool SetUp(byte[] body, int offset, int count, bool isHomeSide, int holder, long nowMs)
    {
        return Hear(body, offset, count, isHomeSide, holder);
    }

    private bool Hear(byte[] buffer, int offset, int count, bool isHomeSide, int holder)
    {
        Knocks++;
        Heard = Encoding.UTF8.GetString(buffer, offset, count);
        IsHomeSide = isHomeSide;
        Holder = holder;

        return Heard == Word;
    }

    private static int Write(byte[] buffer, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);

        for (int i = 0; i < bytes.Length; i++)
        {
            buffer[i] = bytes[i];
        }

        return bytes.Length;
    }
}
