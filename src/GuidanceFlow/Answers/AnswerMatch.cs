using System.Collections.Immutable;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>What was made of an answer.</summary>
internal sealed record AnswerMatch(AnswerMatchKind Kind)
{
    /// <summary>Who understood an answer that says just what was asked for.</summary>
    public const string Exact = "exact";

    /// <summary>Who understood an answer that was restated and is right.</summary>
    public const string Confirmed = "confirmed";

    public static AnswerMatch None { get; } = new(AnswerMatchKind.NoMatch);

    /// <summary>The value understood; of an invalid answer the one that does not fit, if it is known.</summary>
    public Value Value { get; init; }

    /// <summary>The option chosen; −1 where there are no options.</summary>
    public int Option { get; init; } = -1;

    /// <summary>Who understood it.</summary>
    public string? By { get; init; }

    /// <summary>Why it is invalid.</summary>
    public string? Reason { get; init; }

    /// <summary>The values that all fit.</summary>
    public ImmutableArray<string> Candidates { get; init; } = [];

    public static AnswerMatch Matched(Value value, string by, int option = -1) => new(AnswerMatchKind.Matched) { Value = value, By = by, Option = option };

    public static AnswerMatch Unfit(Value value, string reason) => new(AnswerMatchKind.Invalid) { Value = value, Reason = reason };

    public static AnswerMatch Invalid(string reason) => new(AnswerMatchKind.Invalid) { Reason = reason };
}

/// <summary>The kinds of <see cref="AnswerMatch"/>.</summary>
internal enum AnswerMatchKind
{
    Matched,
    NoMatch,
    Invalid,
    Ambiguous,
}
