global using Microsoft.VisualStudio.TestTools.UnitTesting;

global using ToyGuard.Fakes;
