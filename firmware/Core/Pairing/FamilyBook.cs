#pragma warning disable CA1822 // The surface only; bodies follow.
using System;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Pairing;

/// <summary>The family as flash keeps it: phones, notices, the owner code's hash.</summary>
public sealed class FamilyBook
{
    /// <summary>Most phones of a family.</summary>
    public const int PhonesMax = 8;

    /// <summary>A book of which nothing was read yet.</summary>
    public FamilyBook(IFlash flash, IHmac hmac, IRandom random)
    {
        if (flash is null || hmac is null || random is null)
        {
            throw new ArgumentNullException(nameof(flash));
        }
    }

    /// <summary>Reads what is kept. Once after every start, behind the wipe that may have to be ended.</summary>
    public void Open()
    {
    }
}
