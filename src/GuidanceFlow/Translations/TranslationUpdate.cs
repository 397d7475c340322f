using System.Collections.Immutable;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Translations;

/// <summary>A translation brought up to the present texts of its flow, and what that took. No translated word is ever lost. Immutable.</summary>
public sealed record TranslationUpdate
{
    private TranslationUpdate(TranslationDefinition translation) => Translation = translation;

    /// <summary>The translation, with an entry for each text of the flow, in the flow's order.</summary>
    public TranslationDefinition Translation { get; }

    /// <summary>Texts that are to be translated: their entries are empty. None in a language that falls back to a parent.</summary>
    public required ImmutableArray<TextKey> Missing { get; init; }

    /// <summary>Texts whose translation is to be looked through, because the text has changed: their entries say under <c>was</c> what it translates.</summary>
    public required ImmutableArray<TextKey> Stale { get; init; }

    /// <summary>Texts whose translation was found under another key, or among the unused ones.</summary>
    public required ImmutableArray<TextKey> Found { get; init; }

    /// <summary>Translations that were set aside because the flow does not have their text any more.</summary>
    public required ImmutableArray<TextKey> SetAside { get; init; }

    /// <summary>Brings a translation up to date.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="translation">The translation as it is; one with a language alone for a new one.</param>
    /// <param name="confirm">Tells of a text that has changed whether its translation still fits; null for none.</param>
    /// <returns>
    /// The translation. A text that moved to another key keeps its translation as long as its words are the same, or while it is clear which
    /// step was renamed and the words are alike. Of texts that fall back to a parent language (<c>zh-TW</c> beside <c>zh</c>) no empty entries
    /// are made.
    /// </returns>
    public static TranslationUpdate Make(FlowDefinition flow, TranslationDefinition translation, Func<TextKey, bool>? confirm = null)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(translation);
        FlowText[] texts = [.. FlowTexts.Of(flow).Concat(FlowTexts.WordsOfUnnamedCommands(flow)).DistinctBy(text => text.Key)];
        var pool = new EntryPool(translation.Entries.Where(HasWork), translation.Unused.Where(HasWork));
        bool hasParent = LocaleMatch.ParentOf(flow.Locales, translation.Locale) is not null;
        TranslationEntry?[] taken = Match(texts, pool, translation.Entries);

        Dictionary<TextKey, TranslationEntry> blank = translation.Entries.Concat(translation.Unused).Where(entry => !HasWork(entry)).DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key);
        var entries = new List<TranslationEntry>();
        var found = ImmutableArray.CreateBuilder<TextKey>();
        for (int i = 0; i < texts.Length; i++)
        {
            FlowText text = texts[i];
            TranslationEntry? entry = taken[i] ?? blank.GetValueOrDefault(text.Key);
            if (entry is not null)
            {
                if (entry.Key != text.Key || pool.WasUnused(entry))
                {
                    found.Add(text.Key);
                }

                entries.Add(Refresh(entry with { Key = text.Key, Note = entry.Note ?? blank.GetValueOrDefault(text.Key)?.Note }, text, confirm?.Invoke(text.Key) == true));
            }
            else if (text.IsRequired && !hasParent)
            {
                entries.Add(new TranslationEntry { Key = text.Key, Source = text.Source, Of = text.Fingerprint });
            }
        }

        // An entry that holds a remark alone is no translation, but somebody's words all the same.
        Dictionary<TextKey, FlowText> byKey = texts.ToDictionary(text => text.Key);
        IEnumerable<TranslationEntry> remarks = blank.Values.Where(entry => entry.Note is not null && !byKey.ContainsKey(entry.Key));
        return new TranslationUpdate(translation with { FlowId = flow.Id, Entries = entries.ToEquatableArray(), Unused = pool.Left.Concat(remarks).ToEquatableArray() })
        {
            Missing = [.. entries.Where(entry => !hasParent && !HasWork(entry) && byKey[entry.Key].IsRequired).Select(entry => entry.Key)],
            Stale = [.. entries.Where(entry => HasWork(entry) && (!entry.Was.IsEmpty || IsStale(entry, byKey[entry.Key]))).Select(entry => entry.Key)],
            Found = found.ToImmutable(),
            SetAside = [.. pool.Left.Where(entry => !pool.WasUnused(entry)).Select(entry => entry.Key)],
        };
    }

    /// <summary>The entry that each text takes; null where none is its own.</summary>
    private static TranslationEntry?[] Match(FlowText[] texts, EntryPool pool, EquatableArray<TranslationEntry> present)
    {
        var taken = new TranslationEntry?[texts.Length];

        // Words that are the same come first, wherever they stand now; only what is left over is a changed text.
        Take((text, _) => pool.TakeUnchanged(text));
        Take(pool.TakeOfSameOwner);
        Take(pool.TakeOfSameWords);
        Take((text, _) => pool.TakeOfSameKey(text));
        var renamed = new RenamedOwners(texts, taken, present);
        Take((text, _) => renamed.KeyBefore(text.Key) is { } before ? pool.TakeReworded(text, before) : null);
        return taken;

        void Take(Func<FlowText, int, TranslationEntry?> take)
        {
            // An entry is looked for behind that of the text before.
            int place = 0;
            for (int i = 0; i < texts.Length; i++)
            {
                taken[i] ??= take(texts[i], place);
                place = taken[i] is { } entry && !pool.WasUnused(entry) ? pool.PlaceOf(entry) + 1 : place + 1;
            }
        }
    }

    private static bool HasWork(TranslationEntry entry) => entry.Untranslated || !entry.Texts.IsEmpty;

    private static bool IsStale(TranslationEntry entry, FlowText text) =>
        !string.Equals(entry.Of, text.Fingerprint, StringComparison.Ordinal) && (text.IsRequired || entry.Of is not null);

    /// <summary>An entry as it belongs to the text as it is now.</summary>
    private static TranslationEntry Refresh(TranslationEntry entry, FlowText text, bool isConfirmed)
    {
        TranslationEntry current = entry with { Source = text.Source, Of = text.Fingerprint };
        if (!HasWork(entry) || isConfirmed)
        {
            // Nothing to look through, or it was.
            return current with { Was = [] };
        }

        if (!IsStale(entry, text))
        {
            return text.IsRequired ? current : entry with { Source = [] };
        }

        // What the translation belongs to is known from the entry's own copy; without one its old fingerprint has to tell.
        // A text that is again what it was may have been translated anew meanwhile, so it is compared with what stood between.
        EquatableArray<string> was = entry.Was.IsEmpty || entry.Was == text.Source ? entry.Source : entry.Was;
        return was.IsEmpty || was == text.Source ? current with { Of = entry.Of } : current with { Was = was };
    }
}
