namespace GuidanceFlow.Definitions;

/// <summary>The texts of a flow in another language, as they stand beside it: plain data, equal when everything written is equal.</summary>
/// <remarks>Immutable. Read one with <see cref="TranslationSource"/>; <see cref="FlowCompiler"/> checks it against its flow.</remarks>
public sealed record TranslationDefinition
{
    /// <summary>The id of the flow whose texts these are.</summary>
    public required string FlowId { get; init; }

    /// <summary>The language (BCP 47), one of the flow's.</summary>
    public required string Locale { get; init; }

    /// <summary>A remark for translators.</summary>
    public string? Note { get; init; }

    /// <summary>The texts, in the order of the file.</summary>
    public EquatableArray<TranslationEntry> Entries { get; init; }

    /// <summary>Translations of texts that the flow does not have any more, kept for the day they come back.</summary>
    public EquatableArray<TranslationEntry> Unused { get; init; }
}
