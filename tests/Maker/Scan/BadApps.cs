using System.Collections.Generic;

using ToyGuard.Maker.Scan;

namespace ToyGuard.Maker.Tests.Scan;

/// <summary>Where a planted app compiles.</summary>
internal enum Runtimes
{
    Both,
    Desktop,
    Device,
}

/// <summary>One way around ToyGuard. The line with //! is where it must be found.</summary>
internal sealed record BadApp(string Title, Runtimes On, ScanKind Kind, string Name, string Source);

/// <summary>Every way around ToyGuard that anybody here thought of.</summary>
internal static class BadApps
{
    public static IReadOnlyList<BadApp> All { get; } =
    [
        Does("socket", Runtimes.Both, ScanKind.Network, "System.Net.Sockets.Socket..ctor", "new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp)"),
        Does("look-up", Runtimes.Both, ScanKind.Network, "System.Net.Dns", "System.Net.Dns.GetHostEntry(\"stories.test\")"),
        Does("address", Runtimes.Both, ScanKind.Network, "System.Net.IPAddress", "new System.Net.IPAddress(new byte[4])"),
        Does("network interfaces", Runtimes.Both, ScanKind.Network, "NetworkInterface", "System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces()"),
        Does("type of a socket", Runtimes.Both, ScanKind.Network, "System.Net.Sockets.Socket", "typeof(System.Net.Sockets.Socket)"),
        Does("array of sockets", Runtimes.Both, ScanKind.Network, "System.Net.Sockets.Socket", "new System.Net.Sockets.Socket[1]"),
        Has("socket of somebody else", Runtimes.Both, ScanKind.Network, "System.Net.Sockets.Socket", "public bool On(object o) { return o is System.Net.Sockets.Socket; } //!"),
        Has("field", Runtimes.Both, ScanKind.Network, "System.Net.Security.SslStream", "private System.Net.Security.SslStream? _s; public bool Is() { return _s == null; }"),
        Has("parameter", Runtimes.Both, ScanKind.Network, "System.Net.Sockets.NetworkStream", "public void On(System.Net.Sockets.NetworkStream s) { } //!"),
        Has("result", Runtimes.Both, ScanKind.Network, "System.Net.EndPoint", "public System.Net.EndPoint? On() { return null; } //!"),
        Has("catch", Runtimes.Both, ScanKind.Network, "System.Net.Sockets.SocketException", "public void On() { try { On(); } catch (System.Net.Sockets.SocketException) { } }"),
        Has("parent", Runtimes.Desktop, ScanKind.Network, "System.Net.EndPoint", "public class End : System.Net.EndPoint { }"),
        Has("delegate to the network", Runtimes.Both, ScanKind.Network, "System.Net.Dns", "public delegate System.Net.IPHostEntry Ask(string name); public Ask On() { return System.Net.Dns.GetHostEntry; } //!"),
        Has("lambda", Runtimes.Both, ScanKind.Network, "System.Net.Dns", "public ThreadStart On() { return () => \n System.Net.Dns.GetHostEntry(\"stories.test\"); //!\n }"),
        Has("static start", Runtimes.Both, ScanKind.Network, "System.Net.Dns", "private static readonly object s_found = System.Net.Dns.GetHostEntry(\"stories.test\"); //!\n public object On() { return s_found; }"),
        Does("web client", Runtimes.Desktop, ScanKind.Network, "System.Net.Http.HttpClient", "new HttpClient()"),
        Has("web handler", Runtimes.Desktop, ScanKind.Network, "System.Net.Http.HttpClientHandler", "public class Mine : HttpClientHandler { }"),
        Has("message handler", Runtimes.Desktop, ScanKind.Network, "System.Net.Http.HttpMessageHandler", "public void On(HttpMessageHandler h) { }"),
        Does("tcp client", Runtimes.Desktop, ScanKind.Network, "System.Net.Sockets.TcpClient", "new System.Net.Sockets.TcpClient(\"stories.test\", 443)"),
        Does("udp client", Runtimes.Desktop, ScanKind.Network, "System.Net.Sockets.UdpClient", "new System.Net.Sockets.UdpClient()"),
        Does("listener", Runtimes.Desktop, ScanKind.Network, "System.Net.HttpListener", "new HttpListener()"),
        Does("web socket", Runtimes.Desktop, ScanKind.Network, "System.Net.WebSockets", "new System.Net.WebSockets.ClientWebSocket()"),
        Does("ping", Runtimes.Desktop, ScanKind.Network, "Ping", "new System.Net.NetworkInformation.Ping()"),
        Does("mail", Runtimes.Desktop, ScanKind.Network, "System.Net.Mail", "new System.Net.Mail.SmtpClient()"),
        Does("old web request", Runtimes.Desktop, ScanKind.Network, "System.Net.WebRequest", "WebRequest.Create(\"https://stories.test\")"),
        Does("pipe", Runtimes.Desktop, ScanKind.Network, "System.IO.Pipes", "new System.IO.Pipes.NamedPipeClientStream(\"p\")"),
        Has("generic of a socket", Runtimes.Desktop, ScanKind.Network, "System.Net.Sockets.Socket", "public object On() { return new System.Collections.Generic.List<System.Net.Sockets.Socket>(); } //!"),
        Has("in async code", Runtimes.Desktop, ScanKind.Network, "System.Net.Dns", "public async System.Threading.Tasks.Task On() {\n await System.Threading.Tasks.Task.Yield();\n await System.Net.Dns.GetHostEntryAsync(\"stories.test\"); //!\n }"),
        Has("in an iterator", Runtimes.Desktop, ScanKind.Network, "System.Net.Dns", "public IEnumerable On() {\n yield return 1;\n yield return System.Net.Dns.GetHostEntry(\"stories.test\"); //!\n }"),
        Does("mqtt", Runtimes.Device, ScanKind.Network, "nanoFramework.M2Mqtt", "new nanoFramework.M2Mqtt.MqttClient()"),
        Does("web server", Runtimes.Device, ScanKind.Network, "nanoFramework.WebServer", "new nanoFramework.WebServer.WebServer()"),

        Does("wifi adapters", Runtimes.Device, ScanKind.Radio, "System.Device.Wifi", "System.Device.Wifi.WifiAdapter.FindAllAdapters()"),
        Does("wifi helper", Runtimes.Device, ScanKind.Radio, "WifiNetworkHelper", "nanoFramework.Networking.WifiNetworkHelper.Status"),
        Does("wifi settings", Runtimes.Device, ScanKind.Radio, "Wireless80211Configuration", "System.Net.NetworkInformation.Wireless80211Configuration.GetAllWireless80211Configurations()"),
        Runs("bluetooth", Runtimes.Device, ScanKind.Radio, "Bluetooth", "nanoFramework.Device.Bluetooth.BluetoothLEServer.Start();"),

        Does("pins", Runtimes.Device, ScanKind.Hardware, "System.Device.Gpio", "new System.Device.Gpio.GpioController().OpenPin(1)"),
        Does("i2c", Runtimes.Device, ScanKind.Hardware, "System.Device.I2c", "System.Device.I2c.I2cDevice.Create(new System.Device.I2c.I2cConnectionSettings(1, 60))"),
        Does("microphone by i2s", Runtimes.Device, ScanKind.Hardware, "System.Device.I2s", "new System.Device.I2s.I2sDevice().Read(new byte[1])"),
        Does("spi", Runtimes.Device, ScanKind.Hardware, "System.Device.Spi", "new System.Device.Spi.SpiDevice()"),
        Does("pwm", Runtimes.Device, ScanKind.Hardware, "System.Device.Pwm", "System.Device.Pwm.PwmChannel.CreateFromPin(4)"),
        Does("adc", Runtimes.Device, ScanKind.Hardware, "System.Device.Adc", "new System.Device.Adc.AdcController()"),
        Does("serial port", Runtimes.Device, ScanKind.Hardware, "System.IO.Ports", "new System.IO.Ports.SerialPort()"),
        Does("driver", Runtimes.Device, ScanKind.Hardware, "Iot.Device", "new Iot.Device.Button.GpioButton()"),
        Runs("deep sleep", Runtimes.Device, ScanKind.Hardware, "nanoFramework.Hardware", "nanoFramework.Hardware.Esp32.Sleep.StartDeepSleep();"),

        Does("file", Runtimes.Both, ScanKind.Files, "System.IO.File", "System.IO.File.Exists(\"voice\")"),
        Does("file stream", Runtimes.Both, ScanKind.Files, "System.IO.FileStream", "new FileStream(\"voice\", FileMode.Open)"),
        Does("folder", Runtimes.Both, ScanKind.Files, "System.IO.Directory", "Directory.GetFiles(\"voice\")"),
        Does("drives", Runtimes.Both, ScanKind.Files, "System.IO.DriveInfo", "DriveInfo.GetDrives()"),
        Does("reader by path", Runtimes.Desktop, ScanKind.Files, "System.IO.StreamReader..ctor", "new StreamReader(\"voice\")"),
        Does("writer by path", Runtimes.Desktop, ScanKind.Files, "System.IO.StreamWriter..ctor", "new StreamWriter(\"voice\", true)"),
        Does("mapped file", Runtimes.Desktop, ScanKind.Files, "MemoryMappedFile", "System.IO.MemoryMappedFiles.MemoryMappedFile.CreateNew(null, 1)"),
        Does("watched folder", Runtimes.Desktop, ScanKind.Files, "FileSystemWatcher", "new FileSystemWatcher()"),
        Does("isolated storage", Runtimes.Desktop, ScanKind.Files, "IsolatedStorage", "System.IO.IsolatedStorage.IsolatedStorageFile.GetUserStoreForApplication()"),

        Does("process", Runtimes.Desktop, ScanKind.System, "System.Diagnostics.Process", "System.Diagnostics.Process.Start(\"curl\")"),
        Does("environment", Runtimes.Desktop, ScanKind.System, "System.Environment.GetEnvironmentVariable", "Environment.GetEnvironmentVariable(\"HOME\")"),
        Runs("exit", Runtimes.Desktop, ScanKind.System, "System.Environment.Exit", "Environment.Exit(1);"),
        Does("standard input", Runtimes.Desktop, ScanKind.System, "System.Console", "Console.OpenStandardInput()"),
        Runs("reboot", Runtimes.Device, ScanKind.System, "nanoFramework.Runtime.Native.Power", "nanoFramework.Runtime.Native.Power.RebootDevice();"),
        Runs("clock", Runtimes.Device, ScanKind.System, "nanoFramework.Runtime.Native.Rtc", "nanoFramework.Runtime.Native.Rtc.SetSystemTime(DateTime.UtcNow);"),

        Does("methods", Runtimes.Both, ScanKind.Reflection, "System.Type.GetMethod", "typeof(string).GetMethod(\"Trim\")"),
        Does("type by name", Runtimes.Both, ScanKind.Reflection, "System.Type.GetType", "Type.GetType(\"System.Net.Sockets.Socket\")"),
        Has("invoke", Runtimes.Both, ScanKind.Reflection, "System.Reflection.MethodInfo", "public object? On(System.Reflection.MethodInfo m) { \n return m.Invoke(null, null); //!\n }"),
        Has("field by reflection", Runtimes.Both, ScanKind.Reflection, "System.Reflection.FieldInfo", "public void On(System.Reflection.FieldInfo f) {\n f.SetValue(null, null); //!\n }"),
        Has("delegate's method", Runtimes.Both, ScanKind.Reflection, "Method", "public object? On(Delegate d) { return d.Method; } //!"),
        Does("activator", Runtimes.Desktop, ScanKind.Reflection, "System.Activator", "Activator.CreateInstance(typeof(string))"),
        Has("new of a parameter", Runtimes.Desktop, ScanKind.Reflection, "System.Activator", "public T On<T>() where T : new() { return new T(); } //!"),
        Has("invoke of a delegate", Runtimes.Desktop, ScanKind.Reflection, "DynamicInvoke", "public object? On(Delegate d) { return d.DynamicInvoke(); } //!"),
        Has("made delegate", Runtimes.Desktop, ScanKind.Reflection, "CreateDelegate", "public object On(System.Reflection.MethodInfo m) { \n return Delegate.CreateDelegate(typeof(Action), m); //!\n }"),
        Has("made delegate by name", Runtimes.Desktop, ScanKind.Reflection, "CreateDelegate", "public object On(object o) { return Delegate.CreateDelegate(typeof(Action), o, \"Close\"); } //!"),
        Has("dynamic", Runtimes.Desktop, ScanKind.Reflection, "", "public object? On(dynamic d) { return d.Connect(); }"),
        Has("expression", Runtimes.Desktop, ScanKind.Reflection, "System.Linq.Expressions", "public object On(System.Linq.Expressions.Expression<Action> e) { return e.Compile(); } //!"),
        Has("target of a fault", Runtimes.Desktop, ScanKind.Reflection, "TargetSite", "public object? On(Exception e) { return e.TargetSite; } //!"),
        Does("json", Runtimes.Desktop, ScanKind.Reflection, "System.Text.Json", "System.Text.Json.JsonSerializer.Serialize(1)"),
        Does("json on the device", Runtimes.Device, ScanKind.Reflection, "nanoFramework.Json", "nanoFramework.Json.JsonConvert.SerializeObject(this)"),
        Does("object without start", Runtimes.Desktop, ScanKind.Reflection, "RuntimeHelpers.GetUninitializedObject", "RuntimeHelpers.GetUninitializedObject(typeof(string))"),
        Has("accessor", Runtimes.Desktop, ScanKind.Reflection, "UnsafeAccessor", "[UnsafeAccessor(UnsafeAccessorKind.Method, Name = \"LetGo\")] public static extern void On(ToyKit kit, long nowMs);"),
        Is("access to what is private", Runtimes.Both, ScanKind.Reflection, "IgnoresAccessChecksTo", "[assembly: IgnoresAccessChecksTo(\"ToyGuard.Kit\")] namespace System.Runtime.CompilerServices { public class IgnoresAccessChecksToAttribute : System.Attribute { public IgnoresAccessChecksToAttribute(string name) { } } }"),

        Does("running assembly", Runtimes.Both, ScanKind.Loading, "System.Reflection.Assembly", "System.Reflection.Assembly.GetExecutingAssembly()"),
        Does("assembly of a type", Runtimes.Both, ScanKind.Reflection, "System.Type.get_Assembly", "typeof(string).Assembly"),
        Does("loaded assembly", Runtimes.Desktop, ScanKind.Loading, "System.Reflection.Assembly", "System.Reflection.Assembly.LoadFrom(\"more.dll\")"),
        Does("load context", Runtimes.Desktop, ScanKind.Loading, "System.Runtime.Loader", "System.Runtime.Loader.AssemblyLoadContext.Default"),
        Does("domain", Runtimes.Desktop, ScanKind.Loading, "System.AppDomain", "AppDomain.CurrentDomain"),
        Does("made code", Runtimes.Desktop, ScanKind.Loading, "System.Reflection.Emit", "new System.Reflection.Emit.DynamicMethod(\"m\", typeof(void), null)"),
        Has("resources", Runtimes.Desktop, ScanKind.Loading, "System.Resources", "public void On(System.Resources.ResourceManager m) { } //!"),
        Is("type from elsewhere", Runtimes.Desktop, ScanKind.Loading, "Socket", "[assembly: TypeForwardedTo(typeof(System.Net.Sockets.Socket))]"),

        Has("native library", Runtimes.Desktop, ScanKind.Native, "a call into libc", "[System.Runtime.InteropServices.DllImport(\"libc\")] public static extern int socket(int a, int b, int c);"),
        Has("internal call", Runtimes.Both, ScanKind.Native, "without a body", "[MethodImpl(MethodImplOptions.InternalCall)] public static extern void NativeOpen();"),
        Has("marshal", Runtimes.Desktop, ScanKind.Native, "System.Runtime.InteropServices.Marshal", "public void On() { System.Runtime.InteropServices.Marshal.AllocHGlobal(1); } //!"),
        Has("pointer", Runtimes.Both, ScanKind.Native, "a pointer", "public unsafe int On(int* at) { return *at; } //!"),
        Has("pinned", Runtimes.Both, ScanKind.Native, "", "public unsafe int On(byte[] b) { fixed (byte* at = b) { return at[1]; } }"),
        Has("pointer field", Runtimes.Both, ScanKind.Native, "a pointer", "public unsafe byte* At; public unsafe bool Is() { return At == null; }"),
        Has("function pointer", Runtimes.Desktop, ScanKind.Native, "", "public static int One() { return 1; } public unsafe int On() { delegate*<int> f = &One; return f(); }"),
        Has("stack memory", Runtimes.Desktop, ScanKind.Native, "", "public int On() { Span<byte> s = stackalloc byte[4]; return s[0]; } //!"),
        Has("unsafe cast", Runtimes.Desktop, ScanKind.Native, "System.Runtime.CompilerServices.Unsafe", "public string On(object o) { return Unsafe.As<string>(o); } //!"),
        Has("memory under types", Runtimes.Desktop, ScanKind.Native, "System.Runtime.InteropServices.MemoryMarshal", "public object On(byte[] b) { return System.Runtime.InteropServices.MemoryMarshal.Read<int>(b); } //!"),
        Has("overlaid fields", Runtimes.Desktop, ScanKind.Native, "lie over each other", "[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] public class Two { [System.Runtime.InteropServices.FieldOffset(0)] public object? A; [System.Runtime.InteropServices.FieldOffset(0)] public string? B; }"),
        Has("typed reference", Runtimes.Desktop, ScanKind.Native, "", "public object On(int i) { return __refvalue(__makeref(i), int); } //!"),
        Has("vector", Runtimes.Desktop, ScanKind.Native, "System.Runtime.Intrinsics", "public object On() { return System.Runtime.Intrinsics.Vector128.Create(1); } //!"),
        Has("shared buffers", Runtimes.Desktop, ScanKind.Native, "System.Buffers", "public object On() { return System.Buffers.ArrayPool<byte>.Shared.Rent(1); } //!"),
        Has("handle", Runtimes.Desktop, ScanKind.Native, "GCHandle", "public object On() { return System.Runtime.InteropServices.GCHandle.Alloc(this); } //!"),
        Has("wait handle's handle", Runtimes.Desktop, ScanKind.Native, "WaitHandle", "public object On(WaitHandle w) { return w.SafeWaitHandle; } //!"),
        Has("named event", Runtimes.Desktop, ScanKind.Native, "OpenExisting", "public object On() { return EventWaitHandle.OpenExisting(\"x\"); } //!"),
        Has("outside type", Runtimes.Desktop, ScanKind.Native, "outside .NET", "[System.Runtime.InteropServices.ComImport, System.Runtime.InteropServices.Guid(\"00000000-0000-0000-0000-000000000001\")] public interface IOutside { }"),

        Has("the gate", Runtimes.Both, ScanKind.Inside, "ToyGuard.Core.Policy.Gate", "public void On(Gate gate) { } //!"),
        Has("the client", Runtimes.Both, ScanKind.Inside, "ToyGuard.Edge.Toy.OutgoingClient", "public GuardedHttp On(ToyGuard.Edge.Toy.OutgoingClient client) { return new GuardedHttp(client); }"),
        Has("settings", Runtimes.Both, ScanKind.Inside, "ToyGuard.Core.Settings", "public object On() { return ToyGuard.Core.Settings.FamilySettings.Strict; } //!"),
        Has("a driver", Runtimes.Both, ScanKind.Inside, "ISensorDriver", "public bool On(ISensorDriver driver) { return driver.SetPower(true); }"),
        Has("a driver of the board", Runtimes.Both, ScanKind.Inside, "IToyBoard.Sensor", "public object? On(ToyKit kit) {\n return kit.Board.Sensor(\"microphone\"); //!\n }"),
        Has("a reader of ours", Runtimes.Both, ScanKind.Inside, "ToyGuard.Wire", "public object On() { return new ToyGuard.Wire.Url.UrlReader(); } //!"),

        Is("our namespace", Runtimes.Both, ScanKind.Pretending, "ToyGuard.Helpers.Bear", "namespace ToyGuard.Helpers { public class Bear { } }"),
        Is("nearly our namespace", Runtimes.Both, ScanKind.Pretending, "Toy_Guard", "namespace Toy_Guard { public class Bear { } }"),
        Is("the platform's namespace", Runtimes.Both, ScanKind.Pretending, "System.Net.Friendly", "namespace System.Net { public class Friendly { } }"),
        Is("nanoFramework's namespace", Runtimes.Both, ScanKind.Pretending, "nanoFramework.Bear", "namespace nanoFramework { public class Bear { } }"),

        Has("named lock between programs", Runtimes.Desktop, ScanKind.Unlisted, "System.Threading.Mutex", "public object On() { return new Mutex(false, \"x\"); } //!"),
        Has("keys", Runtimes.Desktop, ScanKind.Unlisted, "System.Security.Cryptography", "public object On() { return System.Security.Cryptography.RandomNumberGenerator.GetBytes(16); } //!"),
        Has("time zones of the machine", Runtimes.Desktop, ScanKind.Unlisted, "System.TimeZoneInfo", "public object On() { return TimeZoneInfo.Local; } //!"),
    ];

    // An expression that is worked out in the toy's method.
    private static BadApp Does(string title, Runtimes on, ScanKind kind, string name, string expression)
    {
        return Runs(title, on, kind, name, "object? it = " + expression + ";");
    }

    // Statements in the toy's method.
    private static BadApp Runs(string title, Runtimes on, ScanKind kind, string name, string statements)
    {
        return Has(title, on, kind, name, "public void On() {\n" + statements + " //!\n }");
    }

    // Members of the toy.
    private static BadApp Has(string title, Runtimes on, ScanKind kind, string name, string members)
    {
        return Is(title, on, kind, name, "namespace Toys { public class Bear {\n" + members + "\n} }");
    }

    // All of the source.
    private static BadApp Is(string title, Runtimes on, ScanKind kind, string name, string source)
    {
        return new BadApp(title, on, kind, name, source);
    }
}
