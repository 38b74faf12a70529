namespace ToyGuard.Core.Policy;

/// <summary>Why something was let out or held. Records and counters keep the number: add at the end of a group, never renumber, never reuse.</summary>
/// <remarks>Words for a parent are in ReasonWords. Numbers 2 to 9 are kept free, so that "allowed" stays exactly one value.</remarks>
public enum Reason : byte
{
    /// <summary>No decision was made. Holds.</summary>
    None = 0,

    /// <summary>On the manifest, approved by a guardian, at a time when it may: the one value that lets bytes out.</summary>
    Allowed = 1,

    // 10-29: the gate's own order (design.md 4). The first that holds wins.

    /// <summary>Nobody has paired this device yet, so nothing leaves (DEF-02).</summary>
    NotPaired = 10,

    /// <summary>The question came from an address that no known toy has.</summary>
    UnknownToy = 11,

    /// <summary>A guardian paused everything.</summary>
    EverythingPaused = 12,

    /// <summary>A guardian paused this toy.</summary>
    ToyPaused = 13,

    /// <summary>The time of day is not known, so no rule about time can be kept (PCTL-03).</summary>
    ClockUnknown = 14,

    /// <summary>Quiet hours of this toy.</summary>
    QuietHours = 15,

    /// <summary>Today's play time is used up.</summary>
    PlayTimeUsedUp = 16,

    /// <summary>The host is an address, or is spelled in a way that no host name is (EGR-02, EGR-03).</summary>
    NotAName = 17,

    /// <summary>No endpoint of the toy's manifest has this host (EGR-01).</summary>
    NotOnManifest = 18,

    /// <summary>On the manifest, but no guardian has approved it yet (EGR-06, EGR-07).</summary>
    WaitingForGuardian = 19,

    /// <summary>The manifest lists this host at another port.</summary>
    OtherPort = 20,

    /// <summary>The manifest lists this host and port under another scheme; plain text where TLS is promised, for instance.</summary>
    OtherScheme = 21,

    /// <summary>Outside this endpoint's own hours (EGR-09).</summary>
    EndpointHours = 22,

    /// <summary>This endpoint's bytes for today are used up (EGR-09).</summary>
    EndpointBudget = 23,

    /// <summary>Too many different names under one wildcard today; names can carry data.</summary>
    TooManyNames = 24,

    /// <summary>The toy is meant for older children than the one who has it.</summary>
    AgeBand = 25,

    // 30-39: the address behind an allowed name (EGR-03, EGR-11).

    /// <summary>The name leads to a private network.</summary>
    AddressPrivate = 30,

    /// <summary>The name leads back to the device itself.</summary>
    AddressLoopback = 31,

    /// <summary>The name leads to a link-local address.</summary>
    AddressLinkLocal = 32,

    /// <summary>The name leads to a multicast or broadcast address.</summary>
    AddressMulticast = 33,

    /// <summary>The name leads to the unspecified address.</summary>
    AddressUnspecified = 34,

    /// <summary>The name leads to a range that IANA's registries call not globally reachable.</summary>
    AddressReserved = 35,

    /// <summary>What came as an address has neither 4 nor 16 bytes.</summary>
    AddressMalformed = 36,

    // 40-49: looking an allowed name up (EGR-04).

    /// <summary>The resolver says that the name does not exist.</summary>
    NameNotFound = 40,

    /// <summary>The resolver did not answer in time.</summary>
    ResolverSilent = 41,

    /// <summary>The resolver answered with a failure, or with something that cannot be read in exactly one way.</summary>
    ResolverFailed = 42,

    /// <summary>The name exists but has no IPv4 address.</summary>
    NameWithoutAddress = 43,

    // 50-59: connecting to the judged address.

    /// <summary>The server refused the connection or cannot be reached.</summary>
    ServerUnreachable = 50,

    /// <summary>The server did not answer the connection attempt in time.</summary>
    ServerSilent = 51,

    // 60-69: what a client says first on the TLS port, and on the plain one.

    /// <summary>What came first is not a TLS ClientHello.</summary>
    HelloNotTls = 60,

    /// <summary>The ClientHello names no host.</summary>
    HelloWithoutName = 61,

    /// <summary>The ClientHello cannot be read in exactly one way.</summary>
    HelloMalformed = 62,

