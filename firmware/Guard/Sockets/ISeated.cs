namespace ToyGuard.Guard.Sockets;

/// <summary>Who serves the connection on a seat.</summary>
public interface ISeated
{
    /// <summary>Closes that connection at once, called from any thread and without the budget's lock.</summary>
    /// <remarks>
    /// The connection may have ended meanwhile, and a next one begun on the same seat. So the owner asks <see cref="SocketBudget.HasGivenWay"/>
    /// under the lock that guards its connection, and closes only when that says yes.
    /// </remarks>
    void GiveWay();
}
