using System.Text;
using ToyGuard.Core.Policy;
using ToyGuard.Guard.Plain;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Guard.Tests.Plain;

/// <summary>What a server gets of an allowed head, read again as a strict reader reads it.</summary>
internal static class Rewritten
{
    private const string Connection = "connection";

    /// <summary>The new head as text; empty when it is not passed on.</summary>
    public static string TextOf(HeadJudge judge, byte[] source)
    {
        byte[] target = new byte[RequestHead.HeadMax * 2];
        int length = RequestRewriter.Write(judge.Head, source, target);

        return Encoding.UTF8.GetString(target, 0, length);
    }

    /// <summary>Fails unless the new head is one that can be read in one way, for the judged host and of the same message, and ends the connection. False when it is not passed on.</summary>
    public static bool Check(HeadJudge judge, byte[] source, string about)
    {
        byte[] target = new byte[RequestHead.HeadMax * 2];
        int length = RequestRewriter.Write(judge.Head, source, target);

        if (length == 0)
        {
            return false;
        }

        RequestHead old = judge.Head;
        RequestHead made = new RequestHead();
        HostName host = new HostName();
        Assert.AreEqual((int)ReadStatus.Complete, (int)made.Read(target, 0, length), about);
        Assert.AreEqual(length, made.HeadLength, about);

        host.Read(target, made.HostOffset, made.HostLength);
        Assert.IsTrue(host.IsSame(judge.Query.Host), about);
        Assert.AreEqual(host.ToString(), Encoding.UTF8.GetString(target, made.HostOffset, made.HostLength), about);
        Assert.AreEqual(old.HostPort, made.HostPort, about);

        Assert.AreEqual((int)old.Method, (int)made.Method, about);
        Assert.AreEqual(old.IsVersion10, made.IsVersion10, about);
        Assert.AreEqual(old.ContentLength, made.ContentLength, about);
        Assert.IsFalse(made.IsAbsolute || made.HasUpgrade, about);
        Assert.IsTrue(Bytes.AreSame(
            Bytes.Part(source, old.TargetOffset, old.TargetLength), old.TargetLength,
            Bytes.Part(target, made.TargetOffset, made.TargetLength), made.TargetLength), about);

        int last = made.HeaderCount - 1;
        Assert.AreEqual(last, made.Find(Connection), about);
        Assert.AreEqual("close", Encoding.UTF8.GetString(target, made.ValueOffset(last), made.ValueLength(last)), about);

        return true;
    }
}
