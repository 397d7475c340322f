using GuidanceFlow.Definitions;

namespace GuidanceFlow.Translations;

/// <summary>The translations there are, of which each text takes the one that is its own.</summary>
internal sealed class EntryPool
{
    private readonly List<TranslationEntry> _all = [];
    private readonly HashSet<TranslationEntry> _unused = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TranslationEntry> _taken = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TranslationEntry, int> _places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TextKey, List<TranslationEntry>> _byKey = [];
    private readonly Dictionary<string, List<TranslationEntry>> _byWords = new(StringComparer.Ordinal);

    /// <param name="present">The entries in their places.</param>
    /// <param name="unused">Those that were set aside before.</param>
    public EntryPool(IEnumerable<TranslationEntry> present, IEnumerable<TranslationEntry> unused)
    {
        foreach (TranslationEntry entry in present)
        {
            Add(entry, isUnused: false);
        }

        foreach (TranslationEntry entry in unused)
        {
            Add(entry, isUnused: true);
        }
    }

    /// <summary>What nobody took.</summary>
    public IEnumerable<TranslationEntry> Left => _all.Where(entry => !_taken.Contains(entry));

    public bool WasUnused(TranslationEntry entry) => _unused.Contains(entry);

    /// <summary>Where an entry stands among all.</summary>
    public int PlaceOf(TranslationEntry entry) => _places[entry];

    /// <summary>The entry in the text's own place, when the words are those it translates.</summary>
    public TranslationEntry? TakeUnchanged(FlowText text) => Take(_byKey.GetValueOrDefault(text.Key)?.Find(entry => IsOf(entry, text) || (!text.IsRequired && !WasUnused(entry))));

    /// <summary>An entry of the same words in the same step, ticket or the like: a list in which something was put in or taken out.</summary>
    public TranslationEntry? TakeOfSameOwner(FlowText text, int place) => Take(Nearest(Words(text).Where(entry => entry.Key.Part == text.Key.Part && entry.Key.Id == text.Key.Id), place));

    /// <summary>An entry of the same words anywhere; one of the same member comes first, then one that was not set aside, then the nearest one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where its entry should stand.</param>
    public TranslationEntry? TakeOfSameWords(FlowText text, int place) => Take(Nearest(Words(text).Where(entry => entry.Key.Member == text.Key.Member), place) ?? Nearest(Words(text), place));

    /// <summary>The entry in the text's own place, whatever it translates.</summary>
    public TranslationEntry? TakeOfSameKey(FlowText text) => Take(_byKey.GetValueOrDefault(text.Key)?.FirstOrDefault());

    /// <summary>The entry under a key that the text had before, when the text may be another wording of what it translates.</summary>
    public TranslationEntry? TakeReworded(FlowText text, TextKey before) =>
        Take(_byKey.GetValueOrDefault(before)?.Find(entry => !WasUnused(entry) && Likeness.IsRewording(entry.Source, text.Source)));

    private static bool IsOf(TranslationEntry entry, FlowText text) => string.Equals(entry.Of, text.Fingerprint, StringComparison.Ordinal);

    private IEnumerable<TranslationEntry> Words(FlowText text) => text.IsRequired ? _byWords.GetValueOrDefault(text.Fingerprint) ?? [] : [];

    private TranslationEntry? Nearest(IEnumerable<TranslationEntry> entries, int place) => entries.MinBy(entry => (WasUnused(entry), Math.Abs(_places[entry] - place)));

    private TranslationEntry? Take(TranslationEntry? entry)
    {
        if (entry is null)
        {
            return null;
        }

        _taken.Add(entry);
        _byKey[entry.Key].RemoveAll(other => ReferenceEquals(other, entry));
        if (entry.Of is not null)
        {
            _byWords[entry.Of].RemoveAll(other => ReferenceEquals(other, entry));
        }

        return entry;
    }

    private void Add(TranslationEntry entry, bool isUnused)
    {
        // Equal entries may stand in several places; each is one of its own.
        TranslationEntry own = entry with { };
        _places.Add(own, _all.Count);
        _all.Add(own);
        if (isUnused)
        {
            _unused.Add(own);
        }

        (_byKey.TryGetValue(own.Key, out List<TranslationEntry>? same) ? same : _byKey[own.Key] = []).Add(own);
        if (own.Of is not null)
        {
            (_byWords.TryGetValue(own.Of, out List<TranslationEntry>? words) ? words : _byWords[own.Of] = []).Add(own);
        }
    }
}
