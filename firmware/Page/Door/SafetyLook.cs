using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Page.Door;

/// <summary>Gathers what the safety check goes by, as it is now.</summary>
internal static class SafetyLook
{
    /// <summary>The facts; notices are those of the asking guardian, none for anybody else.</summary>
    internal static SafetyFacts Of(PairingDesk desk, IDoorHome home, long nowMs)
    {
        SafetyFacts facts = new SafetyFacts
        {
            HasOwnerCode = desk.HasOwnerCode,
            IsWifiFaulty = home.SetUp(nowMs).Fault != WifiFault.None,
            IsClockUnknown = !home.Now.IsKnown,
            Complaints = home.Complaints,
            AreRecordsDamaged = home.AreRecordsDamaged,
            UnreadNotices = desk.NoticeCount,
        };

        for (int i = 0; i < desk.PhoneCount; i++)
        {
            Phone? phone = desk.PhoneAt(i);
            facts.Guardians += phone is not null && phone.Role == Role.Guardian ? 1 : 0;
            facts.PhonesWithoutPin += phone is not null && !phone.HasPin ? 1 : 0;
        }

        for (int i = 0; i < home.Toys.Length; i++)
        {
            LookAt(home.Toys[i], home.Settings.Of(home.Toys[i].Name), home.Now, facts);
        }

        return facts;
    }

    private static void LookAt(DeclaredToy toy, ToySettings set, Moment now, SafetyFacts facts)
    {
        facts.UnsupportedToys += SafetyCheck.IsSupportOver(toy.Manifest.SupportUntil, now) ? 1 : 0;

        for (int place = 1; place <= toy.Manifest.Endpoints.Length; place++)
        {
            Endpoint endpoint = toy.Manifest.Endpoints[place - 1];

            int until = set.ApprovedUntil(toy.PrintAt(place));

            if (set.IsApproved(toy.PrintAt(place)) && (until == Approval.NoEnd || !now.IsKnown || until > now.Minute))
            {
                facts.PlainPlaces += endpoint.Scheme == Scheme.Http ? 1 : 0;
                facts.EndlessPlaces += endpoint.Party == Party.Third && until == Approval.NoEnd ? 1 : 0;
            }
        }
    }
}
