using GuidanceFlow.Commands;

namespace GuidanceFlow.Definitions;

/// <summary>What a flow changes about a command.</summary>
public sealed record CommandDefinition
{
    /// <summary>The command.</summary>
    public required SessionCommand Command { get; init; }

    /// <summary>Whether it is switched off.</summary>
    public bool Off { get; init; }

    /// <summary>Words for it, beside the built-in ones: whole utterances, no templates.</summary>
    public EquatableArray<string> Words { get; init; }

    /// <summary>Whether only <see cref="Words"/> count, and no built-in ones.</summary>
    public bool Only { get; init; }

    /// <summary>What is said to it, instead of what the engine would say: plain text, no template.</summary>
    public string? Text { get; init; }

    /// <summary>Of <see cref="SessionCommand.Person"/>: the step that goes on; null for where the question's fallback leads.</summary>
    public string? Goto { get; init; }

    /// <summary>Of <see cref="SessionCommand.Back"/>: how many answers can be taken back, 1 to 1,000; null for 50.</summary>
    public int? Limit { get; init; }
}
