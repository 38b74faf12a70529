using System.Collections.Generic;

namespace ToyGuard.Emulator.Lab;

/// <summary>What the maker of the sample toy has on its server: two stories as plain text, the title first, then one sentence a line.</summary>
internal static class LabStories
{
    /// <summary>The host that has them.</summary>
    public const string Host = "stories.toys.example";

    /// <summary>The stories by the path that a toy asks for.</summary>
    public static readonly IReadOnlyDictionary<string, string> Texts = new Dictionary<string, string>
    {
        ["/stories/1.txt"] = """
            The Lantern That Was Afraid of the Dark
            On a hill by the sea stood a small lantern.
            Every evening, when the sun went down, the lantern closed its eyes.
            It was afraid of the dark.
            "But you are a lantern," said the moth.
            "Wherever you are, it is not dark."
            The lantern had never thought of that.
            So it opened one eye, and then the other.
            Far out on the water, a little boat saw it and turned for home.
            "There you are," called the boat, "I was afraid of the dark."
            "So was I," said the lantern, and it shone a bit brighter.

            """,
        ["/stories/2.txt"] = """
            The Snail Who Won a Race
            One morning the hare asked everybody to run to the old oak.
            Everybody ran, and only the snail took its time.
            It met a ladybird with a wet wing and waited until the wing was dry.
            It met a puddle and went all the way round it.
            When it came to the oak, it was evening, and everybody had gone home.
            Only the moon was there.
            "First," said the moon.
            "Nobody else came to see me today."

            """,
    };
}
