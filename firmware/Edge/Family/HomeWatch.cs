using ToyGuard.Edge.Hub;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Family;

/// <summary>Follows the home's network: who is at home, whom to ask for names and where the lasting name is told change with what the router gives.</summary>
public sealed class HomeWatch : TurnService
{
    // A lease that changes is noticed within this time; until then questions go to a resolver that is no longer there.
    private const int TurnMs = 500;
    private const int AddressBytes = 4;

    private readonly IHomeLink _link;
    private readonly HomeNetwork _home;
    private readonly MdnsService _names;
    private readonly byte[] _address = new byte[AddressBytes];
    private readonly byte[] _mask = new byte[AddressBytes];
    private readonly byte[] _resolver = new byte[AddressBytes];

    /// <summary>A watch that keeps <paramref name="home"/> and <paramref name="names"/> as <paramref name="link"/> says.</summary>
    public HomeWatch(IHomeLink link, HomeNetwork home, MdnsService names)
        : base("home", TurnMs)
    {
        _link = link;
        _home = home;
        _names = names;
    }

    /// <summary>Looks once.</summary>
    public void Look()
    {
        _link.Read(_address, _mask, _resolver);

        if (!_home.Set(_address, _mask, _resolver))
        {
            return;
        }

        _link.OnChange();
        Subnet? side = _home.Side;

        if (side is null)
        {
            _names.ClearSide(MdnsService.HomeSide);
        }
        else
        {
            _names.SetSide(MdnsService.HomeSide, _home.Address, side);
        }
    }

    /// <inheritdoc/>
    protected override void Turn()
    {
        Look();
    }
}
