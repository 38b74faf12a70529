using System.IO;

namespace ToyGuard.Device.Bench.Hands;

/// <summary>A person at a real board, asked one thing at a time.</summary>
internal sealed class PersonHand : IHand
{
    private readonly TextReader _ear;
    private readonly TextWriter _voice;
    private readonly string _page;

    /// <summary>A person who hears <paramref name="voice"/> and answers by lines of <paramref name="ear"/>.</summary>
    /// <param name="ear">Where they type.</param>
    /// <param name="voice">Where they are asked.</param>
    /// <param name="page">The page's address, where it is known already; else empty.</param>
    public PersonHand(TextReader ear, TextWriter voice, string page)
    {
        _ear = ear;
        _voice = voice;
        _page = page;
    }

    public string BringHome()
    {
        if (_page.Length > 0)
        {
            return _page;
        }

        string link = Ask("Bring the board into the home's Wi-Fi, as README.md says. Its page's address, as http://toyguard-xxxxxxxx.local/: ");
        return link.Length > 0 ? link : throw new StepFailedException("no address of a page was given");
    }

    public void Press()
    {
        _ = Ask("Press the recessed button, and Enter in the same moment: ");
    }

    public string Code()
    {
        return Ask("The code on its display or card: ");
    }

    public void PullPlug()
    {
        _ = Ask("Pull the board's plug, then Enter: ");
    }

    public void PutPlugIn()
    {
        _ = Ask("Put the plug in again, and Enter in the same moment: ");
    }

    public void Wipe()
    {
        _ = Ask("Hold the recessed button for 15 seconds until it warns, let go, press once more, then Enter: ");
    }

    private string Ask(string what)
    {
        _voice.Write(what);
        _voice.Flush();
        return _ear.ReadLine()?.Trim() ?? throw new StepFailedException("nobody is at the keyboard");
    }
}
