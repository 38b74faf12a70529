using System.IO;
using System.Linq;

namespace ToyGuard.Browser.Tests;

/// <summary>Goal: the gallery shows each screen in each look, small, and nothing that is gone. Method: the folder beside the list that <see cref="ScreenTests"/> draws by.</summary>
[TestClass]
public sealed class GalleryTests
{
    private const int AllMax = 4 * 1024 * 1024;
    private const string Board = "board.png";

    [TestMethod]
    [Req("WEB-03")]
    public void Folder_HasEachScreenInEachLook_AndNothingElse()
    {
        string[] wanted = Gallery.Screens.SelectMany(screen => View.All.SelectMany(view => view.Pictures.Select(look => Gallery.FileOf(screen, look.Name)))).Append(Board).Append("README.md").ToArray();
        CollectionAssert.AreEquivalent(wanted, Directory.GetFiles(Gallery.Folder).Select(Path.GetFileName).ToArray());
        Assert.IsLessThanOrEqualTo(AllMax, Directory.GetFiles(Gallery.Folder).Sum(file => new FileInfo(file).Length));
    }

    [TestMethod]
    public void Readme_ShowsEachOfThem()
    {
        string readme = File.ReadAllText(Path.Combine(Gallery.Folder, "README.md"));
        string[] missing = Directory.GetFiles(Gallery.Folder, "*.png").Select(file => Path.GetFileName(file)!).Where(name => !readme.Contains("](" + name + ")", System.StringComparison.Ordinal)).ToArray();
        Assert.IsEmpty(missing);
    }

    [TestMethod]
    public void SmallPicture_OfAnythingElse_IsRefused()
    {
        byte[] board = File.ReadAllBytes(Path.Combine(Gallery.Folder, Board));
        Assert.ThrowsExactly<InvalidDataException>(() => SmallPicture.Of([1, 2, 3]));
        Assert.ThrowsExactly<InvalidDataException>(() => SmallPicture.Of(SmallPicture.Of(board)), "a palette is not what a browser writes");
        Assert.IsLessThan(board.Length, SmallPicture.Of(board).Length);
    }
}
