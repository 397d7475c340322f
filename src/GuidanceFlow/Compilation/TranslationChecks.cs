using System.Collections.Immutable;
using System.Globalization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Definitions.Reading;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Compilation;

/// <summary>Holds the translations against the flow: every text of every language is there, up to date, and belongs to something.</summary>
internal sealed class TranslationChecks
{
    private const int MostWords = 10;

    private readonly CompilationContext _context;
    private readonly ImmutableArray<FlowText> _texts;
    private readonly Dictionary<TextKey, FlowText> _byKey = [];

    private TranslationChecks(CompilationContext context)
    {
        _context = context;
        _texts = FlowTexts.Of(context.Definition);
        foreach (FlowText text in _texts.Concat(FlowTexts.WordsOfUnnamedCommands(context.Definition)))
        {
            _byKey.TryAdd(text.Key, text);
        }
    }

    /// <summary>Checks, and gives the context the texts of each language.</summary>
    public static void Run(CompilationContext context)
    {
        if (context.Definition.Locales.Count > 1 || context.Translations.Count > 0)
        {
            new TranslationChecks(context).Run();
        }
    }

    private void Run()
    {
        EquatableArray<string> locales = _context.Definition.Locales;
        var byLocale = new Dictionary<string, TranslationPlace>(StringComparer.OrdinalIgnoreCase);
        foreach (TranslationPlace translation in _context.Translations)
        {
            if (BelongsHere(translation) && !byLocale.TryAdd(translation.Definition.Locale, translation))
            {
                Misplaced(translation, "locale", $"Another translation for {Spelling.Quote(translation.Definition.Locale)} is given too. Put them together in one.");
            }
        }

        var made = new Dictionary<string, TranslatedTexts>(StringComparer.OrdinalIgnoreCase);
        foreach (string locale in locales.Skip(1))
        {
            Make(locale, byLocale, made);
        }

        _context.TranslatedTexts.AddRange(locales.Skip(1).Select(locale => made[locale]));
    }

    private TranslatedTexts Make(string locale, Dictionary<string, TranslationPlace> byLocale, Dictionary<string, TranslatedTexts> made)
    {
        if (made.TryGetValue(locale, out TranslatedTexts? known))
        {
            return known;
        }

        string? parent = LocaleMatch.ParentOf(_context.Definition.Locales, locale);
        var texts = new TranslatedTexts(parent is null || IsSource(parent) ? null : Make(parent, byLocale, made));
        made.Add(locale, texts);
        if (byLocale.TryGetValue(locale, out TranslationPlace? translation))
        {
            Fill(texts, translation, mayMiss: parent is not null);
        }
        else if (parent is null && !IsSource(locale) && !_context.UnreadTranslations)
        {
            int index = _context.Definition.Locales.ToList().FindIndex(name => string.Equals(name, locale, StringComparison.Ordinal));
            _context.Report(
                DiagnosticCatalog.TranslationMissing,
                SourcePath.Root.Member("locales").Item(index),
                $"There is no translation for {Spelling.Quote(locale)}. Make one with 'guidanceflow strings extract' beside the flow, or take the language out.");
        }

        return texts;
    }

    private void Fill(TranslatedTexts texts, TranslationPlace translation, bool mayMiss)
    {
        var given = new HashSet<TextKey>();
        var empty = new HashSet<TextKey>();
        foreach (TranslationEntry entry in translation.Definition.Entries)
        {
            SourcePath path = PathOf(translation, entry.Key);
            if (!_byKey.TryGetValue(entry.Key, out FlowText? text))
            {
                ReportSuperfluous(entry, path);
            }
            else if (Fill(texts, text, entry, path))
            {
                given.Add(entry.Key);
            }
            else
            {
                empty.Add(entry.Key);
            }
        }

        if (mayMiss)
        {
            return;
        }

        foreach (FlowText text in _texts.Where(text => text.IsRequired && !given.Contains(text.Key)))
        {
            string key = Spelling.Quote(text.Key.ToString());
            _context.ReportName(
                DiagnosticCatalog.TranslationMissing,
                PathOf(translation, text.Key),
                empty.Contains(text.Key)
                    ? $"The entry of {key} is empty: {Words(text)}. Write the translation under 'text', or mark it \"untranslated\": true."
                    : $"{key} has no entry: {Words(text)}. Add it with 'guidanceflow strings update', which finds the translation of a text that has moved and else writes an empty entry.");
        }
    }

