namespace ToyGuard.Core.Policy;

/// <summary>English words for reasons, for a parent: what happened · what comes next.</summary>
/// <remarks>Other languages have a file each beside the page; this one is for logs, the Emulator and the first page.</remarks>
public static class ReasonWords
{
    /// <summary>At most this many characters, so that it fits two short lines of a phone.</summary>
    public const int LengthMax = 90;

    /// <summary>The words of <paramref name="reason"/>. A number that has no name gets words that promise nothing.</summary>
    public static string Of(Reason reason)
    {
        return reason switch
        {
            Reason.None => "Closed: nothing was decided · if it stays so, restart the device",
            Reason.Allowed => "Open: on the list and approved · you can close it under Rules",

            Reason.NotPaired => "Closed: no grown-up has paired this device yet · pair a phone first",
            Reason.UnknownToy => "Closed: this toy is new here · introduce it under Family",
            Reason.EverythingPaused => "Closed: you paused everything · end the pause on Today",
            Reason.ToyPaused => "Closed: you paused this toy · end its pause on Today",
            Reason.ClockUnknown => "Closed: the device does not know the time · open its page on your phone",
            Reason.QuietHours => "Closed: it is quiet time for this toy · it opens by itself after that",
            Reason.PlayTimeUsedUp => "Closed: today's play time is used up · give a bonus, or wait for tomorrow",
            Reason.NotAName => "Closed: this is no proper internet name · ask the maker what the toy tried",
            Reason.NotOnManifest => "Closed: this place is not on the toy's list · only its maker can add it",
            Reason.WaitingForGuardian => "Waiting: nobody has said yes to this place yet · decide under Rules",
            Reason.OtherPort => "Closed: right place, wrong door (port) · ask the maker what the toy tried",
            Reason.OtherScheme => "Closed: right place, but not the promised way to talk · ask the maker",
            Reason.EndpointHours => "Closed: this place has hours of its own · it opens by itself",
            Reason.EndpointBudget => "Closed: this place has had its data for today · it opens again tomorrow",
            Reason.TooManyNames => "Closed: too many different names of one place today · tell the maker",
            Reason.AgeBand => "Closed: this toy is meant for older children · see the ages under Family",

            Reason.AddressPrivate => "Closed: the name leads into a home network · tell the maker",
            Reason.AddressLoopback => "Closed: the name leads back into this device · tell the maker",
            Reason.AddressLinkLocal => "Closed: the name leads to a neighbour on the cable · tell the maker",
            Reason.AddressMulticast => "Closed: the name leads to many devices at once · tell the maker",
            Reason.AddressUnspecified => "Closed: the name leads nowhere, often a blocking router · check the router",
            Reason.AddressReserved => "Closed: the name leads to a reserved address · tell the maker",
            Reason.AddressMalformed => "Closed: the router's answer held a broken address · restart the router",

            Reason.NameNotFound => "Closed: this name does not exist any more · tell the maker",
            Reason.ResolverSilent => "Closed: the router did not answer · check that the home is online",
            Reason.ResolverFailed => "Closed: the router could not find the place · try again in a minute",
            Reason.NameWithoutAddress => "Closed: the place has no address this device can use · tell the maker",

            Reason.ServerUnreachable => "Closed: the maker's server turned us away · try again later",
            Reason.ServerSilent => "Closed: the maker's server did not answer · try again later",

            Reason.HelloNotTls => "Closed: the toy did not start a protected connection · tell the maker",
            Reason.HelloWithoutName => "Closed: the toy did not say where it wants to go · tell the maker",
            Reason.HelloMalformed => "Closed: the toy's first words were garbled · restart the toy",
            Reason.HelloTooLong => "Closed: the toy's first words were far too long · tell the maker",
            Reason.HelloTooSlow => "Closed: the toy started to talk and took too long · move it nearer",
            Reason.HelloCutShort => "Closed: the toy hung up while starting to talk · restart the toy",
            Reason.HeadMalformed => "Closed: the toy's plain request was garbled · tell the maker",
            Reason.HeadTooLong => "Closed: the toy's plain request was far too long · tell the maker",
            Reason.HeadTooSlow => "Closed: the toy's plain request took too long · move it nearer",
            Reason.HeadCutShort => "Closed: the toy hung up in the middle of a request · restart the toy",

            Reason.NoSocketLeft => "Closed: too many connections at once · it tries again by itself",
            Reason.IdleTooLong => "Closed: nothing was said for too long · it opens again when needed",
            Reason.OpenTooLong => "Closed: this connection was open for very long · it opens again when needed",
            Reason.GaveWay => "Closed: made room for another toy · it tries again by itself",

            Reason.QuestionNotServed => "Closed: the toy asked for something this device does not look up · no action needed",
            Reason.RequestNotRelayed => "Closed: a kind of request this device never passes on · tell the maker",

            Reason.TlsWithoutRoots => "Closed: no maker's certificate is on board to check this place with · tell the maker",
            Reason.TlsUntrusted => "Closed: this place could not prove who it is · tell the maker",
            Reason.TlsWrongName => "Closed: this place showed the papers of another one · tell the maker",
            Reason.TlsExpired => "Closed: this place's papers have run out · tell the maker",
            Reason.TlsNotYetValid => "Closed: this place's papers are not valid yet · check the device's date",
            Reason.TlsOldVersion => "Closed: this place only speaks a worn-out kind of protection · tell the maker",
            Reason.TlsChainTooLong => "Closed: this place's papers are endless · tell the maker",
            Reason.TlsSilent => "Closed: this place stopped talking before it proved who it is · try again later",
            Reason.TlsBroken => "Closed: no protected connection came about · try again later",

            Reason.RequestUnfit => "Closed: the toy made a request it may not make · tell the maker",
            Reason.RedirectUnfit => "Closed: this place pointed to somewhere unfit · tell the maker",
            Reason.TooManyRedirects => "Closed: this place pointed on and on · tell the maker",
            Reason.AnswerMalformed => "Closed: the place's answer was garbled · tell the maker",
            Reason.AnswerTooLong => "Closed: the place's answer was far too long · tell the maker",
            Reason.AnswerTooSlow => "Closed: the place's answer took too long · try again later",
            Reason.AnswerCutShort => "Closed: the place hung up in the middle of its answer · try again later",

            Reason.SensorNotDeclared => "Closed: its maker never said that the toy does this · only its maker can add it",
            Reason.SensorWaiting => "Waiting: nobody has said yes to this sensor yet · decide under Rules",
            Reason.SensorAgreementOver => "Closed: the time you gave this sensor is over · give it more under Rules",
            Reason.SensorNotHeld => "Closed: it listens only while its button is held · hold the button to talk",
            Reason.SensorHeldTooLong => "Closed: one turn was too long, a stuck button perhaps · let go and press again",
            Reason.SensorResting => "Closed: sensors rest while the toy connects · press again in a moment",
            Reason.SensorBroken => "Closed: the sensor did not answer · restart the toy",

            _ => "Closed: for a reason newer than these words · update the page",
        };
    }
}
