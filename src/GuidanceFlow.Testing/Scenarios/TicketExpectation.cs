using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>What a ticket should be like. Null, or empty where only some values are looked for, means anything goes. Immutable.</summary>
public sealed record TicketExpectation
{
    /// <summary>The id of its definition in the flow.</summary>
    public string? Definition { get; init; }

    /// <summary>What it is for.</summary>
    public TicketKind? Kind { get; init; }

    /// <summary>The queue.</summary>
    public string? Queue { get; init; }

    /// <summary>How urgent it is.</summary>
    public TicketPriority? Priority { get; init; }

    /// <summary>The subject.</summary>
    public string? Subject { get; init; }

    /// <summary>What stands in the subject.</summary>
    public EquatableArray<string> SubjectContains { get; init; }

    /// <summary>What stands in the body.</summary>
    public EquatableArray<string> BodyContains { get; init; }

    /// <summary>When an answer is promised for.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Why the conversation left its way.</summary>
    public FallbackReason? Reason { get; init; }

    /// <summary>The id of the step at which the conversation left its way; of a ticket on the regular way, the step that filed it.</summary>
    public string? Step { get; init; }

    /// <summary>The id of the stage of that step.</summary>
    public string? Stage { get; init; }

    /// <summary>How many answers to that step were not understood.</summary>
    public int? Attempts { get; init; }

    /// <summary>All of those answers.</summary>
    public EquatableArray<string>? Unrecognised { get; init; }

    /// <summary>Some of the evidence; null for what was not collected.</summary>
    public EquatableArray<KeyValuePair<string, Value>> Evidence { get; init; }
}
