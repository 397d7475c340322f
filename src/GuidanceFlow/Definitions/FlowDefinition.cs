namespace GuidanceFlow.Definitions;

/// <summary>A flow as its author wrote it: plain data, equal when everything written is equal.</summary>
/// <remarks>Immutable. Read one with <see cref="FlowSource"/>, or build one in code; <see cref="FlowCompiler"/> checks it.</remarks>
public sealed record FlowDefinition
{
    /// <summary>The stable id, in kebab-case.</summary>
    public required string Id { get; init; }

    /// <summary>The version, from 1; sessions are pinned to it.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What the flow is about, for people.</summary>
    public string? Title { get; init; }

    /// <summary>A remark for authors.</summary>
    public string? Note { get; init; }

    /// <summary>The languages (BCP 47); the first is the language of the definition itself.</summary>
    /// <value>The default is <c>en</c>.</value>
    public EquatableArray<string> Locales { get; init; } = ["en"];

    /// <summary>What the host gives when a session starts.</summary>
    public EquatableArray<DataDefinition> Inputs { get; init; }

    /// <summary>What the flow collects.</summary>
    public EquatableArray<DataDefinition> Data { get; init; }

    /// <summary>What the host must be able to do for the flow.</summary>
    public EquatableArray<ActionDefinition> Actions { get; init; }

    /// <summary>The signals from outside that steps may wait for, and the types of their values.</summary>
    public EquatableArray<DataDefinition> Signals { get; init; }

    /// <summary>The names of the signals that start a session; their fields are its inputs.</summary>
    public EquatableArray<string> StartsOn { get; init; }

    /// <summary>The names of the data that go back to a flow that runs this one.</summary>
    public EquatableArray<string> Returns { get; init; }

    /// <summary>The names of the data that the customer's history keeps of a session: what was found out.</summary>
    public EquatableArray<string> Remembers { get; init; }

    /// <summary>Articles, videos and pictures that steps may show.</summary>
    public EquatableArray<KnowledgeDefinition> Knowledge { get; init; }

    /// <summary>Templates that the flow's other templates include.</summary>
    public EquatableArray<PartialDefinition> Partials { get; init; }

    /// <summary>The tickets the flow may file.</summary>
    public EquatableArray<TicketDefinition> Tickets { get; init; }

    /// <summary>What is said to answers that were not understood, where neither stage nor step says it.</summary>
    public RetryDefinition? Retry { get; init; }

    /// <summary>What happens when customers say nothing, where neither stage nor step says it; null for nothing.</summary>
    public SilenceDefinition? Silence { get; init; }

    /// <summary>When a session is over that nobody goes on with; null for never.</summary>
    public ExpiryDefinition? Expiry { get; init; }

    /// <summary>What happens when answers are not understood; stages and steps may override it.</summary>
    public FallbackDefinition? Fallback { get; init; }

    /// <summary>What the flow changes about commands, one entry a command; the others are as they are built in.</summary>
    public EquatableArray<CommandDefinition> Commands { get; init; }

    /// <summary>What customers may say to any question instead of an answer.</summary>
    public EquatableArray<InterruptDefinition> Interrupts { get; init; }

    /// <summary>What is done for customers who are upset; null for nothing.</summary>
    public UpsetDefinition? Upset { get; init; }

    /// <summary>How sessions of older versions go on under this one; null where they stay on theirs.</summary>
    public MigrationDefinition? Migrate { get; init; }

    /// <summary>The stages in order; at least one.</summary>
    public EquatableArray<StageDefinition> Stages { get; init; }
}