    private void ReportSuperfluous(TranslationEntry entry, SourcePath path)
    {
        string key = entry.Key.ToString();
        string update = entry.Texts.IsEmpty && !entry.Untranslated
            ? "takes this entry out, which is empty."
            : "moves this translation to the text that has the same words now, or sets it aside under 'unused'.";
        _context.ReportName(
            DiagnosticCatalog.TranslationSuperfluous,
            path,
            $"The flow has no text {Spelling.Quote(key)}.{Hints.DidYouMean(_context, key, _texts.Select(known => known.Key.ToString()), "There is")} 'guidanceflow strings update' {update}");
    }

    /// <summary>Takes an entry over and reports what is wrong with it; false when it gives no translation.</summary>
    private bool Fill(TranslatedTexts texts, FlowText text, TranslationEntry entry, SourcePath path)
    {
        if (!entry.Untranslated && entry.Texts.IsEmpty && text.IsRequired)
        {
            return false;
        }

        if (!entry.Texts.IsEmpty)
        {
            if (text.Key.IsAddress && !WebAddress.IsValid(entry.Texts[0]))
            {
                _context.Report(DiagnosticCatalog.InvalidValue, path.Member("text"), WebAddress.Problem(entry.Texts[0]));
            }

            PlainTextChecks.Check(_context, text.Key, entry.Texts[0], path.Member("text"));
            texts.Add(text.Path, entry.Texts, path.Member("text"));
        }

        if (entry.Untranslated)
        {
            // Said here, so that no parent language answers in its place.
            texts.Add(text.Path, text.Source, text.Path);
        }

        bool isNew = !text.IsRequired && entry.Of is null;
        if (!isNew && !string.Equals(entry.Of, text.Fingerprint, StringComparison.Ordinal))
        {
            (string what, string remedy) = entry.Of is null && entry.Was.IsEmpty && (entry.Source.IsEmpty || entry.Source == text.Source)
                ? ("does not say which text it translates", $"If it fits, set \"of\": \"{text.Fingerprint}\", or run 'guidanceflow strings update <flow> --confirm {entry.Key}'.")
                : ("translates another wording than the flow has now", $"Run 'guidanceflow strings update', correct the translation and remove 'was'; or set \"of\": \"{text.Fingerprint}\" if it still fits.");
            _context.ReportName(
                DiagnosticCatalog.TranslationStale,
                path,
                $"{Spelling.Quote(entry.Key.ToString())} {what}: {Words(text)}. {remedy}");
        }
        else if (!entry.Was.IsEmpty)
        {
            _context.ReportName(
                DiagnosticCatalog.TranslationStale,
                path.Member("was"),
                $"{Spelling.Quote(entry.Key.ToString())} still translates what stands under 'was'. Compare it with 'source', correct 'text', and remove 'was'.");
        }

        return true;
    }

    /// <summary>What the flow says now: the text, or all synonyms.</summary>
    private static string Words(FlowText text) => text.Source.IsEmpty
        ? "no words"
        : string.Join(", ", text.Source.Take(MostWords).Select(Spelling.Quote)) + (text.Source.Count > MostWords ? string.Create(CultureInfo.InvariantCulture, $" and {text.Source.Count - MostWords} more") : string.Empty);

    private bool BelongsHere(TranslationPlace translation)
    {
        TranslationDefinition definition = translation.Definition;
        if (!string.Equals(definition.FlowId, _context.Definition.Id, StringComparison.Ordinal))
        {
            Misplaced(translation, "flow", $"This is a translation of {Spelling.Quote(definition.FlowId)}, but it stands with the flow {Spelling.Quote(_context.Definition.Id)}. Correct the id, or move the file.");
            return false;
        }

        if (IsSource(definition.Locale))
        {
            Misplaced(translation, "locale", $"{Spelling.Quote(definition.Locale)} is the flow's own language. Write those texts into the flow itself.");
            return false;
        }

        if (!_context.Definition.Locales.Contains(definition.Locale, StringComparer.OrdinalIgnoreCase))
        {
            Misplaced(translation, "locale", $"The flow does not have the language {Spelling.Quote(definition.Locale)}. Add it to the flow's 'locales', or correct it here.");
            return false;
        }

        return true;
    }

    private void Misplaced(TranslationPlace translation, string member, string message)
    {
        // It may well be the one that another language lacks.
        _context.UnreadTranslations = true;
        _context.Report(DiagnosticCatalog.TranslationMisplaced, translation.Root.Member(member), message);
    }

    private bool IsSource(string locale) => string.Equals(locale, _context.Definition.Locales[0], StringComparison.OrdinalIgnoreCase);

    private static SourcePath PathOf(TranslationPlace translation, TextKey key) =>
        key.Part != TextPart.Flow ? translation.Root.Member(TextKey.NameOf(key.Part)).Member(key.Id).Member(key.Member)
            : key.Group is { } group ? translation.Root.Member(group).Member(key.Member[(group.Length + 1)..])
            : translation.Root.Member(key.Member);
}
