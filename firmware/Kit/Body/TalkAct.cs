namespace ToyGuard.Kit.Body;

/// <summary>What a child did with a toy's one button.</summary>
public enum TalkAct : byte
{
    /// <summary>Nothing that counts yet.</summary>
    None = 0,

    /// <summary>Pressed and let go.</summary>
    Press = 1,

    /// <summary>Holds it: the child wants to be heard.</summary>
    Begin = 2,

    /// <summary>Let go after a hold.</summary>
    End = 3,
}
