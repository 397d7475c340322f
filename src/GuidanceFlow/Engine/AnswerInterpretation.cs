using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>An interpreter's reading of an answer. It is checked against the question; one that does not fit counts as not understood.</summary>
/// <remarks>Immutable, compared by content.</remarks>
public sealed record AnswerInterpretation
{
    /// <summary>The answer means a value.</summary>
    /// <param name="value">The value: an option's value, true or false, a number, a date, a text.</param>
    /// <param name="by">Who interpreted; goes into the journal.</param>
    /// <exception cref="ArgumentException">Nobody is named.</exception>
    public AnswerInterpretation(Value value, string by)
        : this(AnswerInterpretationKind.Match, by) => Value = value;

    private AnswerInterpretation(AnswerInterpretationKind kind, string? by)
    {
        if (kind != AnswerInterpretationKind.NoMatch)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(by);
        }

        Kind = kind;
        By = by;
    }

    /// <summary>The answer means nothing that the interpreter knows.</summary>
    public static AnswerInterpretation NoMatch { get; } = new(AnswerInterpretationKind.NoMatch, by: null);

    /// <summary>What was made of the answer.</summary>
    public AnswerInterpretationKind Kind { get; }

    /// <summary>The value of a <see cref="AnswerInterpretationKind.Match"/>; else <see cref="Value.Null"/>.</summary>
    public Value Value { get; }

    /// <summary>Who interpreted; null when nothing was understood.</summary>
    public string? By { get; }

    /// <summary>The values that an <see cref="AnswerInterpretationKind.Ambiguous"/> answer may mean, the likeliest first; else empty.</summary>
    public EquatableArray<string> Candidates { get; private init; }

    /// <summary>Why the answer is <see cref="AnswerInterpretationKind.Invalid"/>; else null.</summary>
    public string? Reason { get; private init; }

    /// <summary>
    /// What the answer says besides, of a <see cref="AnswerInterpretationKind.Match"/>: the id of another question, or the datum it saves, and the value. Questions
    /// that are not answered yet, and whose answer it can be, are known from then on; others, and those inside loops, are left alone.
    /// </summary>
    public EquatableArray<KeyValuePair<string, Value>> Facts { get; init; }

    /// <summary>The answer means a value.</summary>
    /// <param name="value">The value: an option's value, true or false, a number, a date, a text.</param>
    /// <param name="by">Who interpreted; goes into the journal.</param>
    /// <exception cref="ArgumentException">Nobody is named.</exception>
    public static AnswerInterpretation Match(Value value, string by) => new(value, by);

    /// <summary>The answer may mean one of several values, or one that is not certain; the customer is asked again.</summary>
    /// <param name="by">Who interpreted; goes into the journal.</param>
    /// <param name="candidates">The values, the likeliest first; those that do not fit the question are left out.</param>
    /// <exception cref="ArgumentException">Nobody is named.</exception>
    public static AnswerInterpretation Ambiguous(string by, params IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return new AnswerInterpretation(AnswerInterpretationKind.Ambiguous, by) { Candidates = candidates.ToEquatableArray() };
    }

    /// <summary>The answer means something that does not fit the question; the customer is asked again.</summary>
    /// <param name="reason">Why: one of <see cref="TurnReason"/>, or a word of the interpreter's own.</param>
    /// <param name="by">Who interpreted; goes into the journal.</param>
    /// <exception cref="ArgumentException">There is no reason, or nobody is named.</exception>
    public static AnswerInterpretation Invalid(string reason, string by)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new AnswerInterpretation(AnswerInterpretationKind.Invalid, by) { Reason = reason };
    }

    /// <summary>What was made of the answer and by whom; not what was said, because such texts end in logs.</summary>
    public override string ToString() => By is null ? "no match" : $"{Kind} ({By})";
}
