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

    /// <summary>The files in which TLS begins, one for each runtime: on a socket that the dialer connected.</summary>
    public static readonly string[] SecuringFiles = { "firmware/Edge/Toy/Nano/TlsDial.cs", "firmware/Edge/Toy/Desktop/TlsDial.cs" };

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

    // What only holds a message, under System.Net.Http. Whatever is not named here may send one.
    private static readonly HashSet<string> s_messages = new()
    {
        "HttpRequestMessage", "HttpResponseMessage", "HttpContent", "ByteArrayContent", "StringContent", "StreamContent", "HttpMethod",
    };

    private static readonly HashSet<string> s_connecting = new() { "Connect", "ConnectAsync", "BeginConnect" };

    private static readonly HashSet<string> s_sending = new() { "SendTo", "SendToAsync", "BeginSendTo", "SendPacketsAsync" };

    /// <summary>Every place of an assembly that dials or sends outside the types of those files.</summary>
    public static IEnumerable<string> Check(AssemblyDefinition assembly, ISet<string> dialers, ISet<string> securers, ISet<string> senders, ISet<string> answerers)
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

                    bool isTaken = dialers.Contains(outer) || (securers.Contains(outer) && IsTls(used)) || (answerers.Contains(outer) && IsServerSide(used));

                    if (IsDialing(used) && !isTaken)
                    {
                        yield return assembly.Name.Name + ": " + type.FullName + "." + method.Name + " uses " + used.FullName + "; only " + DialingFile + " dials, and only "
                            + string.Join(", ", SecuringFiles) + " begin TLS.";
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

    /// <summary>True for a type of System.Net.Http that holds a message, or its headers, and can send nothing.</summary>
    public static bool IsMessage(string type)
    {
        const string Http = "System.Net.Http.";
        const string Headers = Http + "Headers.";

        return type.StartsWith(Headers, StringComparison.Ordinal)
            || (type.StartsWith(Http, StringComparison.Ordinal) && s_messages.Contains(type[Http.Length..]));
    }

    private static bool IsDialing(MemberReference used)
    {
        string type = (used as TypeReference ?? used.DeclaringType)?.FullName ?? "";
        return s_dialingTypes.Contains(type) || (type.StartsWith("System.Net.Http.", StringComparison.Ordinal) && !IsMessage(type))
            || (type is "System.Net.Sockets.Socket" or "System.Net.Sockets.SocketTaskExtensions" && s_connecting.Contains(used.Name));
    }

    private static bool IsTls(MemberReference used)
    {
        return (used as TypeReference ?? used.DeclaringType).FullName == "System.Net.Security.SslStream";
    }

    private static bool IsServerSide(MemberReference used)
    {
        return IsTls(used) && !used.Name.StartsWith("AuthenticateAsClient", StringComparison.Ordinal);
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
