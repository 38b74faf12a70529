using System.Collections.Generic;

using ToyGuard.Maker.Scan;

namespace ToyGuard.Maker.Tests.Scan;

/// <summary>Goal: what a toy needs is not in the way of anybody. Method: apps that use much of it, for both runtimes.</summary>
[TestClass]
public class GoodAppsTests
{
    private const string Toy = """
        namespace Toys
        {
            [Flags] public enum Mood { None = 0, Glad = 1, Tired = 2 }

            public delegate int Count(string words);

            public sealed class NoStoryException : Exception { public NoStoryException(string why) : base(why) { } }

            public sealed class Bear : IToy
            {
                private static readonly byte[] s_tune = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 };
                private readonly object _lock = new object();
                private readonly ArrayList _stories = new ArrayList();
                private ToyKit? _kit;
                private Thread? _thread;
                private SensorSwitch? _ears;
                private event EventHandler? Told;

                public void Start(ToyKit kit)
                {
                    _kit = kit;
                    _ears = kit.Sensor("microphone", "talk");
                    _thread = new Thread(Work);
                    _thread.Start();
                    Told += (sender, e) => kit.Say("told");
                    kit.Board.Light(0x00FF00, 50);
                    kit.Board.Tone(440, 20);
                }

                public void OnPress()
                {
                    if (_kit is null || _kit.Time.BeginPiece(ToyKit.NowMs) != Reason.Allowed)
                    {
                        return;
                    }

                    GuardedRequest request = new GuardedRequest(HttpMethod.Post, "https://stories.toys.example/one");
                    request.AddHeader("Accept", "text/plain");
                    request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("bear"));
                    GuardedResponse response = _kit.Http.Send(request);

                    if (response.IsHeld)
                    {
                        _kit.Say(response.Words + " " + Reasons.ChildWords(response.Reason));
                        _kit.Signs.Show(Reasons.SignOf(response.Reason), ToyKit.NowMs);
                    }
                    else if (response.TryReadBody(out byte[] body))
                    {
                        lock (_lock)
                        {
                            _stories.Add(Encoding.UTF8.GetString(body, 0, body.Length));
                        }
                    }

                    _kit.Time.EndPiece(ToyKit.NowMs);
                    Told?.Invoke(this, EventArgs.Empty);
                }

                public void OnTalk(bool isHeld)
                {
                    byte[] sound = new byte[64];

                    if (isHeld && _ears != null && _ears.Press(ToyKit.NowMs) == Reason.Allowed)
                    {
                        int got = _ears.Read(sound, 0, sound.Length);
                        using MemoryStream kept = new MemoryStream();
                        kept.Write(sound, 0, got);
                        _ears.Release(ToyKit.NowMs);
                    }
                }

                public void OnTurn(long nowMs)
                {
                    StringBuilder words = new StringBuilder();

                    foreach (string story in _stories)
                    {
                        words.Append(story.Length).Append(story.Substring(0, 1));
                    }

                    switch (words.ToString())
                    {
                        case "a": case "b": case "c": case "d": case "e": case "f": case "g": case "h":
                            throw new NoStoryException("none");
                    }

                    Count count = delegate(string text) { return text.Length + s_tune.Length; };
                    Hashtable moods = new Hashtable();
                    moods["a"] = Mood.Glad | Mood.Tired;
                    System.Diagnostics.Debug.WriteLine(count("abc").ToString() + moods.Count.ToString() + typeof(Bear).Name);
                }

                private void Work()
                {
                    while (true)
                    {
                        Thread.Sleep(10 + new Random().Next(10));
                    }
                }
            }
        }
        """;

    private const string Modern = """
        using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;

        namespace Toys
        {
            public record Story(string Title, int Minutes) { public required string By { get; init; } }

            public static class Shelf
            {
                public static IEnumerable<Story> Short(IEnumerable<Story> all) { foreach (Story one in all) { if (one is { Minutes: < 5 }) { yield return one; } } }

                public static async Task<string> TellAsync(Story story)
                {
                    await Task.Delay(1).ConfigureAwait(false);
                    (string title, int minutes) = (story.Title, story.Minutes);
                    List<int> numbers = [1, 2, 3];
                    Dictionary<string, int> found = new() { ["a"] = 1 };
                    ReadOnlySpan<char> head = title.AsSpan(0, 1);
                    int? more = numbers.Where(n => n > 1).Select(n => n * 2).FirstOrDefault();
                    return minutes switch { 0 => $"{title} {more:0.0}", _ => head.ToString() + found.Count };
                }
            }
        }
        """;

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Run_ToyThatUsesTheKit_Passes(bool isDevice)
    {
        IReadOnlyList<Finding> findings = Planted.Scan(Planted.Bytes(Toy, isDevice));

        Assert.AreEqual(0, findings.Count, Planted.Text(findings));
    }

    [TestMethod]
    public void Run_ModernWords_Pass()
    {
        IReadOnlyList<Finding> findings = Planted.Scan(Planted.Bytes(Modern, isDevice: false));

        Assert.AreEqual(0, findings.Count, Planted.Text(findings));
    }

    [TestMethod]
    public void Run_SampleByName_Passes()
    {
        IReadOnlyList<Finding> findings = Planted.Scan(Planted.Bytes("namespace ToyGuard.Samples.Bear { public class One { } }", isDevice: false, "ToyGuard.Samples.Bear"));

        Assert.AreEqual(0, findings.Count, Planted.Text(findings));
    }
}
