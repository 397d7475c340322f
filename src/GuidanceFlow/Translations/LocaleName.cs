namespace GuidanceFlow.Translations;

/// <summary>The name of a language in its parts: <c>zh-Hans-CN</c> is Chinese, in simplified script, as in China. <c>_</c> counts as <c>-</c>.</summary>
internal readonly struct LocaleName
{
    private const int MostSubtags = 8;
    private const int ScriptLength = 4;

    private readonly string[] _subtags;

    public LocaleName(string name)
    {
        _subtags = [.. name.Replace('_', '-').Split('-').Take(MostSubtags)];
        IsScriptGiven = _subtags.Length > 1 && _subtags[1].Length == ScriptLength && _subtags[1].All(char.IsAsciiLetter);
    }

    public string Language => _subtags[0];

    /// <summary>Whether the name says in which script.</summary>
    public bool IsScriptGiven { get; }

    /// <summary>The script the name says, or that its region writes; null where nothing tells.</summary>
    public string? Script => IsScriptGiven ? _subtags[1] : ScriptOf(Language, _subtags.ElementAtOrDefault(1));

    /// <summary>The name and what it falls back to, one subtag less each time, down to the language alone, which is not among them.</summary>
    public IEnumerable<string> Narrowing()
    {
        for (int count = _subtags.Length; count > 1; count--)
        {
            yield return string.Join('-', _subtags.Take(count));
            if (IsScriptGiven && count > 2 && IsUsualScript(_subtags[2]))
            {
                yield return string.Join('-', _subtags.Take(count).Where((_, i) => i != 1));
            }
        }
    }

    private bool IsUsualScript(string region) => ScriptOf(Language, region) is not { } usual || string.Equals(usual, _subtags[1], StringComparison.OrdinalIgnoreCase);

    // Chinese is the language whose regions are written in two scripts; others say their script in their name.
    private static string? ScriptOf(string language, string? region) =>
        region is null || !string.Equals(language, "zh", StringComparison.OrdinalIgnoreCase) ? null
        : region.ToUpperInvariant() is "TW" or "HK" or "MO" ? "Hant" : "Hans";
}
