using System.Linq; // refused: write the loop

namespace Samples;

/// <summary>A using that nothing needs is named by itself.</summary>
public static class MissingUsing
{
}
