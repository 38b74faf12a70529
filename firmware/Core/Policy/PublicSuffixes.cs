namespace ToyGuard.Core.Policy;

/// <summary>Names below which strangers register, so that a wildcard over one would cover places nobody approved.</summary>
/// <remarks>
/// The whole list (publicsuffix.org, 9,506 rules) is larger than the gate, so this is a part and two rules. The part: the suffixes
/// of that list, version of 2023-02-09, that toys' makers are likely to meet. The rules, for what is not in the part: a single label
/// is a suffix (the list's own default; no <see cref="HostName"/> is one), and so is a country code's second level when it is short or a usual word, as in co.uk.
/// A maker with such a short name under a country code lists hosts one by one.
/// </remarks>
internal static class PublicSuffixes
{
    /// <summary>Suffixes as they stand in the list; a space before and after each.</summary>
    internal const string Listed =
        // Second levels of country codes that the rule below misses.
        " gouv.fr gouv.ci gouv.sn asso.fr avocat.fr medecin.fr pharmacien.fr presse.fr"
        + " parliament.nz school.nz health.nz maori.nz parliament.uk school.za"
        + " priv.no fylkesbibl.no folkebibl.no museum.no kommune.no"
        + " blog.br radio.br recife.br curitiba.br salvador.br"
        + " priv.hu sport.hu shop.hu news.hu media.hu hotel.hu games.hu forum.hu city.hu film.hu video.hu"
        + " tourism.pl travel.pl shop.pl sklep.pl media.pl powiat.pl miasta.pl turystyka.pl gmina.pl priv.pl"
        + " warszawa.pl wroclaw.pl lublin.pl poznan.pl"
        + " business.in internet.in travel.in delhi.in bihar.in gujarat.in post.in"
        + " seoul.kr busan.kr daegu.kr incheon.kr gwangju.kr daejeon.kr ulsan.kr jeju.kr"
        + " game.tw club.tw ebiz.tw kiev.ua odessa.ua lviv.ua kharkiv.ua"
        + " xn--55qx5d.cn xn--io0a7i.cn xn--od0alg.cn xn--55qx5d.hk xn--od0alg.hk"

        // Second levels of other top-level domains.
        + " uk.com us.com eu.com de.com jpn.com br.com cn.com gb.net uk.net se.net jp.net us.org eu.org co.com"

        // Places where anybody gets a name of their own.
        + " github.io gitlab.io readthedocs.io netlify.app vercel.app now.sh web.app firebaseapp.com run.app a.run.app"
        + " appspot.com cloudfunctions.net googleapis.com translate.goog withgoogle.com blogspot.com withyoutube.com"
        + " herokuapp.com herokussl.com onrender.com fly.dev edgeapp.net deno.dev supabase.co supabase.in"
        + " workers.dev pages.dev r2.dev trycloudflare.com cloudfront.net on-aws.com"
        + " azurewebsites.net azure-mobile.net azurestaticapps.net cloudapp.net cloudapp.azure.com servicebus.windows.net"
        + " blob.core.windows.net akamaihd.net akamaized.net akamaiedge.net akamai.net edgekey.net edgesuite.net"
        + " glitch.me repl.co surge.sh ngrok.io bitbucket.io cloudns.club myshopify.com wixsite.com wordpress.com"
        + " weebly.com webflow.io bubbleapps.io ondigitalocean.app alwaysdata.net pythonanywhere.com"
        + " b-cdn.net global.ssl.fastly.net oraclecloudapps.com"
        + " duckdns.org dyndns.org no-ip.org hopto.org ddns.net dynv6.net synology.me myqnapcloud.com myfritz.net"
        + " mydrobo.com homeip.net dnsalias.com is-a-geek.com ";

    /// <summary>Names with suffixes at many places below them: they and all under them count as suffixes. A space before and after each.</summary>
    internal const string ListedWithAllBelow =
        " amazonaws.com amazonaws.com.cn elasticbeanstalk.com digitaloceanspaces.com linodeobjects.com fastly.net"
        + " scw.cloud yandexcloud.net oraclecloud.com r.appspot.com azurecontainer.io k12.ma.us"
        + " aichi.jp akita.jp aomori.jp chiba.jp ehime.jp fukui.jp fukuoka.jp fukushima.jp gifu.jp gunma.jp hiroshima.jp"
        + " hokkaido.jp hyogo.jp ibaraki.jp ishikawa.jp iwate.jp kagawa.jp kagoshima.jp kanagawa.jp kochi.jp kumamoto.jp"
        + " kyoto.jp mie.jp miyagi.jp miyazaki.jp nagano.jp nagasaki.jp nara.jp niigata.jp oita.jp okayama.jp okinawa.jp"
        + " osaka.jp saga.jp saitama.jp shiga.jp shimane.jp shizuoka.jp tochigi.jp tokushima.jp tokyo.jp tottori.jp"
        + " toyama.jp wakayama.jp yamagata.jp yamaguchi.jp yamanashi.jp kawasaki.jp kitakyushu.jp kobe.jp nagoya.jp"
        + " sapporo.jp sendai.jp yokohama.jp ";

    // Second levels under country codes that are longer than the rule's three letters.
    private const string UsualWords = " info name gouv govt asso school coop museum aero mobi press firm store arts priv conf univ ";

    private const int ShortMax = 3;

    /// <summary>True when <paramref name="name"/>, of two labels or more, is a public suffix or has to be taken for one.</summary>
    internal static bool Covers(HostName name)
    {
        string text = name.ToString();
        int dot = text.IndexOf('.');

        return Holds(Listed, text) || IsAtOrUnderListed(text) || IsSecondLevelOfCountry(text, dot);
    }

    private static bool IsAtOrUnderListed(string text)
    {
        while (true)
        {
            if (Holds(ListedWithAllBelow, text))
            {
                return true;
            }

            int dot = text.IndexOf('.');

            if (dot < 0)
            {
                return false;
            }

            text = text.Substring(dot + 1);
        }
    }

    private static bool IsSecondLevelOfCountry(string text, int dot)
    {
        return text.Length == dot + 3
            && text.IndexOf('.', dot + 1) < 0
            && (dot <= ShortMax || Holds(UsualWords, text.Substring(0, dot)));
    }

    // A name has no space, so it can only be found whole.
    private static bool Holds(string list, string word)
    {
        return list.Contains(" " + word + " ");
    }
}
