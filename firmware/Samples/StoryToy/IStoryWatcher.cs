using ToyGuard.Core.Policy;

namespace ToyGuard.Samples.StoryToy;

/// <summary>Hears what the story toy does, for a screen or a serial port beside it. Called on the toy's own thread.</summary>
public interface IStoryWatcher
{
    /// <summary>A story begins.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="reason">Allowed when it was fetched; else why it is the one that the toy knows by heart.</param>
    void OnStory(string title, Reason reason);

    /// <summary>It is over, told to its end or not.</summary>
    void OnStoryOver();

    /// <summary>The toy tried to report how it is used.</summary>
    /// <param name="reason">Allowed when it could; else why not.</param>
    void OnUsage(Reason reason);
}
