using System.Collections.Immutable;
using System.Globalization;
using GuidanceFlow.Definitions.Json;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Collects what is wrong with a file and puts it in the order of the file.</summary>
internal sealed class Findings(JsonTree tree, JsonSourceMap map)
{
    /// <summary>More findings are not listed: a megabyte of wrong items would otherwise become a gigabyte of messages.</summary>
    public const int Limit = 1_000;

    private const int LongestPath = 1_000;

    private readonly List<Finding> _found = [];
    private int _more;

    /// <summary>The name of the file that is read.</summary>
    public string File => map.File;

    /// <summary>Adds a finding.</summary>
    /// <param name="descriptor">Its kind.</param>
    /// <param name="offset">The byte it points at.</param>
    /// <param name="node">The node it is about.</param>
    /// <param name="message">What is wrong, and what to do about it.</param>
    public void Add(DiagnosticDescriptor descriptor, int offset, int node, string message)
    {
        if (_found.Count == Limit)
        {
            _more++;
            return;
        }

        string path = tree.PathOf(node).ToString();
        path = path.Length > LongestPath ? path[..LongestPath] + "…" : path;
        _found.Add(new Finding(offset, new Diagnostic(descriptor, map.At(offset, path), Spelling.Shorten(message))));
    }

    public ImmutableArray<Diagnostic> ToDiagnostics()
    {
        if (_found.Count == 0)
        {
            return [];
        }

        var diagnostics = _found.OrderBy(found => found.Offset).Select(found => found.Diagnostic).ToList();
        if (_more > 0)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCatalog.Unreadable,
                diagnostics[^1].Location,
                string.Create(CultureInfo.InvariantCulture, $"There are {_more} more problems, which are not listed. Correct these first.")));
        }

        return [.. diagnostics];
    }

    private sealed record Finding(int Offset, Diagnostic Diagnostic);
}
