namespace ToyGuard.Core.Times;

/// <summary>Goes through a zone's text once. After the first character that does not fit, it is bad for good and everything read is 0.</summary>
internal sealed class ZoneReader
{
    private const int NameMin = 3;

    private readonly string _text;
    private int _at;

    internal ZoneReader(string text)
    {
        _text = text;
    }

    /// <summary>True once something did not fit.</summary>
    internal bool IsBad { get; private set; }

    internal bool IsAtEnd
    {
        get { return _at == _text.Length; }
    }

    internal bool IsAtComma
    {
        get { return !IsAtEnd && _text[_at] == ','; }
    }

    /// <summary>Passes a name: three letters or more, or in angle brackets letters, digits and signs.</summary>
    internal void Name()
    {
        bool isQuoted = Take('<');
        int start = _at;

        while (!IsAtEnd && (IsLetter(_text[_at]) || (isQuoted && (IsDigit(_text[_at]) || _text[_at] == '+' || _text[_at] == '-'))))
        {
            _at++;
        }

        IsBad |= _at - start < NameMin || (isQuoted && !Take('>'));
    }

    /// <summary>A time as [+|-]h[:mm[:ss]], in seconds.</summary>
    internal int Time(int hoursMax)
    {
        bool isNegative = Take('-');

        if (!isNegative)
        {
            Take('+');
        }

        int seconds = Number(0, hoursMax, hoursMax > 99 ? 3 : 2) * 60 * 60;

        if (Take(':'))
        {
            seconds += Sixty() * 60;
            seconds += Take(':') ? Sixty() : 0;
        }

        return isNegative ? -seconds : seconds;
    }

    /// <summary>A comma and a date, with the time of day that it names, else 2 o'clock.</summary>
    internal ZoneDate Date()
    {
        int month = 0;
        int week = 0;
        int day;
        ZoneForm form = ZoneForm.Counted;
        Need(',');

        if (Take('M'))
        {
            form = ZoneForm.Month;
            month = Number(1, 12, 2);
            Need('.');
            week = Number(1, 5, 1);
            Need('.');
            day = Number(0, 6, 1);
        }
        else if (Take('J'))
        {
            form = ZoneForm.Julian;
            day = Number(1, 365, 3);
        }
        else
        {
            day = Number(0, 365, 3);
        }

        return new ZoneDate(form, month, week, day, Take('/') ? Time(167) : 2 * 60 * 60);
    }

    /// <summary>Passes a character if it is next.</summary>
    private bool Take(char character)
    {
        bool isNext = !IsAtEnd && !IsBad && _text[_at] == character;
        _at += isNext ? 1 : 0;
        return isNext;
    }

    private void Need(char character)
    {
        IsBad |= !Take(character);
    }

    // Two digits, up to 59.
    private int Sixty()
    {
        int start = _at;
        int number = Number(0, 59, 2);
        IsBad |= _at - start != 2;
        return number;
    }

    private int Number(int min, int max, int digits)
    {
        int start = _at;
        int number = 0;

        while (!IsAtEnd && IsDigit(_text[_at]) && _at - start < digits)
        {
            number = (10 * number) + _text[_at] - '0';
            _at++;
        }

        IsBad |= _at == start || number < min || number > max;
        return IsBad ? min : number;
    }

    private static bool IsDigit(char character)
    {
        return character >= '0' && character <= '9';
    }

    private static bool IsLetter(char character)
    {
        return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
    }
}
