using GuidanceFlow.Definitions;

namespace GuidanceFlow.Translations;

/// <summary>The translations there are, of which each text takes the one that is its own.</summary>
internal sealed class EntryPool
{
    private readonly List<TranslationEntry> _all = [];
    private readonly HashSet<TranslationEntry> _unused = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TranslationEntry> _taken = new(ReferenceEqualityComparer.Instance);
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

    /// <summary>The entry in the text's own place, when the words are those it translates.</summary>
    public TranslationEntry? TakeUnchanged(FlowText text) => Take(_byKey.GetValueOrDefault(text.Key), entry => IsOf(entry, text) || (!text.IsRequired && !WasUnused(entry)));

    /// <summary>An entry of the same words in the same step, ticket or the like: a list in which something was put in or taken out.</summary>
    public TranslationEntry? TakeOfSameOwner(FlowText text) => Take(Words(text), entry => entry.Key.Part == text.Key.Part && entry.Key.Id == text.Key.Id);

    /// <summary>An entry of the same words anywhere; one of the same member comes first.</summary>
    public TranslationEntry? TakeOfSameWords(FlowText text) => Take(Words(text), entry => entry.Key.Member == text.Key.Member) ?? Take(Words(text), static _ => true);

    /// <summary>The entry in the text's own place, whatever it translates.</summary>
    public TranslationEntry? TakeOfSameKey(FlowText text) => Take(_byKey.GetValueOrDefault(text.Key), static _ => true);

    private static bool IsOf(TranslationEntry entry, FlowText text) => string.Equals(entry.Of, text.Fingerprint, StringComparison.Ordinal);

    private List<TranslationEntry>? Words(FlowText text) => text.IsRequired ? _byWords.GetValueOrDefault(text.Fingerprint) : null;

    private TranslationEntry? Take(List<TranslationEntry>? entries, Predicate<TranslationEntry> fits)
    {
        int index = entries?.FindIndex(fits) ?? -1;
        if (index < 0)
        {
            return null;
        }

        TranslationEntry entry = entries![index];
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
