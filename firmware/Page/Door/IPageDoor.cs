namespace ToyGuard.Page.Door;

/// <summary>What stands behind the page: the sealed door, what anybody may know of the device, and the first try at the home's Wi-Fi. Called from many threads.</summary>
/// <remarks>Nothing here throws on what a visitor sends, and every refusal is the same one: the caller cannot tell why, so nobody else can either.</remarks>
public interface IPageDoor
{
    /// <summary>True while set-up is open on the device's own Wi-Fi, so that phones there are told that there is a page.</summary>
    bool IsSettingUp { get; }

    /// <summary>Answers one message of <c>POST /door</c> (firmware/docs/pairing.md).</summary>
    /// <param name="buffer">Holds the message. The answer is written at its start and may cover it; it has room for any answer.</param>
    /// <param name="offset">Where the message begins.</param>
    /// <param name="count">How many bytes it has.</param>
    /// <param name="isHomeSide">True for a visitor from the home; false for one on the device's own Wi-Fi.</param>
    /// <param name="holder">The visitor's address as one number.</param>
    /// <param name="nowMs">The monotonic clock.</param>
    /// <returns>The length of the answer; 0 is the one refusal.</returns>
    int Answer(byte[] buffer, int offset, int count, bool isHomeSide, int holder, long nowMs);

    /// <summary>Writes what anybody may know as JSON, for <c>GET /state</c>. Changes nothing.</summary>
    /// <returns>Its length; 0 when it does not fit.</returns>
    int State(byte[] buffer, bool isHomeSide, long nowMs);

    /// <summary>Takes a child's request, for <c>POST /ask</c>: one bounded item, which changes no rule (PCTL-08).</summary>
    /// <param name="buffer">Holds the body; takes the answer at its start.</param>
    /// <param name="offset">Where the body begins.</param>
    /// <param name="count">How long it is.</param>
    /// <param name="nowMs">The monotonic clock.</param>
    /// <returns>The length of the answer; 0 is the one refusal.</returns>
    int Ask(byte[] buffer, int offset, int count, long nowMs);

    /// <summary>Writes what the child is told as JSON, for <c>GET /my-toy</c>: rules only for ten minutes after a press. Changes nothing.</summary>
    /// <returns>Its length; 0 when it does not fit.</returns>
    int MyToy(byte[] buffer, long nowMs);

    /// <summary>Takes the home's Wi-Fi in plain, for <c>POST /setup</c>: only on the device's own Wi-Fi, after a press, while nobody is paired.</summary>
    /// <returns>False is the one refusal.</returns>
    bool SetUp(byte[] body, int offset, int count, bool isHomeSide, int holder, long nowMs);
}
