using System.Text;

using ToyGuard.Page.Probes;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Page.Tests.Probes;

/// <summary>What phones ask to see whether a Wi-Fi leads anywhere, and what only looks like it.</summary>
[TestClass]
public class ProbeTableTests
{
    private const int None = 0;
    private const int Success = 1;
    private const int Redirect = 2;

    [TestMethod]
    [DataRow("GET", "captive.apple.com", "/hotspot-detect.html", Success)]
    [DataRow("GET", "captive.apple.com", "/", Success)]
    [DataRow("HEAD", "Captive.Apple.COM", "/hotspot-detect.html?x=1", Success)]
    [DataRow("GET", "captive.apple.com:8081", "/hotspot-detect.html", Success)]
    [DataRow("GET", "www.apple.com", "/library/test/success.html", Success)]
    [DataRow("GET", "www.apple.com", "/", None)]
    [DataRow("GET", "www.apple.com", "/library/test/success.htm", None)]
    [DataRow("GET", "www.apple.com", "/Library/test/success.html", None)]
    [DataRow("GET", "connectivitycheck.gstatic.com", "/generate_204", Redirect)]
    [DataRow("GET", "www.google.com", "/gen_204", Redirect)]
    [DataRow("GET", "www.google.com", "/gen_204?a=b", Redirect)]
    [DataRow("GET", "www.google.com", "/", None)]
    [DataRow("GET", "www.msftconnecttest.com", "/connecttest.txt", Redirect)]
    [DataRow("GET", "www.msftconnecttest.com", "/redirect", Redirect)]
    [DataRow("GET", "detectportal.firefox.com", "/canonical.html", Redirect)]
    [DataRow("GET", "networkcheck.kde.org", "/", Redirect)]
    [DataRow("POST", "captive.apple.com", "/hotspot-detect.html", None)]
    [DataRow("OPTIONS", "connectivitycheck.gstatic.com", "/generate_204", None)]
    [DataRow("GET", "captive.apple.com.evil.example", "/", None)]
    [DataRow("GET", "xcaptive.apple.com", "/", None)]
    [DataRow("GET", "apple.com", "/", None)]
    [DataRow("GET", "toyguard-k7m2p9qx.local", "/generate_204", None)]
    [DataRow("GET", "192.0.2.1", "/generate_204", None)]
    public void Judge_GivesTheAnswer(string method, string host, string target, int answer)
    {
        byte[] request = Encoding.UTF8.GetBytes(method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        RequestHead head = new RequestHead();

        Assert.AreEqual((int)ReadStatus.Complete, (int)head.Read(request, 0, request.Length));
        Assert.AreEqual(answer, (int)ProbeTable.Judge(head, request));
    }

    // A phone must never be told that it has the Internet here, but an Apple one, which is told so on purpose.
    [TestMethod]
    public void Table_OnlyApple_IsToldSuccess()
    {
        string[] apple = { "apple.com", "gsp1.apple.com", "captive.apple.com", "www.apple.com", "www.appleiphonecell.com", "www.itools.info", "www.ibook.info", "www.airport.us", "www.thinkdifferent.us" };

        for (int i = 0; i < ProbeTable.Count; i++)
        {
            bool isApple = false;

            foreach (string host in apple)
            {
                isApple = isApple || host == ProbeTable.HostAt(i);
            }

            Assert.AreEqual(isApple ? Success : Redirect, (int)ProbeTable.AnswerAt(i), ProbeTable.HostAt(i));
            Assert.AreEqual(ProbeTable.HostAt(i), ProbeTable.Hosts()[i]);
        }
    }
}
