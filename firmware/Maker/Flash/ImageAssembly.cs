using System;

namespace ToyGuard.Maker.Flash;

/// <summary>One assembly in an image.</summary>
/// <param name="Name">Its name; empty where the platform keeps it in the firmware (mscorlib, System.Threading).</param>
/// <param name="Bytes">Its size.</param>
/// <param name="NativeChecksum">What it must find in the firmware; 0 when it has no native part.</param>
/// <param name="Version">Its version.</param>
/// <param name="Start">Where it begins in the image.</param>
internal sealed record ImageAssembly(string Name, int Bytes, uint NativeChecksum, Version Version, int Start);
