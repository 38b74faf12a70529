using ToyGuard.Wire;
using ToyGuard.Wire.Tls;

namespace ToyGuard.Emulator.Inspect;

/// <summary>Shows what <see cref="ClientHelloReader"/> makes of a TLS client's first bytes.</summary>
internal static class HelloInspector
{
    public static bool Inspect(InspectedBytes file, InspectionLine line)
    {
        ClientHelloReader hello = new();

        switch (hello.Read(file.Bytes, 0, file.Bytes.Length))
        {
            case ReadStatus.Complete:
                line.Read();
                line.Add("name", hello.Name, 0, hello.NameLength);
                line.Add("hasProtocols", hello.HasProtocols);
                line.Add("hasEch", hello.HasEch);
                line.Add("helloBytes", hello.Consumed);
                return true;
            case ReadStatus.Refused:
                return line.Refuse(hello.Fault, HelloFaultWords.Of(hello.Fault), hello.FaultOffset);
            default:
                return line.RefuseCutShort();
        }
    }
}
