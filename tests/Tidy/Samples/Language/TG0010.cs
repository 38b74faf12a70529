using System.Collections;
using System.Text;

namespace Samples;

public enum Colour : byte
{
    Red,
    Green,
}

public static class Enums
{
    public static string Use(Colour colour, ArrayList list, StringBuilder text)
    {
        string number = "" + (int)colour;
        bool isRed = colour == Colour.Red && colour.HasFlag(Colour.Red);
        text.Append((int)colour);
        string joined = "colour " + colour; // refused
        string filled = $"colour {colour}"; // refused
        string said = colour.ToString(); // refused
        object boxed = colour; // refused
        boxed = (object)colour; // refused
        list.Add(colour); // refused
        text.Append(Colour.Green); // refused
        joined += colour; // refused
        string.Format("{0}", colour); // refused

        foreach (object each in new Colour[1]) // refused
        {
            list.Add(each);
        }

        return number + isRed + joined + filled + said + boxed.GetHashCode();
    }
}
