using System;

using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy;

[TestClass]
public class HostPatternTests
{
    [TestMethod]
    [DataRow("toys.example", "toys.example", false)]
    [DataRow("Stories.TOYS.example.", "stories.toys.example", false)]
    [DataRow("*.toys.example", "*.toys.example", true)]
    [DataRow("*.CDN.Toys.Example.", "*.cdn.toys.example", true)]
    [DataRow("xn--bcher-kva.example", "xn--bcher-kva.example", false)]
    [DataRow("*.xn--bcher-kva.example", "*.xn--bcher-kva.example", true)]
    [DataRow("github.io", "github.io", false)]
    [DataRow("co.uk", "co.uk", false)]
    public void Parse_Good_IsAPattern(string text, string form, bool isWildcard)
    {
        HostPattern? pattern = HostPattern.Parse(text, out PatternFault fault);
        Assert.AreEqual((int)PatternFault.None, (int)fault);
        Assert.IsNotNull(pattern);
        Assert.AreEqual(form, pattern!.Text);
        Assert.AreEqual(isWildcard, pattern.IsWildcard);
    }

    // Faults: 1 no host, 2 wildcard elsewhere, 3 public suffix.
    [TestMethod]
    [Req("EGR-01")]
    [DataRow("", 1)]
    [DataRow(".", 1)]
    [DataRow("toys", 1)]
    [DataRow("192.0.2.1", 1)]
    [DataRow("https://toys.example", 1)]
    [DataRow("toys.example:443", 1)]
    [DataRow(".toys.example", 1)]
    [DataRow("toys.local", 1)]
    [DataRow("*.toys.local", 1)]
    [DataRow("*.", 1)]
    [DataRow("*..toys.example", 1)]
    [DataRow("*. toys.example", 1)]
    [DataRow("*.-toys.example", 1)]
    [DataRow("*.192.0.2.1", 1)]
    [DataRow("*.2.1", 1)]
    [DataRow("*.127", 1)]
    [DataRow("*", 2)]
    [DataRow("**", 2)]
    [DataRow("**.toys.example", 2)]
    [DataRow("*.*.example", 2)]
    [DataRow("*.*.toys.example", 2)]
    [DataRow("a.*.toys.example", 2)]
    [DataRow("*a.toys.example", 2)]
    [DataRow("a*.toys.example", 2)]
    [DataRow("toys.*", 2)]
    [DataRow("*.toys.*", 2)]
    [DataRow("*toys.example", 2)]
    [DataRow(".*.toys.example", 2)]
    [DataRow("*.com", 3)]
    [DataRow("*.example", 3)]
    [DataRow("*.XN--P1AI", 3)]
    [DataRow("*.toys", 3)]
    public void Parse_Bad_SaysWhy(string text, int fault)
    {
        Assert.IsNull(HostPattern.Parse(text, out PatternFault found), text);
        Assert.AreEqual(fault, (int)found, text);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Parse_WildcardOverStrangers_IsRefused()
    {
        string[] suffixes = new string[]
        {
            "co.uk", "com.au", "co.jp", "org.uk", "ac.uk", "gov.uk", "com.br", "co.nz", "github.io", "herokuapp.com", "s3.amazonaws.com", "amazonaws.com",
            "s3.dualstack.eu-west-1.amazonaws.com", "eu-west-1.compute.amazonaws.com", "cloudfront.net", "azurewebsites.net", "web.app", "firebaseapp.com",
            "vercel.app", "netlify.app", "workers.dev", "pages.dev", "blogspot.com", "global.ssl.fastly.net", "eu.digitaloceanspaces.com",
            "eu-west-1.elasticbeanstalk.com", "cloudapp.azure.com", "myshopify.com", "duckdns.org", "tokyo.jp", "city.tokyo.jp", "gouv.fr",
            "school.nz", "uk.com", "eu.org", "CO.UK.",

            // Not listed anywhere, refused by the rule for country codes.
            "foo.xx", "uk.co", "ab.cd", "a.io", "x1.zz", "a-b.yy", "info.xx", "gouv.xx", "school.xx",
        };

        for (int i = 0; i < suffixes.Length; i++)
        {
            Assert.IsNull(HostPattern.Parse("*." + suffixes[i], out PatternFault fault), suffixes[i]);
            Assert.AreEqual((int)PatternFault.PublicSuffix, (int)fault, suffixes[i]);
        }
    }

    [TestMethod]
    public void Parse_WildcardOverOnesOwn_IsAPattern()
    {
        string[] own = new string[]
        {
            "toys.example", "toys.co.uk", "foo.co.uk", "toys.com.au", "toys.github.io", "d111111abcdef8.cloudfront.net", "toys.com", "foo.com", "ab.test",
            "toys.xx", "toys.io", "cdn.toys.xx", "foo.toys.xx", "toys.foo.xx", "notgithub.io", "xgithub.io", "mygithub.io", "amazonaws.example", "xamazonaws.com",
            "amazonaws.com.example", "cloudfront.net.example", "toys.jp", "toys.ne.jp", "xn--bcher-kva.de",
        };

        for (int i = 0; i < own.Length; i++)
        {
            Assert.IsNotNull(HostPattern.Parse("*." + own[i], out _), own[i]);
        }
    }

    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-02")]
    [DataRow("toys.example", "toys.example", true)]
    [DataRow("toys.example", "TOYS.Example.", true)]
    [DataRow("TOYS.example.", "toys.example", true)]
    [DataRow("toys.example", "a.toys.example", false)]
    [DataRow("toys.example", "xtoys.example", false)]
    [DataRow("toys.example", "oys.example", false)]
    [DataRow("toys.example", "toys.example.test", false)]
    [DataRow("toys.example", "toys.exampld", false)]
    [DataRow("*.toys.example", "a.toys.example", true)]
    [DataRow("*.toys.example", "A.TOYS.EXAMPLE.", true)]
    [DataRow("*.toys.example", "a-1.toys.example", true)]
    [DataRow("*.toys.example", "xn--bcher-kva.toys.example", true)]
    [DataRow("*.toys.example", "toys.example", false)]
    [DataRow("*.toys.example", "a.b.toys.example", false)]
    [DataRow("*.toys.example", "a.xtoys.example", false)]
    [DataRow("*.toys.example", "atoys.example", false)]
    [DataRow("*.toys.example", "a-toys.example", false)]
    [DataRow("*.toys.example", "a.toys.example.test", false)]
    [DataRow("*.toys.example", "a.toys.exampld", false)]
    [DataRow("*.toys.example", "a.uoys.example", false)]
    [DataRow("*.toys.example", "a.b", false)]
    public void Matches_OneNameOrOneLabelBelow(string pattern, string host, bool isMatch)
    {
        HostName name = new HostName();
        Assert.AreEqual((int)HostFault.None, (int)name.Read(host));
        Assert.AreEqual(isMatch, Home.Pattern(pattern).Matches(name));
    }

    // The number that names are sorted out by is the same for c0 and an, and the same with "oartakvf." before a name.
    [TestMethod]
    [Req("EGR-02")]
    [DataRow("c0.toys.example", "an.toys.example")]
    [DataRow("*.c0.toys.example", "a.an.toys.example")]
    [DataRow("*.toys.xc0", "a.toys.xan")]
    [DataRow("*.toys.example", "a.oartakvf.toys.example")]
    [DataRow("*.oartakvf.toys.example", "a.toys.example")]
    [DataRow("toys.example", "oartakvf.toys.example")]
    public void Matches_OtherNameOfTheSameHash_False(string pattern, string host)
    {
        HostName name = new HostName();
        Assert.AreEqual((int)HostFault.None, (int)name.Read(host));
        Assert.IsFalse(Home.Pattern(pattern).Matches(name));
    }

    [TestMethod]
    [Req("EGR-02")]
    public void Matches_NoName_False()
    {
        HostName name = new HostName();
        Assert.IsFalse(Home.Pattern("toys.example").Matches(name), "fresh");
        Assert.IsFalse(Home.Pattern("*.toys.example").Matches(name), "fresh");

        name.Read("a.toys.example");
        name.Read("a.toys.example/");
        Assert.IsFalse(Home.Pattern("a.toys.example").Matches(name), "failed");
        Assert.IsFalse(Home.Pattern("*.toys.example").Matches(name), "failed");
    }

    [TestMethod]
    public void Parse_NullText_IsOurMistake()
    {
        Check.Throws(typeof(NullReferenceException), () => HostPattern.Parse(null!, out _));
    }
}
