using System.Globalization;
using System.Text;

using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Tests.Settings.Desktop;

/// <summary>Goal: every code point that nobody sees is refused in a name. Method: all of them, against the runtime's own categories.</summary>
[TestClass]
public class ToyNameSweepTests
{
    [TestMethod]
    public void IsFit_EveryCodePoint_RefusesWhatNobodySees()
    {
        int refused = 0;

        for (int code = 0; code <= 0x10FFFF; code++)
        {
            if (!Rune.IsValid(code))
            {
                Assert.IsFalse(ToyName.IsFit("a" + (char)code + "b"), code.ToString("X"));
                continue;
            }

            Rune rune = new(code);
            bool isUnseen = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse => true,
                UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
                UnicodeCategory.SpaceSeparator => code != ' ',
                _ => false,
            };

            bool isFit = ToyName.IsFit("a" + rune + "b");
            refused += isFit ? 0 : 1;
            Assert.IsFalse(isFit && isUnseen, code.ToString("X"));
        }

        // And little else: unassigned planes, private use, fillers.
        Assert.IsGreaterThan(0x1FFFF, refused);
        Assert.IsTrue(ToyName.IsFit("\u00E9\u4E2D\u0416\u0627\U0001F43B\u2764\uFE0F"));
    }
}
