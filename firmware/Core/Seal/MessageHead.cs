namespace ToyGuard.Core.Seal;

/// <summary>What <see cref="SealedMessage.Read"/> found in a message. Ids and nonces stay in the message, at the places that <see cref="SealedMessage"/> names.</summary>
public readonly struct MessageHead
{
    internal MessageHead(Purpose purpose, Step step, bool isToDevice, int bodyCount, long counter)
    {
        Fault = MessageFault.None;
        Purpose = purpose;
        Step = step;
        IsToDevice = isToDevice;
        BodyCount = bodyCount;
        Counter = counter;
    }

    internal MessageHead(MessageFault fault)
    {
        Fault = fault;
        Purpose = Purpose.None;
        Step = Step.None;
        IsToDevice = false;
        BodyCount = 0;
        Counter = 0;
    }

    /// <summary>The first rule it breaks. All else is 0 unless this is <see cref="MessageFault.None"/>.</summary>
    public MessageFault Fault { get; }

    /// <summary>What the conversation is for.</summary>
    public Purpose Purpose { get; }

    /// <summary>How far it is.</summary>
    public Step Step { get; }

    /// <summary>True for begin, proof and a sealed question.</summary>
    public bool IsToDevice { get; }

    /// <summary>Bytes of the body, 0 to <see cref="SealedMessage.BodyMax"/>, one of the lengths that the step has.</summary>
    public int BodyCount { get; }

    /// <summary>1 or more in a sealed message, else 0.</summary>
    public long Counter { get; }
}
