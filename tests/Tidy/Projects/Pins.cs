using System.Collections.Generic;

namespace ToyGuard.Tidy.Projects;

/// <summary>The one version of each nanoFramework package, which belongs to one firmware: a wrong pair does not start on the device.</summary>
public static class Pins
{
    /// <summary>Package and version by the name of the assembly it brings.</summary>
    public static IReadOnlyDictionary<string, (string Package, string Version)> ByAssembly { get; } = new Dictionary<string, (string, string)>
    {
        ["mscorlib"] = ("nanoFramework.CoreLibrary", "1.17.11"),
        ["nanoFramework.Networking.Sntp"] = ("nanoFramework.Networking.Sntp", "1.6.42"),
        ["Iot.Device.Buzzer"] = ("nanoFramework.Iot.Device.Buzzer", "1.2.1016"),
        ["Iot.Device.Ssd13xx"] = ("nanoFramework.Iot.Device.Ssd13xx", "1.3.689"),
        ["Iot.Device.Ws28xx.Esp32"] = ("nanoFramework.Iot.Device.Ws28xx.Esp32", "1.2.1027"),
        ["nanoFramework.Graphics.Core"] = ("nanoFramework.Graphics.Core", "1.2.55"),
        ["nanoFramework.Hardware.Esp32"] = ("nanoFramework.Hardware.Esp32", "1.6.42"),
        ["nanoFramework.Hardware.Esp32.Rmt"] = ("nanoFramework.Hardware.Esp32.Rmt", "2.0.53"),
        ["nanoFramework.Runtime.Events"] = ("nanoFramework.Runtime.Events", "1.11.39"),
        ["nanoFramework.Runtime.Native"] = ("nanoFramework.Runtime.Native", "1.7.11"),
        ["nanoFramework.System.Collections"] = ("nanoFramework.System.Collections", "1.5.75"),
        ["nanoFramework.System.Security.Cryptography"] = ("nanoFramework.System.Security.Cryptography", "1.0.43"),
        ["nanoFramework.System.Text"] = ("nanoFramework.System.Text", "1.3.42"),
        ["nanoFramework.TestFramework"] = ("nanoFramework.TestFramework", "3.0.80"),
        ["nanoFramework.UnitTestLauncher"] = ("nanoFramework.TestFramework", "3.0.80"),
        ["System.Device.Gpio"] = ("nanoFramework.System.Device.Gpio", "1.1.64"),
        ["System.Device.I2c"] = ("nanoFramework.System.Device.I2c", "1.1.29"),
        ["System.Device.Model"] = ("nanoFramework.System.Device.Model", "1.2.862"),
        ["System.Device.Pwm"] = ("nanoFramework.System.Device.Pwm", "1.1.23"),
        ["System.Device.Wifi"] = ("nanoFramework.System.Device.Wifi", "1.5.150"),
        ["System.IO.FileSystem"] = ("nanoFramework.System.IO.FileSystem", "1.1.94"),
        ["System.IO.Streams"] = ("nanoFramework.System.IO.Streams", "1.1.96"),
        ["System.Math"] = ("nanoFramework.System.Math", "1.5.116"),
        ["System.Net"] = ("nanoFramework.System.Net", "1.11.60"),
        ["System.Net.Http"] = ("nanoFramework.System.Net.Http", "1.5.212"),
        ["System.Threading"] = ("nanoFramework.System.Threading", "1.1.52"),
    };
}
