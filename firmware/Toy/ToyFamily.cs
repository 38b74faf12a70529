using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Settings;
using ToyGuard.Device.Body;
using ToyGuard.Device.Radio;
using ToyGuard.Edge;
using ToyGuard.Edge.Dhcp;
using ToyGuard.Edge.Family;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;
using ToyGuard.Edge.Toy;
using ToyGuard.Guard.Dns;
using ToyGuard.Page.Probes;
using ToyGuard.Page.Routes;

namespace ToyGuard.Toy;

/// <summary>What makes a toy somebody's: half one of the set-up, the phones, its lasting name. Only a toy that knows who it is has one.</summary>
internal sealed class ToyFamily
{
    private const int DnsPort = 53;

    private readonly SetupService _setup;
    private readonly SetupDns _names;
    private readonly DhcpServer _addresses;
    private readonly MdnsService _mdns;
    private readonly HomeWatch _watch;
    private readonly DeviceBoard _board;

    public ToyFamily(
        FactoryIdentity factory, EspWifi wifi, PageIdentity identity, KeptHome home, DeclaredToy[] toys, WallClock clock, FileFlash flash, HomeNetwork network, DeviceBoard board)
    {
        SecureRandom random = new SecureRandom();
        SetupNames names = new SetupNames(factory.HostLabel, OwnWifi.Address(), ProbeTable.Hosts());
        _board = board;
        _setup = new SetupService(wifi, board, flash, random, factory.ApName, factory.ApKey, identity.IsPaired);
        Pairing = new PairingHost(factory, home, toys, clock, flash, new Hmac(), random, _setup, board, identity) { Names = names };
        _names = new SetupDns(names, OwnWifi.Side(), OwnWifi.Address(), DnsPort);
        _addresses = OwnWifi.Addresses(flash);
        _mdns = new MdnsService(factory.HostLabel, random, Pairing, MdnsService.DefaultPort);
        _mdns.SetSide(MdnsService.OwnSide, OwnWifi.Address(), OwnWifi.Side());
        _watch = new HomeWatch(new EspHome(), network, _mdns);
        board.Screen.Belong(factory, identity, wifi);
    }

    public PairingHost Pairing { get; }

    public void AddTo(ToyHost host, TalkHand? child)
    {
        host.Add(Pairing);
        host.Add(_addresses);
        host.Add(_names);
        host.Add(_mdns);
        host.Add(_watch);
        host.Add(_board.Buttons(Pairing, child, out IService[] readers));

        foreach (IService reader in readers)
        {
            host.Add(reader);
        }

        host.Add(_setup);
    }
}
