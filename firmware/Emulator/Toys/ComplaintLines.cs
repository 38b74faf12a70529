using System.Linq;

using ToyGuard.Guard.Manifests;

namespace ToyGuard.Emulator.Toys;

/// <summary>What is wrong with a manifest, as lines for its maker: file, line, what, and what to write instead. Maker says it the same way.</summary>
internal static class ComplaintLines
{
    /// <summary>One line a complaint, as in "bear.json:12: endpoints[0].port: ...".</summary>
    /// <param name="file">Name of the file, fit to be shown.</param>
    /// <param name="reading">What became of it.</param>
    public static string[] Of(string file, ManifestReading reading)
    {
        return [.. reading.Complaints.Cast<Complaint>().Select(complaint =>
        {
            string path = complaint.Path.Length == 0 ? "" : complaint.Path + ": ";
            string suggestion = complaint.Suggestion is null ? "" : $" Write {complaint.Suggestion}";
            return $"{file}:{complaint.Line}: {path}{complaint.Text}{suggestion}";
        })];
    }
}
