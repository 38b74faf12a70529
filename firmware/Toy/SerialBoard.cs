using System;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Hub;
using ToyGuard.Kit.Play;
using ToyGuard.Samples.StoryToy;

namespace ToyGuard.Toy;

/// <summary>A bare board as a toy's body: words go out as lines on the serial port; it has no lamp, no speaker and no sensor.</summary>
internal sealed class SerialBoard : IToyBoard, IStoryWatcher, IServiceWatcher
{
    public void Light(int colour, int brightness) { }

    public void Tone(int hertz, int volume) { }

    public void Say(string words)
    {
        Console.WriteLine("says " + words);
    }

    public ISensorDriver? Sensor(string kind)
    {
        return null;
    }

    public void OnStory(string title, Reason reason)
    {
        Console.WriteLine("story " + title + " · " + ReasonWords.Of(reason));
    }

    public void OnStoryOver() { }

    public void OnUsage(Reason reason)
    {
        Console.WriteLine("usage " + ReasonWords.Of(reason));
    }

    public void OnService(string service, ServiceEvent what, int delayMs, string fault)
    {
        Console.WriteLine(service + " " + ((int)what).ToString() + " " + delayMs.ToString() + " " + fault);
    }
}
