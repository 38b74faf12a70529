using ToyGuard.Page.Tests.Routes;

namespace ToyGuard.Page.Tests.Words;

/// <summary>Goal: everybody gets the language they like best of those there are, and English for everything that cannot be read.</summary>
[TestClass]
public class LanguageChoiceTests
{
    [TestMethod]
    [DataRow("ar")]
    [DataRow("AR")]
    [DataRow("ar-EG")]
    [DataRow("ar-EG,ar;q=0.9,en-US;q=0.8,en;q=0.7")]
    [DataRow("fr,ar;q=0.5")]
    [DataRow("fr;q=1, ar;q=0.5, en;q=0.4")]
    [DataRow("en;q=0.5,ar")]
    [DataRow("en;q=0.5,ar;q=0.501")]
    [DataRow("en;q=0,ar;q=0.001")]
    [DataRow("*;q=0.1, ar")]
    [DataRow("en ; q=0.2 ,\tar ; q=0.3")]
    [DataRow(",,ar")]
    public void Of_WhoPrefersArabic_GetsIt(string accept)
    {
        Asked asked = Asked.FirstPage("Accept-Language: " + accept + "\r\n");

        Assert.AreEqual("ar", asked.Field("Content-Language"), accept);
        Assert.IsTrue(asked.Says("<html lang=\"ar\" dir=\"rtl\">"));
        Assert.IsTrue(asked.Says("غير مقترن بعد"));
    }

    [TestMethod]
    [DataRow("en")]
    [DataRow("fr")]
    [DataRow("*")]
    [DataRow("arn")]
    [DataRow("a")]
    [DataRow("ar;q=0")]
    [DataRow("ar;q=0.000")]
    [DataRow("ar;q=")]
    [DataRow("ar;q=2")]
    [DataRow("ar;q=x")]
    [DataRow("ar;level=1")]
    [DataRow("ar;q=0.9,en")]
    [DataRow("en,ar")]
    [DataRow("ar;q=0.9,*")]
    [DataRow(";")]
    [DataRow(",")]
    [DataRow("")]
    public void Of_EverybodyElse_GetsEnglish(string accept)
    {
        Asked asked = Asked.FirstPage("Accept-Language: " + accept + "\r\n");

        Assert.AreEqual("en", asked.Field("Content-Language"), accept);
        Assert.IsTrue(asked.Says("<html lang=\"en\" dir=\"ltr\">"));
    }

    [TestMethod]
    public void Of_NoWish_GetsEnglish()
    {
        Assert.AreEqual("en", Asked.FirstPage("").Field("Content-Language"));
    }
}
