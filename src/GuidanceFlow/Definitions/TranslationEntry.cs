namespace GuidanceFlow.Definitions;

/// <summary>One text of a flow in another language. Immutable.</summary>
public sealed record TranslationEntry
{
    /// <summary>Which text it is.</summary>
    public required TextKey Key { get; init; }

    /// <summary>A remark for translators.</summary>
    public string? Note { get; init; }

    /// <summary>The fingerprint of the text it translates (<see cref="Translations.FlowText.Fingerprint"/>); null where nothing was translated yet.</summary>
    public string? Of { get; init; }

    /// <summary>The text it translates, for the translator's eyes; nothing depends on it. Several for the synonyms of an option and the words for yes and no.</summary>
    public EquatableArray<string> Source { get; init; }

    /// <summary>The text before, which <see cref="Texts"/> still translates; empty when they fit <see cref="Source"/>.</summary>
    public EquatableArray<string> Was { get; init; }

    /// <summary>The translation: one text, or an option's synonyms or a question's words for yes or no in this language; empty while there is none.</summary>
    public EquatableArray<string> Texts { get; init; }

    /// <summary>Whether the text is left as it is in the flow's own language, on purpose.</summary>
    public bool Untranslated { get; init; }
}
