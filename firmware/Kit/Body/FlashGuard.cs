using ToyGuard.Kit.Play;

namespace ToyGuard.Kit.Body;

/// <summary>The last step before the lamp: however signs and a toy's own code follow each other, the light goes up twice a second at most (WCAG 2.3.1 allows three). Pure.</summary>
/// <remarks>What would go up too early waits and the light stays as it is; going down never waits. A slow swell is one way up, however many steps it has.</remarks>
public sealed class FlashGuard
{
    /// <summary>Percent. What goes up by less is no flash.</summary>
    public const int Step = 20;

    private const int RiseEveryMs = 1000 / SignSheet.FlashesMax;

    private bool _hasRisen;
    private bool _isUp;
    private long _roseMs;

    // The turning point since the light last went up (then its highest) or down (its lowest).
    private int _turn;

    /// <summary>The lamp's colour, 0xRRGGBB; 0 when it is dark.</summary>
    public int Colour { get; private set; }

    /// <summary>The lamp's brightness in percent.</summary>
    public int Brightness { get; private set; }

    /// <summary>Asks for a light. Call it again while the answer may still be another: at each turn.</summary>
    /// <param name="colour">0xRRGGBB.</param>
    /// <param name="brightness">Percent; what is outside 0 to 100 counts as the nearer of them.</param>
    /// <param name="nowMs">The monotonic clock.</param>
    /// <returns>True when the lamp has to change.</returns>
    public bool Set(int colour, int brightness, long nowMs)
    {
        brightness = brightness < 0 ? 0 : brightness > 100 ? 100 : brightness;
        colour = brightness == 0 ? 0 : colour;

        if (colour == Colour && brightness == Brightness)
        {
            return false;
        }

        bool isRise = brightness > 0 && (Brightness == 0 || colour != Colour || (!_isUp && brightness - _turn > Step));

        if (isRise && _hasRisen && nowMs - _roseMs < RiseEveryMs)
        {
            return false;
        }

        Follow(isRise, brightness, nowMs);
        Colour = colour;
        Brightness = brightness;
        return true;
    }

    private void Follow(bool isRise, int brightness, long nowMs)
    {
        if (isRise)
        {
            _hasRisen = true;
            _isUp = true;
            _roseMs = nowMs;
            _turn = brightness;
        }
        else if (_isUp && _turn - brightness > Step)
        {
            _isUp = false;
            _turn = brightness;
        }
        else if (_isUp ? brightness > _turn : brightness < _turn)
        {
            _turn = brightness;
        }
    }
}
