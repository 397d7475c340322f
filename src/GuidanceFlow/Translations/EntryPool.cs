using GuidanceFlow.Definitions;

namespace GuidanceFlow.Translations;

/// <summary>The translations there are, of which each text takes the one that is its own.</summary>
internal sealed class EntryPool
{
    private readonly Dictionary<TranslationEntry, Item> _items = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TextKey, List<Item>> _byKey = [];
    private readonly Dictionary<string, List<Item>> _byWords = new(StringComparer.Ordinal);
    private readonly HashSet<(TextPart, string)> _owners = [];

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
    public IEnumerable<TranslationEntry> Left => _items.Values.Where(item => !item.IsTaken).OrderBy(item => item.Place).Select(item => item.Entry);

    public bool WasUnused(TranslationEntry entry) => _items.TryGetValue(entry, out Item? item) && item.IsUnused;

    /// <summary>Where an entry stands among all.</summary>
    public int PlaceOf(TranslationEntry entry) => _items[entry].Place;

    /// <summary>The entry in the text's own place, when the words are those it translates.</summary>
    public TranslationEntry? TakeUnchanged(FlowText text) => Take(_byKey.GetValueOrDefault(text.Key)?.Find(item => IsOf(item.Entry, text) || (!text.IsRequired && !item.IsUnused)));

    /// <summary>An entry of the same words in the same step, ticket or the like: a list in which something was put in or taken out.</summary>
    public TranslationEntry? TakeOfSameOwner(FlowText text, int place) =>
        _owners.Contains((text.Key.Part, text.Key.Id)) ? Take(Nearest(text, place, key => key.Part == text.Key.Part && key.Id == text.Key.Id)) : null;

    /// <summary>An entry of the same words anywhere; one of the same member comes first, then one that was not set aside, then the nearest one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where its entry should stand.</param>
    public TranslationEntry? TakeOfSameWords(FlowText text, int place) => Take(Nearest(text, place, key => key.Member == text.Key.Member) ?? Nearest(text, place, static _ => true));

    /// <summary>The entry in the text's own place, whatever it translates.</summary>
    public TranslationEntry? TakeOfSameKey(FlowText text) => Take(_byKey.GetValueOrDefault(text.Key)?.FirstOrDefault());

    /// <summary>The entry under a key that the text had before, when the text may be another wording of what it translates.</summary>
    public TranslationEntry? TakeReworded(FlowText text, TextKey before) =>
        Take(_byKey.GetValueOrDefault(before)?.Find(item => !item.IsUnused && Likeness.IsRewording(item.Entry.Source, text.Source)));

    private static bool IsOf(TranslationEntry entry, FlowText text) => string.Equals(entry.Of, text.Fingerprint, StringComparison.Ordinal);

    private Item? Nearest(FlowText text, int place, Predicate<TextKey> fits)
    {
        Item? nearest = null;
        int distance = int.MaxValue;
        foreach (Item item in text.IsRequired && _byWords.TryGetValue(text.Fingerprint, out List<Item>? items) ? items : [])
        {
            // What was set aside comes behind all others.
            int away = Math.Abs(item.Place - place) + (item.IsUnused ? int.MaxValue / 2 : 0);
            if (away < distance && fits(item.Entry.Key))
            {
                (nearest, distance) = (item, away);
            }
            else if (away >= distance && item.Place > place)
            {
                // They stand in order: all others are farther.
                break;
            }
        }

        return nearest;
    }

    private TranslationEntry? Take(Item? item)
    {
        if (item is null)
        {
            return null;
        }

        item.IsTaken = true;
        _byKey[item.Entry.Key].Remove(item);
        if (item.Entry.Of is not null)
        {
            _byWords[item.Entry.Of].Remove(item);
        }

        return item.Entry;
    }

    private void Add(TranslationEntry entry, bool isUnused)
    {
        // Equal entries may stand in several places; each is one of its own.
        var item = new Item(entry with { }, _items.Count, isUnused);
        _items.Add(item.Entry, item);
        _owners.Add((entry.Key.Part, entry.Key.Id));
        (_byKey.TryGetValue(entry.Key, out List<Item>? same) ? same : _byKey[entry.Key] = []).Add(item);
        if (entry.Of is not null)
        {
            (_byWords.TryGetValue(entry.Of, out List<Item>? words) ? words : _byWords[entry.Of] = []).Add(item);
        }
    }

    /// <summary>An entry and where it stands.</summary>
    private sealed class Item(TranslationEntry entry, int place, bool isUnused)
    {
        public TranslationEntry Entry => entry;

        public int Place => place;

        public bool IsUnused => isUnused;

        public bool IsTaken { get; set; }
    }
}
