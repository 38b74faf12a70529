using System.Text;

using ToyGuard.Fuzz.Loop;
using ToyGuard.SecondReader;
using ToyGuard.Wire;

namespace ToyGuard.Fuzz.Targets;

/// <summary>The reader of ClientHellos beside the second one, which must say the same of every input: refused, not whole, or this name in so many bytes.</summary>
internal sealed class OracleTarget : HelloTarget
{
    public override string Name
    {
        get { return "oracle"; }
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        ObviousHello second = ObviousHelloReader.Read(input[..count]);
        ObviousHello first = outcome.Status switch
        {
            ReadStatus.Complete => new ObviousHello(ObviousKind.Read, Encoding.ASCII.GetString(Reader.Name, 0, Reader.NameLength), Reader.Consumed),
            ReadStatus.Refused => new ObviousHello(ObviousKind.Refused, "", 0),
            _ => new ObviousHello(ObviousKind.NotWhole, "", 0),
        };

        return first == second ? base.Judge(input, count, outcome) : $"ours {first}, the second {second}";
    }
}
