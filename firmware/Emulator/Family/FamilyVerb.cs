namespace ToyGuard.Emulator.Family;

/// <summary>What a line of --commands asks for.</summary>
internal enum FamilyVerb
{
    /// <summary>Hold everything, or one toy.</summary>
    Pause,

    /// <summary>End that pause.</summary>
    Resume,

    /// <summary>Accept a place of a toy.</summary>
    Approve,

    /// <summary>Take that back.</summary>
    Withdraw,

    /// <summary>Agree to a use of a sensor until some time, or take that back.</summary>
    Agree,

    /// <summary>When a toy has to be quiet, every day the same.</summary>
    Quiet,

    /// <summary>How many minutes a day a toy may play.</summary>
    Minutes,

    /// <summary>More play time for today.</summary>
    Bonus,

    /// <summary>How many times a quarter of an hour more the child may take without asking.</summary>
    Tickets,

    /// <summary>How old the child is who has a toy.</summary>
    Band,

    /// <summary>How many days records are kept.</summary>
    Retention,

    /// <summary>Press the toy's button, as a child.</summary>
    Press,

    /// <summary>Hold its talk button, or let go of it.</summary>
    Talk,

    /// <summary>Play with it for a while, as a child does.</summary>
    Play,

    /// <summary>Shows what is in force.</summary>
    Settings,

    /// <summary>Shows the records.</summary>
    Records,

    /// <summary>Erases everything.</summary>
    Wipe,

    /// <summary>Says what can be asked for.</summary>
    Help,
}
