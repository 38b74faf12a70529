// What the shared tests call Assert and TestMethod on the desktop.
global using Microsoft.VisualStudio.TestTools.UnitTesting;
global using ToyGuard.Fakes;
