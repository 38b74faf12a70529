namespace ToyGuard.Fuzz.Targets;

/// <summary>Finds its way through a DNS message as far as it goes, to put counts and lengths right. Never past its end.</summary>
internal static class DnsLayout
{
    public const int Header = 12;

    private const int RecordHead = 10;

    /// <summary>Offset behind the name at <paramref name="at"/>, or the end.</summary>
    public static int AfterName(byte[] message, int count, int at)
    {
        while (at < count)
        {
            int length = message[at];

            if (length == 0)
            {
                return at + 1;
            }

            if (length >= 0xc0)
            {
                return at + 2 < count ? at + 2 : count;
            }

            at += length + 1;
        }

        return count;
    }

    /// <summary>Makes each record's length fit and returns how many records stand from <paramref name="at"/> to the end.</summary>
    public static int RepairRecords(byte[] message, int count, int at)
    {
        int records = 0;

        while (at < count)
        {
            int head = AfterName(message, count, at);

            if (head + RecordHead > count)
            {
                break;
            }

            int type = Two(message, head);
            int length = Two(message, head + 8);
            int data = head + RecordHead;
            length = type == 1 && data + 4 <= count ? 4 : type == 5 && data < count ? AfterName(message, count, data) - data : length;
            length = data + length > count ? count - data : length;
            Put(message, head + 8, length);
            at = data + length;
            records++;
        }

        return records;
    }

    public static int Two(byte[] message, int at)
    {
        return (message[at] << 8) | message[at + 1];
    }

    public static void Put(byte[] message, int at, int value)
    {
        message[at] = (byte)(value >> 8);
        message[at + 1] = (byte)value;
    }
}