    /// <summary>The ClientHello is longer than the relay reads.</summary>
    HelloTooLong = 63,

    /// <summary>The ClientHello was not whole in time.</summary>
    HelloTooSlow = 64,

    /// <summary>The client left before its ClientHello was whole.</summary>
    HelloCutShort = 65,

    /// <summary>The head of a plain request cannot be read in exactly one way.</summary>
    HeadMalformed = 66,

    /// <summary>The head of a plain request is longer than the relay reads.</summary>
    HeadTooLong = 67,

    /// <summary>The head of a plain request was not whole in time.</summary>
    HeadTooSlow = 68,

    /// <summary>The client left before the head of its plain request was whole.</summary>
    HeadCutShort = 69,

    // 70-79: room and time.

    /// <summary>No socket was left for it.</summary>
    NoSocketLeft = 70,

    /// <summary>Nothing was said on the connection for too long.</summary>
    IdleTooLong = 71,

    /// <summary>The connection reached the longest time one may last.</summary>
    OpenTooLong = 72,

    /// <summary>Closed so that another could be served: it had said too little for too long, or its client held more than one place.</summary>
    GaveWay = 73,

    // 80-89: questions and requests that are understood and not served.

    /// <summary>A question type that the hub does not answer.</summary>
    QuestionNotServed = 80,

    /// <summary>A plain request that the hub does not pass on: CONNECT, an upgrade, a chunked body, or a target that differs from its Host.</summary>
    RequestNotRelayed = 81,

    // 90-99: the TLS that a toy itself speaks (EGR-05). Which one it was, only a runtime that shows the certificate can tell; the others say TlsBroken.

    /// <summary>The manifest names no trust anchor for it, or none that can be read, so nobody could be checked.</summary>
    TlsWithoutRoots = 90,

    /// <summary>The server's certificate does not lead to a trust anchor of the manifest.</summary>
    TlsUntrusted = 91,

    /// <summary>The server's certificate is for another name.</summary>
    TlsWrongName = 92,

    /// <summary>A certificate of the server's chain is past its end.</summary>
    TlsExpired = 93,

    /// <summary>A certificate of the server's chain is not valid yet.</summary>
    TlsNotYetValid = 94,

    /// <summary>The server speaks no TLS 1.2 or later.</summary>
    TlsOldVersion = 95,

    /// <summary>The server's chain has more certificates than are read.</summary>
    TlsChainTooLong = 96,

    /// <summary>The handshake was not done in time.</summary>
    TlsSilent = 97,

    /// <summary>The handshake broke off, or cannot be read.</summary>
    TlsBroken = 98,

    // 100-109: a request of the toy itself, and the answer to it.

    /// <summary>The request has a part that cannot be sent, or is of a kind that the kit does not send.</summary>
    RequestUnfit = 100,

    /// <summary>A redirect that cannot be read, leads from TLS to plain text, or would carry a body to another place.</summary>
    RedirectUnfit = 101,

    /// <summary>More redirects than are followed.</summary>
    TooManyRedirects = 102,

    /// <summary>The answer cannot be read in exactly one way.</summary>
    AnswerMalformed = 103,

    /// <summary>The answer is longer than the request allows.</summary>
    AnswerTooLong = 104,

    /// <summary>The answer was not whole in time.</summary>
    AnswerTooSlow = 105,

    /// <summary>The server left before its answer was whole.</summary>
    AnswerCutShort = 106,

    // 110-119: a sensor (SENS-01 to SENS-03).

    /// <summary>The manifest has no such use of a sensor (SENS-04).</summary>
    SensorNotDeclared = 110,

    /// <summary>No guardian has agreed to this use.</summary>
    SensorWaiting = 111,

    /// <summary>A guardian had agreed to it, for a time that is over.</summary>
    SensorAgreementOver = 112,

    /// <summary>It works only while the talk button is held, and it is not (SENS-02).</summary>
    SensorNotHeld = 113,

    /// <summary>It was on for longer than one turn may last.</summary>
    SensorHeldTooLong = 114,

    /// <summary>Sensors are off while a protected connection begins.</summary>
    SensorResting = 115,

    /// <summary>Its driver failed.</summary>
    SensorBroken = 116,
}
