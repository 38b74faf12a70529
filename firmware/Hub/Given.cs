using System;
using System.IO;
using System.Text;

using ToyGuard.Core.Pairing;

namespace ToyGuard.Hub;

/// <summary>What the board was given at its making, one line each in <c>I:\factory\identity.txt</c>: lasting name, id in hexadecimal, name and key of its own Wi-Fi, and the card's code in hexadecimal.</summary>
internal static class Given
{
    /// <summary>Who the device is; null where that is missing or not right.</summary>
    public static FactoryIdentity? Identity()
    {
        try
        {
            byte[] bytes = File.ReadAllBytes("I:\\factory\\identity.txt");
            string[] lines = Encoding.UTF8.GetString(bytes, 0, bytes.Length).Trim('\n').Split('\n');
            return new FactoryIdentity(lines[0], Bytes(lines[1]), lines[2], lines[3], Bytes(lines[4]));
        }
        catch (Exception)
        {
            Console.WriteLine("no identity: it stays shut");
            return null;
        }
    }
    private static byte[] Bytes(string digits)
    {
        byte[] bytes = new byte[digits.Length / 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = Convert.ToByte(digits.Substring(i * 2, 2), 16);
        }

        return bytes;
    }
}
