namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>The codes of /state for what half one is made of: lower-case ASCII, for ever.</summary>
public static class SetupWords
{
    /// <summary>"press", "choose", "trying", "joined", "failed", "off".</summary>
    public static string Of(SetupStep step)
    {
        return step switch
        {
            SetupStep.Press => "press",
            SetupStep.Choose => "choose",
            SetupStep.Trying => "trying",
            SetupStep.Joined => "joined",
            SetupStep.Failed => "failed",
            _ => "off",
        };
    }

    /// <summary>"password", "not-heard", "no-address", "sign-in", "wpa3", "failed"; empty for none.</summary>
    public static string Of(WifiFault fault)
    {
        return fault switch
        {
            WifiFault.None => "",
            WifiFault.WrongKey => "password",
            WifiFault.NotHeard => "not-heard",
            WifiFault.NoAddress => "no-address",
            WifiFault.SignIn => "sign-in",
            WifiFault.Wpa3 => "wpa3",
            _ => "failed",
        };
    }

    /// <summary>"open", "wpa2", "wpa3", "other".</summary>
    public static string Of(WifiKind kind)
    {
        return kind switch
        {
            WifiKind.Open => "open",
            WifiKind.Wpa2 => "wpa2",
            WifiKind.Wpa3 => "wpa3",
            _ => "other",
        };
    }
}
