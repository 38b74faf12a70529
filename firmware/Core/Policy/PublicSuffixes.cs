namespace ToyGuard.Core.Policy;

/// <summary>Names below which strangers register, so that a wildcard over one would cover places nobody approved.</summary>
/// <remarks>
/// The whole list (publicsuffix.org, 9,506 rules) is larger than the gate, so this is a part and two rules. The part: suffixes of that
/// list, version of 2023-02-09, that toys' makers are likely to meet. The rules, for what is not in the part: a single label is a
/// suffix (the list's own default; no <see cref="HostName"/> is one), and so is a country code's second level when it is short or a
/// usual word, as in co.uk. A maker with such a short name under a country code lists hosts one by one.
/// </remarks>
internal static class PublicSuffixes
{
    /// <summary>Suffixes as they stand in the list; a space before and after each.</summary>
    internal const string Listed =
        // Second levels of country codes that the rule below misses.
        " avocat.fr medecin.fr pharmacien.fr parliament.nz health.nz maori.nz fylkesbibl.no folkebibl.no kommune.no"
        + " blog.br radio.br recife.br curitiba.br salvador.br"
        + " sport.hu shop.hu news.hu media.hu hotel.hu games.hu forum.hu city.hu film.hu video.hu"
        + " tourism.pl travel.pl shop.pl sklep.pl media.pl powiat.pl miasta.pl turystyka.pl gmina.pl"
        + " warszawa.pl wroclaw.pl lublin.pl poznan.pl krakow.pl gdansk.pl"
        + " business.in internet.in travel.in delhi.in bihar.in gujarat.in post.in"
        + " seoul.kr busan.kr daegu.kr incheon.kr gwangju.kr daejeon.kr ulsan.kr jeju.kr"
        + " game.tw club.tw ebiz.tw kiev.ua odessa.ua lviv.ua kharkiv.ua service.gov.uk"
        + " xn--55qx5d.cn xn--io0a7i.cn xn--od0alg.cn xn--55qx5d.hk xn--od0alg.hk"

        // Second levels of other top-level domains.
        + " uk.com us.com eu.com de.com jpn.com br.com cn.com ru.com sa.com za.com mex.com gr.com kr.com no.com hu.com it.com co.com"
        + " gb.net uk.net se.net jp.net hu.net in.net ru.net us.org ae.org eu.org js.org"

        // Places where anybody gets a name of their own.
        + " github.io githubusercontent.com githubpreview.dev gitlab.io bitbucket.io readthedocs.io codeberg.page ghost.io glitch.me"
        + " netlify.app vercel.app vercel.dev now.sh fly.dev onrender.com herokuapp.com herokussl.com deno.dev deta.dev edgeapp.net"
        + " repl.co pythonanywhere.com streamlit.app meteorapp.com hasura.app supabase.co supabase.in supabase.net"
        + " web.app firebaseapp.com run.app a.run.app appspot.com cloudfunctions.net googleapis.com googlecode.com withgoogle.com"
        + " withyoutube.com translate.goog cloud.goog blogspot.com"
        + " workers.dev pages.dev r2.dev trycloudflare.com cloudfront.net awsglobalaccelerator.com"
        + " azurewebsites.net azure-mobile.net azurestaticapps.net cloudapp.net"
        + " akamaihd.net akamaized.net akamaiedge.net akamai.net akadns.net edgekey.net edgesuite.net fastlylb.net"
        + " c.cdn77.org rsc.cdn77.org r.cdn77.net ondigitalocean.app alwaysdata.net pantheonsite.io wpenginepowered.com"
        + " myshopify.com wixsite.com carrd.co framer.app lpages.co apps.fbsbx.com sinaapp.com ngrok.io balena-devices.com"
        + " duckdns.org dyndns.org dyndns.info dyndns.biz dyndns.tv no-ip.org no-ip.info no-ip.biz noip.me hopto.org ddns.net"
        + " dynv6.net dynu.net dedyn.io zapto.org sytes.net cloudns.org cloudns.club synology.me diskstation.me dscloud.me i234.me"
        + " myqnapcloud.com myfritz.net freeboxos.fr remotewd.com ui.nabu.casa ts.net homeip.net dnsalias.com is-a-geek.com ";

    /// <summary>Names with suffixes at many places below them: they and all under them count as suffixes. A space before and after each.</summary>
    internal const string ListedWithAllBelow =
        " amazonaws.com amazonaws.com.cn elasticbeanstalk.com digitaloceanspaces.com linodeobjects.com vultrobjects.com fastly.net"
        + " scw.cloud yandexcloud.net r.appspot.com azurecontainer.io platform.sh k12.ma.us"
        + " aichi.jp akita.jp aomori.jp chiba.jp ehime.jp fukui.jp fukuoka.jp fukushima.jp gifu.jp gunma.jp hiroshima.jp"
        + " hokkaido.jp hyogo.jp ibaraki.jp ishikawa.jp iwate.jp kagawa.jp kagoshima.jp kanagawa.jp kochi.jp kumamoto.jp"
        + " kyoto.jp mie.jp miyagi.jp miyazaki.jp nagano.jp nagasaki.jp nara.jp niigata.jp oita.jp okayama.jp okinawa.jp"
        + " osaka.jp saga.jp saitama.jp shiga.jp shimane.jp shizuoka.jp tochigi.jp tokushima.jp tokyo.jp tottori.jp"
        + " toyama.jp wakayama.jp yamagata.jp yamaguchi.jp yamanashi.jp kawasaki.jp kitakyushu.jp kobe.jp nagoya.jp"
        + " sapporo.jp sendai.jp yokohama.jp ";

    // Hosters' domains that this version of the list does not have, but where anybody gets a name all the same; all below counts too.
    private const string NotYetListed =
        " windows.net cloudapp.azure.com azureedge.net azurefd.net trafficmanager.net azure-api.net oraclecloud.com oraclecloudapps.com"
        + " b-cdn.net webflow.io bubbleapps.io surge.sh wordpress.com weebly.com railway.app lambda-url.on.aws on.aws ngrok.app ngrok.dev"
        + " ngrok-free.app replit.app replit.dev aliyuncs.com myqcloud.com backblazeb2.com storage.googleapis.com ";

    // Second levels under country codes that are longer than the rule's three letters.
    private const string UsualWords =
        " info name gouv govt asso school coop museum aero mobi press presse firm store arts priv conf univ parliament blogspot ";

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
            if (Holds(ListedWithAllBelow, text) || Holds(NotYetListed, text))
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
