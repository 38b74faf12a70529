namespace Samples;

public interface IToy
{
    int Number { get; }

    int Twice => 2 * Number; // refused

    void Play();

    int Half() // refused
    {
        return Number / 2;
    }

    static int Three() // refused
    {
        return 3;
    }
}
