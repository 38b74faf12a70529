using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace ToyGuard.NanoCheck.Api;

/// <summary>Reference assemblies for the device, made in memory from the listings of a folder, each at its first use.</summary>
public sealed partial class ReferenceAssemblies
{
    private readonly Dictionary<string, ApiListing> _listings = new();
    private readonly Dictionary<string, ApiType> _types = new();
    private readonly Dictionary<string, string> _homes = new();
    private readonly Dictionary<string, MetadataReference> _made = new();

    /// <summary>Reads the listings of <paramref name="folder"/>.</summary>
    public ReferenceAssemblies(string folder)
    {
        foreach (ApiListing listing in ApiListing.ReadFolder(folder))
        {
            _listings.Add(listing.Assembly, listing);

            foreach (ApiType type in listing.Types.Values)
            {
                _types.Add(type.Name, type);
                _homes[type.Display] = listing.Assembly;
            }
        }
    }

    /// <summary>The names of the assemblies there are listings for.</summary>
    public IReadOnlyCollection<string> Names => _listings.Keys;

    /// <summary>The reference for an assembly, or null where there is no listing.</summary>
    public MetadataReference? Find(string assembly)
    {
        if (_made.TryGetValue(assembly, out MetadataReference? reference))
        {
            return reference;
        }

        if (!_listings.TryGetValue(assembly, out ApiListing? listing))
        {
            return null;
        }

        reference = Make(listing);
        _made.Add(assembly, reference);
        return reference;
    }

    private MetadataReference Make(ApiListing listing)
    {
        string source = ApiSource.Write(listing, _types);
        List<MetadataReference> references = new();

        foreach (string neighbour in Neighbours(listing))
        {
            references.Add(Find(neighbour)!);
        }

        CSharpCompilation compilation = CSharpCompilation.Create(
            listing.Assembly,
            new[] { CSharpSyntaxTree.ParseText(source) },
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        using MemoryStream image = new();
        EmitResult result = compilation.Emit(
            image,
            options: new EmitOptions(metadataOnly: true, includePrivateMembers: false, runtimeMetadataVersion: "v4.0.30319"));

        if (!result.Success)
        {
            throw new FormatException("The listing of " + listing.Assembly + " does not compile. A type that its signatures name may be "
                + "missing.\n" + string.Join('\n', result.Diagnostics));
        }

        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private SortedSet<string> Neighbours(ApiListing listing)
    {
        SortedSet<string> found = new(StringComparer.Ordinal);

        if (listing.Assembly != "mscorlib")
        {
            found.Add("mscorlib");
        }

        foreach (ApiType type in listing.Types.Values)
        {
            AddHomes(type.Signature, found);
            type.Members.ForEach(m => AddHomes(m.Signature, found));
        }

        found.Remove(listing.Assembly);
        return found;
    }

    private void AddHomes(string signature, SortedSet<string> found)
    {
        foreach (Match name in DottedName().Matches(signature))
        {
            if (_homes.TryGetValue(name.Value, out string? home))
            {
                found.Add(home);
            }
        }
    }

    [GeneratedRegex(@"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+")]
    private static partial Regex DottedName();
}
