using System;
using ToyGuard.Core.Crypto;

namespace ToyGuard.Core.Storage;

/// <summary>Erases a copy-on-write flash: deletes, fills it with random files until it takes no more, deletes, twice (DEL-01).</summary>
/// <remarks>
/// What is deleted there keeps its bytes until its blocks are used again, so they are used again. One round leaves what the drive held back for itself;
/// the second begins with that. A mark goes on before anything is deleted and off when all is done, so a wipe that is cut off is known after the
/// next start and is begun again. It ends on every drive, also on one that is never full. What is to outlive the wipe stands in the mark, so
/// that no cut loses it, and goes into <see cref="FlashLayout.FamilyA"/> before the mark goes off.
/// </remarks>
public sealed class FlashEraser
{
    /// <summary>Fillers of one round. The largest board's drive has 4,096 blocks; the rest are the small ones.</summary>
    public const int FillersMax = 8192;

    private const int Rounds = 2;

    // A block, then what finds room where no block does.
    private const int FillerMin = 64;

    private readonly IFlash _flash;
    private readonly IEraseDrive _drive;
    private readonly IRandom _random;
    private readonly SingleSlot _mark;

    /// <summary>An eraser that keeps its mark in <see cref="FlashLayout.Wipe"/> of the flash on <paramref name="drive"/>.</summary>
    public FlashEraser(IFlash flash, IEraseDrive drive, IRandom random)
    {
        _drive = drive ?? throw new ArgumentNullException(nameof(drive));
        _random = random ?? throw new ArgumentNullException(nameof(random));
        _flash = flash;
        _mark = new SingleSlot(flash, FlashLayout.Wipe);
    }

    /// <summary>Reads the mark. True when a wipe began and did not end: then nothing else may be read, and <see cref="Run"/> comes first.</summary>
    public bool IsUnfinished
    {
        get { return _mark.Look() == StoreStatus.Whole; }
    }

    /// <summary>Wipes, or does again a wipe that was cut off.</summary>
    /// <param name="kept">What the family's area holds afterwards, as its first save; null for nothing. A wipe that was cut off keeps what it began with.</param>
    /// <returns>True once all is erased and the mark is off. False: something failed, as much as could be was erased, and the mark is on where flash took it.</returns>
    public bool Run(byte[]? kept = null)
    {
        bool isMarked = IsUnfinished;
        byte[] left = (isMarked ? _mark.Read() : kept) ?? new byte[0];
        isMarked = isMarked || Mark(left);
        bool isErased = true;

        for (int round = 0; round < Rounds; round++)
        {
            isErased &= _drive.DeleteAll();
            isErased &= _drive.DeleteFillers();

            // A full drive takes a mark only after something was deleted.
            isMarked = isMarked || Mark(left);
            isErased &= Fill();
            isErased &= _drive.DeleteFillers();
        }

        return isErased && Put(left) && Unmark();
    }

    private bool Mark(byte[] left)
    {
        return _mark.Write(1, left, left.Length);
    }

    private bool Put(byte[] left)
    {
        return left.Length == 0 || new SingleSlot(_flash, FlashLayout.FamilyA).Write(1, left, left.Length);
    }

    private bool Unmark()
    {
        return _flash.Erase(FlashLayout.Wipe) && !IsUnfinished;
    }

    // False when the drive took not even one block, or took more than any drive has: then it was not filled.
    private bool Fill()
    {
        byte[] filler = new byte[FlashLayout.BlockBytes];
        int fillers = 0;

        for (int count = filler.Length; count >= FillerMin; count /= 4)
        {
            _random.Fill(filler, 0, count);

            while (fillers < FillersMax && _drive.Fill(filler, count))
            {
                fillers++;
                _random.Fill(filler, 0, count);
            }

            if (fillers == 0)
            {
                return false;
            }
        }

        return fillers < FillersMax;
    }
}
