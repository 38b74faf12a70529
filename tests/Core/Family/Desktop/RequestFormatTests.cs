using ToyGuard.Core.Family;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Family.Desktop;

/// <summary>The hex example of firmware/docs/storage-format.md is what the book writes.</summary>
[TestClass]
public class RequestFormatTests
{
    [TestMethod]
    public void Requests_AreAsThePageSays()
    {
        FlashModel flash = new();
        RequestBook book = new(flash);
        book.Open();
        Assert.AreEqual(RequestFault.None, book.Ask("Bear", RequestKind.More, 0, RequestBookTests.At(720)));
        FormatPage.AssertIs("requests", flash.Held(FlashLayout.RequestsA));
        FormatPage.AssertIs("requests", flash.Held(FlashLayout.RequestsB));
    }
}
