namespace ToyGuard.Core.Pairing;

/// <summary>PINs and phrases that anybody tries first, as public lists of broken passwords have them; repeats and sequences are refused without a list.</summary>
internal static class CommonPins
{
    // Six digits and more.
    private const string Digits =
        " 112233 123321 159753 147258 147852 789456 456123 123654 159357 741852 852456 112211 101010 010203 123123 110110 121314 131415 142536"
        + " 258456 753951 951753 963852 852963 369258 147369 321654 654123 789123 456789 987456 321321 123789 987321 142857 314159 271828"
        + " 112358 110011 100200 102030 112112 121121 122333 123012 123400 123450 123457 123467 123546 123564 123645 124578 135246 246135"
        + " 135790 159159 159263 198400 200000 201314 520131 520520 521521 696969 911911 007007 102938 100000 000001 111112 111222 222333"
        + " 333444 444555 555666 666777 777888 888999 999888 123455 112345 012346 1314520 5201314 7758521 11223344 12344321 12341234 10203040"
        + " 01020304 12121212 19921992 147258369 123454321 789456123 159753258 963852741 1472583690 1029384756 1357924680 ";

    // Phrases, in small letters, without what follows them in digits and signs.
    private const string Words =
        " password passwort passwords passw0rd p@ssword p@ssw0rd pa$$word kennwort motdepasse contrasena contraseña parol qwerty qwertyu"
        + " qwertyui qwertyuiop qwertz qwertzui qwertzuiop azerty azertyui azertyuiop asdfgh asdfghjk asdfghjkl zxcvbn zxcvbnm yxcvbnm"
        + " qazwsx qazwsxedc 1qaz2wsx 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 a1b2c3d4 1a2b3c4d abcd abc abcdef aabbccdd asdf"
        + " iloveyou ichliebedich jetaime teamo iloveu lovely loveme letmein trustno sunshine princess prinzessin football fussball"
        + " baseball basketball superman batman spiderman starwars pokemon minecraft fortnite dragon monkey shadow master michael jennifer"
        + " jordan charlie daniel jessica ashley hunter killer summer winter sommer hello hallo bonjour welcome willkommen bienvenue"
        + " changeme changeit whatever default secret geheim admin administrator guardian guest login test testtest testing user root"
        + " internet computer samsung iphone android wireless homewifi wifipassword toyguard teddybear teddybaer teddy storybear mytoy"
        + " cloudpets familie family mother father mommy daddy mama papa baby babygirl babyboy schatz liebling chocolate schokolade"
        + " butterfly flower freedom money cookie pepper ginger tigger snoopy correcthorsebatterystaple ";

    /// <summary>True for one of them.</summary>
    /// <param name="core">Small letters, without blanks and hyphens.</param>
    /// <param name="isDigits">Digits only.</param>
    internal static bool Contains(string core, bool isDigits)
    {
        if (isDigits)
        {
            return IsIn(Digits, core);
        }

        int end = core.Length;

        while (end > 0 && !IsLetter(core[end - 1]))
        {
            end--;
        }

        int start = 0;

        while (start < end && !IsLetter(core[start]))
        {
            start++;
        }

        return IsIn(Words, core) || IsIn(Words, core.Substring(0, end)) || IsIn(Words, core.Substring(start)) || IsIn(Words, core.Substring(start, end - start));
    }

    private static bool IsLetter(char letter)
    {
        return (letter >= 'a' && letter <= 'z') || letter > 0x7F;
    }

    // Nothing left, as of a phrase of signs, is not in a list.
    private static bool IsIn(string list, string word)
    {
        return word.Length > 0 && list.IndexOf(" " + word + " ") >= 0;
    }
}
