namespace ToyGuard.Maker.Flash;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="What">What it was.</param>
/// <param name="IsWell">True when nothing has to be done.</param>
/// <param name="Words">What was found; and if it is not well, what to do.</param>
internal sealed record DoctorFinding(string What, bool IsWell, string Words);
