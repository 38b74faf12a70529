using System;

namespace ToyGuard.Core.Pairing;

/// <summary>All that flash keeps of a family. A change is made on a copy, and counts once the copy is saved.</summary>
internal sealed class FamilyState
{
    internal const int NoticesMax = 16;

    // The phone of number n stands at n - 1.
    internal readonly Phone?[] Phones = new Phone?[FamilyBook.PhonesMax];

    /// <summary>Oldest first.</summary>
    internal Notice[] Notices = new Notice[0];

    /// <summary>The number of the newest notice; they go round from 255 to 1.</summary>
    internal int LastNotice;

    /// <summary>Whose PIN is forgotten; 0 for nobody's.</summary>
    internal int ForgotPhone;

    /// <summary>The tick when that wait is over.</summary>
    internal uint ForgotTick;

    /// <summary>Of the code that the first guardian got; null without a family.</summary>
    internal OwnerHash? Owner;

    /// <summary>Of the family before a wipe by the button; null without one.</summary>
    internal OwnerHash? OldOwner;

    /// <summary>The tick from which on the code of before is no longer asked for.</summary>
    internal uint OldOwnerTick;

    /// <summary>The settings know of the first guardian.</summary>
    internal bool IsSettled;

    internal bool HasPhones
    {
        get { return CountOf(Role.None) > 0; }
    }

    internal FamilyState Copy()
    {
        FamilyState copy = new FamilyState
        {
            Notices = Notices,
            LastNotice = LastNotice,
            ForgotPhone = ForgotPhone,
            ForgotTick = ForgotTick,
            Owner = Owner,
            OldOwner = OldOwner,
            OldOwnerTick = OldOwnerTick,
            IsSettled = IsSettled,
        };
        Array.Copy(Phones, 0, copy.Phones, 0, Phones.Length);
        return copy;
    }

    internal Phone? Find(int number)
    {
        return number >= 1 && number <= Phones.Length ? Phones[number - 1] : null;
    }

    /// <summary>Phones of a role; of any for <see cref="Role.None"/>.</summary>
    internal int CountOf(Role role)
    {
        int count = 0;

        for (int i = 0; i < Phones.Length; i++)
        {
            Phone? phone = Phones[i];
            count += phone is not null && (role == Role.None || phone.Role == role) ? 1 : 0;
        }

        return count;
    }

    /// <summary>A number for one more phone, if it can be one that no notice speaks of; 0 when there is no room.</summary>
    internal int FreeNumber()
    {
        int free = 0;

        for (int number = Phones.Length; number >= 1; number--)
        {
            if (Phones[number - 1] is null && (free == 0 || !IsToldOf(number) || IsToldOf(free)))
            {
                free = number;
            }
        }

        return free;
    }

    internal void Take(Phone phone)
    {
        Phones[phone.Number - 1] = phone;
    }

    /// <summary>Takes a phone out, and the wait for its PIN.</summary>
    internal void Drop(int number)
    {
        Phones[number - 1] = null;
        ForgotPhone = ForgotPhone == number ? 0 : ForgotPhone;
    }

    /// <summary>Adds a notice; the oldest goes when there are too many.</summary>
    internal void Note(NoticeKind kind, int who, long utcSeconds, int toy = 0)
    {
        int drop = Notices.Length == NoticesMax ? 1 : 0;
        Notice[] notices = new Notice[Notices.Length + 1 - drop];
        Array.Copy(Notices, drop, notices, 0, Notices.Length - drop);
        LastNotice = (LastNotice % 255) + 1;
        notices[notices.Length - 1] = new Notice(LastNotice, kind, who, toy, utcSeconds, 0);
        Notices = notices;
    }

    /// <summary>A phone has seen a notice, which goes once every guardian has. False for a number that there is not.</summary>
    internal bool See(int number, int phone)
    {
        int guardians = 0;

        for (int i = 0; i < Phones.Length; i++)
        {
            Phone? other = Phones[i];
            guardians |= other is not null && other.Role == Role.Guardian ? 1 << i : 0;
        }

        int kept = 0;
        bool isThere = false;
        Notice[] notices = new Notice[Notices.Length];

        for (int i = 0; i < Notices.Length; i++)
        {
            Notice notice = Notices[i];

            if (notice.Number == number)
            {
                isThere = true;
                notice = new Notice(number, notice.Kind, notice.Who, notice.Toy, notice.UtcSeconds, notice.SeenBy | (1 << (phone - 1)));
            }

            if ((notice.SeenBy & guardians) != guardians)
            {
                notices[kept] = notice;
                kept++;
            }
        }

        Notices = new Notice[kept];
        Array.Copy(notices, 0, Notices, 0, kept);
        return isThere;
    }

    private bool IsToldOf(int number)
    {
        for (int i = 0; i < Notices.Length; i++)
        {
            if (Notices[i].Who == number)
            {
                return true;
            }
        }

        return false;
    }
}
