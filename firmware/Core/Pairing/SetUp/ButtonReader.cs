namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>Reads a button's ups and downs as what a grown-up means by them. Pure: the time comes in.</summary>
public sealed class ButtonReader
{
    private readonly bool _isTalkButton;

    /// <summary>A reader for a recessed button, or for a talk button, which is a grown-up's only when it is held while power comes on.</summary>
    public ButtonReader(bool isTalkButton)
    {
        _isTalkButton = isTalkButton;
    }

    /// <summary>How the button is now. Called at each change, and a few times a second.</summary>
    /// <param name="isDown">True while it is pressed.</param>
    /// <param name="nowMs">The monotonic clock.</param>
    public ButtonAct Read(bool isDown, long nowMs)
    {
        return isDown && !_isTalkButton && nowMs < 0 ? ButtonAct.Press : ButtonAct.None;
    }
}
