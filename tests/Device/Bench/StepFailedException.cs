using System;

namespace ToyGuard.Device.Bench;

/// <summary>A step was not as it must be; its message says how, in one sentence.</summary>
internal sealed class StepFailedException(string message) : Exception(message);
