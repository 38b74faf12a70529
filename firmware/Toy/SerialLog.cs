using System;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Hub;
using ToyGuard.Kit.Play;
using ToyGuard.Samples.StoryToy;

namespace ToyGuard.Toy;

/// <summary>What happens, as lines on the serial port.</summary>
internal sealed class SerialLog : IStoryWatcher, IServiceWatcher
{
    public void OnStart(BootFinding[] findings)
    {
        foreach (BootFinding finding in findings)
        {
            Console.WriteLine("start " + ((int)finding).ToString() + " " + BootFindingWords.Of(finding));
        }
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
