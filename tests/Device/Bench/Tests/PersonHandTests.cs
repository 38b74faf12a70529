using System.IO;

using ToyGuard.Device.Bench.Hands;

namespace ToyGuard.Device.Bench.Tests;

/// <summary>Goal: at a real board a person is asked for what only a hand can do, one thing at a time. Method: typed lines.</summary>
[TestClass]
public class PersonHandTests
{
    [TestMethod]
    public void Person_IsAskedInOrder_AndAnswersByLines()
    {
        StringWriter voice = new();
        PersonHand hand = new(new StringReader("http://192.0.2.1/\n\n 0123-4567 \n\n\n\n"), voice, "");

        Assert.AreEqual("http://192.0.2.1/", hand.BringHome());
        hand.Press();
        Assert.AreEqual("0123-4567", hand.Code());
        hand.PullPlug();
        hand.PutPlugIn();
        hand.Wipe();

        string said = voice.ToString();
        int at = 0;

        foreach (string words in new[] { "into the home's Wi-Fi", "Press the recessed button", "The code", "Pull the board's plug", "Put the plug in", "15 seconds" })
        {
            int found = said.IndexOf(words, at, System.StringComparison.Ordinal);
            Assert.IsTrue(found >= 0, words + " in " + said);
            at = found;
        }
    }

    [TestMethod]
    public void Person_WhoIsNotThere_EndsTheStep()
    {
        PersonHand hand = new(new StringReader(""), new StringWriter(), "");

        Assert.ThrowsExactly<StepFailedException>(hand.Press);
        Assert.ThrowsExactly<StepFailedException>(() => hand.BringHome());
        Assert.AreEqual("http://toy.local/", new PersonHand(new StringReader(""), new StringWriter(), "http://toy.local/").BringHome());
    }

    // Nobody types: the program says at which step it stands, and that this is no good end.
    [TestMethod]
    public void Program_WithoutAnybody_FailsAtOnce()
    {
        (int exitCode, string output) = BenchProcess.Run([]);

        Assert.AreEqual(1, exitCode, output);
        StringAssert.Contains(output, "nobody is at the keyboard");
    }
}
