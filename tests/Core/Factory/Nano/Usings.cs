// What the shared tests call Assert and TestMethod on the device.
global using nanoFramework.TestFramework;
global using ToyGuard.Fakes;
