using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using Mono.Cecil;
using Mono.Cecil.Cil;

using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Layers;

/// <summary>One file dials (EGR-12): whatever opens a connection, a TLS stream or a name lookup stands there, and packets leave from one more.</summary>
public static class DialRules
{
    /// <summary>The one file that dials.</summary>
    public const string DialingFile = "firmware/Edge/Dialing/Dialer.cs";

    /// <summary>The files that may send a packet, one for each runtime.</summary>
    public static readonly string[] SendingFiles = { "firmware/Edge/Nano/Datagrams.cs", "firmware/Edge/Desktop/Datagrams.cs" };

    /// <summary>The file that answers TLS in the Emulator's lab: it may hold the server's side of a stream, and dial nothing.</summary>
    public const string AnsweringFile = "firmware/Emulator/Lab/LabServer.cs";

    private static readonly HashSet<string> s_dialingTypes = new()
    {
        "System.Net.Dns", "System.Net.HttpWebRequest", "System.Net.WebRequest", "System.Net.WebClient", "System.Net.Security.SslStream",
        "System.Net.Sockets.TcpClient", "System.Net.Sockets.UdpClient", "System.Net.NetworkInformation.Ping", "System.Net.WebSockets.ClientWebSocket",
        "System.Net.Quic.QuicConnection", "System.Net.Mail.SmtpClient",
    };

    private static readonly HashSet<string> s_connecting = new() { "Connect", "ConnectAsync", "BeginConnect" };

    private static readonly HashSet<string> s_sending = new() { "SendTo", "SendToAsync", "BeginSendTo", "SendPacketsAsync" };

    /// <summary>Every place of an assembly that dials or sends outside the types of those files.</summary>
    public static IEnumerable<string> Check(AssemblyDefinition assembly, ISet<string> dialers, ISet<string> senders, ISet<string> answerers)
    {
        foreach (TypeDefinition type in assembly.MainModule.GetTypes())
        {
            string outer = Outermost(type).FullName;

            foreach (MethodDefinition method in type.Methods.Where(m => m.HasBody))
            {
                foreach (Instruction instruction in method.Body.Instructions)
                {
                    if (instruction.Operand is not MemberReference used)
                    {
                        continue;
                    }

                    if (IsDialing(used) && !dialers.Contains(outer) && !(answerers.Contains(outer) && IsServerSide(used)))
                    {
                        yield return assembly.Name.Name + ": " + type.FullName + "." + method.Name + " uses " + used.FullName + "; only " + DialingFile + " dials.";
                    }

                    if (IsSending(used) && !dialers.Contains(outer) && !senders.Contains(outer))
                    {
                        yield return assembly.Name.Name + ": " + type.FullName + "." + method.Name + " uses " + used.FullName + "; only "
                            + string.Join(", ", SendingFiles) + " send packets.";
                    }
                }
            }
        }
    }

    /// <summary>Full names of the types that a source declares.</summary>
    public static HashSet<string> TypesOf(params string[] sources)
    {
        HashSet<string> names = new();

        foreach (string source in sources)
        {
            foreach (BaseTypeDeclarationSyntax type in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            {
                BaseNamespaceDeclarationSyntax? space = type.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>();
                names.Add((space is null ? "" : space.Name + ".") + type.Identifier.Text);
            }
        }

        return names;
    }

    private static bool IsDialing(MemberReference used)
    {
        string type = (used as TypeReference ?? used.DeclaringType)?.FullName ?? "";
        return s_dialingTypes.Contains(type) || type.StartsWith("System.Net.Http.", StringComparison.Ordinal)
            || (type is "System.Net.Sockets.Socket" or "System.Net.Sockets.SocketTaskExtensions" && s_connecting.Contains(used.Name));
    }

    private static bool IsServerSide(MemberReference used)
    {
        return (used as TypeReference ?? used.DeclaringType).FullName == "System.Net.Security.SslStream"
            && !used.Name.StartsWith("AuthenticateAsClient", StringComparison.Ordinal);
    }

    private static bool IsSending(MemberReference used)
    {
        return used.DeclaringType?.FullName is "System.Net.Sockets.Socket" or "System.Net.Sockets.SocketTaskExtensions" && s_sending.Contains(used.Name);
    }

    private static TypeDefinition Outermost(TypeDefinition type)
    {
        return type.DeclaringType is null ? type : Outermost(type.DeclaringType);
    }
}
