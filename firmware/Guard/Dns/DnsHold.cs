using ToyGuard.Core.Policy;
using ToyGuard.Wire.Dns;

namespace ToyGuard.Guard.Dns;

/// <summary>How a held question is answered: which response code and which Extended DNS Error (RFC 8914, 4) stand for a reason.</summary>
/// <remarks>
/// REFUSED is for who asks and for kinds of questions; a name that is held does not exist for this toy, so NXDOMAIN.
/// No SOA record comes with it, so nothing caches it (RFC 2308, 5), and a change of the rules is felt at the next question.
/// </remarks>
public static class DnsHold
{
    /// <summary>One of <see cref="DnsCode"/>, never <see cref="DnsCode.NoError"/>.</summary>
    public static int CodeOf(Reason reason)
    {
        switch (reason)
        {
            case Reason.NotPaired:
            case Reason.UnknownToy:
            case Reason.QuestionNotServed:
                return DnsCode.Refused;

            default:
                return DnsCode.NameError;
        }
    }

    /// <summary>One of <see cref="DnsInfoCode"/>, never none.</summary>
    public static int InfoOf(Reason reason)
    {
        switch (reason)
        {
            // This client may not ask.
            case Reason.NotPaired:
            case Reason.UnknownToy:
                return DnsInfoCode.Prohibited;

            case Reason.QuestionNotServed:
                return DnsInfoCode.NotSupported;

            // Not a rule about this name: rules about time cannot be kept yet.
            case Reason.ClockUnknown:
                return DnsInfoCode.NotReady;

            // What the client's own people asked for: a family's rule is in force.
            case Reason.EverythingPaused:
            case Reason.ToyPaused:
            case Reason.QuietHours:
            case Reason.PlayTimeUsedUp:
            case Reason.EndpointHours:
            case Reason.EndpointBudget:
            case Reason.AgeBand:
                return DnsInfoCode.Filtered;

            // The hub's own rule: nothing that is not listed and approved.
            default:
                return DnsInfoCode.Blocked;
        }
    }
}
