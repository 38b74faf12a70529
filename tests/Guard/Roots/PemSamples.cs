using System.Text;

namespace ToyGuard.Guard.Tests.Roots;

/// <summary>Two certificates made for these tests by OpenSSL 3.0; nobody has their keys any more.</summary>
internal static class PemSamples
{
    public const string First =
        "-----BEGIN CERTIFICATE-----\n"
        + "MIIBdTCCARugAwIBAgIUGXTQf8wUcELFwzoahBJJDraGYAEwCgYIKoZIzj0EAwIw\n"
        + "EDEOMAwGA1UEAwwFTGFiIEEwHhcNMjYxMTIyMDM1NTE3WhcNMzYxMTE5MDM1NTE3\n"
        + "WjAQMQ4wDAYDVQQDDAVMYWIgQTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABB5V\n"
        + "RlpeUIUuUg6eeSkLVyyKbHL9RTiUoWopmWH7vDtCpnF5f5xHqtkIfkmdPpo4z0Fz\n"
        + "+DTkX2WmOu/Wd9Ktv9ejUzBRMB0GA1UdDgQWBBTL91QoK2MCWue98XH43KKYjRjB\n"
        + "nzAfBgNVHSMEGDAWgBTL91QoK2MCWue98XH43KKYjRjBnzAPBgNVHRMBAf8EBTAD\n"
        + "AQH/MAoGCCqGSM49BAMCA0gAMEUCIClktQBZk86x9lqBlRYRtZp8YXYLNW2XnuzM\n"
        + "6JEDdSbFAiEAuHBs4V7bD/6JAFjyYhf86JnonpR6iF1MZuYibOtZVMs=\n"
        + "-----END CERTIFICATE-----\n";

    public const string Second =
        "-----BEGIN CERTIFICATE-----\n"
        + "MIIBdTCCARugAwIBAgIUTNuE993CEA0ig+9+M7BzwYkkBl0wCgYIKoZIzj0EAwIw\n"
        + "EDEOMAwGA1UEAwwFTGFiIEIwHhcNMjYxMTIyMDM1NTE3WhcNMzYxMTE5MDM1NTE3\n"
        + "WjAQMQ4wDAYDVQQDDAVMYWIgQjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABFNr\n"
        + "F+3YG0GRMRUuov2/+QghHjBX8GOtsWQXHpILBF+ZBeliXcDb2GCmXQsI7ynQHJtV\n"
        + "IMXRQHG5rBEGRNnDfyKjUzBRMB0GA1UdDgQWBBQiMMRWiqm96wRNLalecN7+gFo2\n"
        + "PzAfBgNVHSMEGDAWgBQiMMRWiqm96wRNLalecN7+gFo2PzAPBgNVHRMBAf8EBTAD\n"
        + "AQH/MAoGCCqGSM49BAMCA0gAMEUCIQCMtJAnFDZQjYETlf8Y/+wY8Sq96mLIxh3F\n"
        + "2UBepa77cQIgVtH3ZK31EX3n8cY9lmJylYFmaQ24vR+NATL/mAtXJqw=\n"
        + "-----END CERTIFICATE-----\n";

    /// <summary>The bytes of a file that holds that text.</summary>
    public static byte[] File(string text)
    {
        return Encoding.UTF8.GetBytes(text);
    }
}
