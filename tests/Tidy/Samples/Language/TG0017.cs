namespace Samples;

public static class Cultures
{
    public static bool Use(string host)
    {
        bool isSame = host == "a.example";
        bool begins = host.StartsWith("a."); // refused
        bool ends = host.EndsWith(".example"); // refused
        int order = string.Compare(host, "b"); // refused
        order += host.CompareTo("b"); // refused
        order += host.Trim().Length; // refused: name them
        order += host.Trim(' ').Length;
        return isSame || begins || ends || order == host.IndexOf('.');
    }
}
