using System.Collections.Immutable;
using System.Globalization;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>What the compiler made of a flow beside its steps.</summary>
internal sealed record FlowParts
{
    public required ImmutableArray<FlowStage> Stages { get; init; }

    /// <summary>Made when it is first asked for: checking a flow needs none, and a session is asked for it when it is stored.</summary>
    public required Lazy<string> StructureHash { get; init; }

    /// <summary>Made when it is first asked for.</summary>
    public required Lazy<string> TextHash { get; init; }

    public required IReadOnlyDictionary<string, CultureInfo> Cultures { get; init; }

    /// <summary>Inputs and data by slot.</summary>
    public required DataDefinition[] Variables { get; init; }

    /// <summary>Their types, prepared for snapshots.</summary>
    public required StoredType[] StoredTypes { get; init; }

    /// <summary>How many of the variables, from the first, are inputs.</summary>
    public required int InputCount { get; init; }

    /// <summary>What is certainly collected, or need not be, on entering each step; a session that comes there from elsewhere must have it.</summary>
    public required SlotSet?[] Collected { get; init; }

    /// <summary>What data hold before anything is assigned, by slot.</summary>
    public required Value[] Defaults { get; init; }

    /// <summary>What the flow is about, by language.</summary>
    public required Localized<string> Titles { get; init; }

    public required ImmutableArray<TranslationDefinition> Translations { get; init; }

    /// <summary>Knowledge entries as templates see them, by language.</summary>
    public required Localized<Value[]> KnowledgeValues { get; init; }

    /// <summary>How many answers can be taken back; 0 for none.</summary>
    public required int UndoBound { get; init; }

    /// <summary>What customers may ask for instead of answering, by language.</summary>
    public required Localized<CommandWords> Commands { get; init; }

    /// <summary>What customers may say instead of an answer.</summary>
    public required CompiledInterrupt[] Interrupts { get; init; }

    /// <summary>What is done for customers who are upset; null where nothing is.</summary>
    public CompiledUpset? Upset { get; init; }

    /// <summary>When a session is over that nobody goes on with; null for never.</summary>
    public TimeSpan? ExpiresAfter { get; init; }

    /// <summary>Whether that is skipped when it comes late, and counts anew.</summary>
    public bool ExpirySkips { get; init; }

    /// <summary>What is said then; null for nothing.</summary>
    public required Localized<Template?> ExpiryText { get; init; }

    /// <summary>Whether anything in this flow is done at a time.</summary>
    public required bool HasTimers { get; init; }

    /// <summary>The flows this one runs, directly or by way of others, by id; itself among them where it runs itself.</summary>
    public IReadOnlyDictionary<string, Flow> Others { get; init; } = new Dictionary<string, Flow>(StringComparer.Ordinal);

    /// <summary>Where an error before the first question leads; <see cref="Target.None"/> for nowhere.</summary>
    public required int StartFallback { get; init; }
}
