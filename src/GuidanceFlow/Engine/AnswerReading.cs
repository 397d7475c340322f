using GuidanceFlow.Answers;
using GuidanceFlow.Commands;
using GuidanceFlow.Compilation;

namespace GuidanceFlow.Engine;

/// <summary>What a question makes of an answer, before anything happens.</summary>
/// <param name="Match">What was understood.</param>
/// <param name="Command">What the customer asks for instead of answering; null for nothing.</param>
/// <param name="IsRight">Whether the customer said that the answer which was restated is right, and <paramref name="Match"/> is that one; null when something else was said.</param>
/// <param name="Interrupt">The digression the customer asks for instead of answering; null for none.</param>
internal readonly record struct AnswerReading(AnswerMatch Match, SessionCommand? Command, bool? IsRight = null, FoundInterrupt? Interrupt = null)
{
    /// <summary>What the customer wrote, repaired; of files what they are.</summary>
    public static string TextOf(SessionInput input) => input is AttachmentInput sent ? AttachmentMatcher.Describe(sent.Attachments.AsSpan()) : AnswerText.Repair(((AnswerInput)input).Text ?? string.Empty);

    /// <summary>Reads an answer: by its interpretation when it has one, else by the built-in words.</summary>
    /// <param name="context">The turn, at the question.</param>
    /// <param name="ask">The question.</param>
    /// <param name="input">The answer, in words or as files.</param>
    /// <param name="text">Its text.</param>
    /// <param name="now">The turn's time.</param>
    /// <exception cref="Templates.Runtime.TemplateRuntimeException">An option's condition or label, or the question's check, failed.</exception>
    public static AnswerReading Of(EvaluationContext context, AskStep ask, SessionInput input, string text, DateTimeOffset now)
    {
        AnswerSpec spec = ask.Answers.In(context.Locale);
        OfferedOption[] offered = OptionOffer.Of(context, spec);
        if (context.Confirming is { IsPending: true })
        {
            bool? isRight = Confirming.Read(context, input, text, now);
            string? rest = input is AnswerInput { Interpretation: null } && spec is not (TextSpec or YesNoSpec) ? Confirming.Behind(text) : null;
            if (rest is not null && Correction(context, ask, spec, offered, rest, now) is { } other)
            {
                return new AnswerReading(other, Command: null);
            }

            if ((isRight ?? (rest is not null && Confirming.Denies(text) ? false : null)) is { } said)
            {
                AnswerMatch restated = AnswerMatcher.Accept(spec, offered, context.Confirming!.Answer, AnswerMatch.Confirmed);
                return new AnswerReading(said ? context.Check(ask, spec, restated) : restated, Command: null, said);
            }
        }

        switch (input)
        {
            case AttachmentInput sent:
                return new AnswerReading(context.Check(ask, spec, AttachmentMatcher.Match(spec, sent.Attachments.AsSpan())), Command: null);
            case AnswerInput { Interpretation: { } interpretation }:
                return new AnswerReading(context.Check(ask, spec, AnswerMatcher.Accept(spec, offered, interpretation)), Command: null);
        }

        AnswerMatch match = context.Check(ask, spec, AnswerMatcher.Match(spec, offered, text, context.Settings.Culture, now));
        SessionCommand? command = FindCommand(context, ask, match, text);
        return new AnswerReading(match, command, IsRight: null, command is null ? FindInterrupt(context, ask, match, text) : null);
    }

    /// <summary>The other answer that stands behind a yes or no: "no, the red one". Null for none, and for the one that was restated.</summary>
    private static AnswerMatch? Correction(EvaluationContext context, AskStep ask, AnswerSpec spec, OfferedOption[] offered, string rest, DateTimeOffset now)
    {
        AnswerMatch match = context.Check(ask, spec, AnswerMatcher.Match(spec, offered, rest, context.Settings.Culture, now));
        return match.Kind == AnswerMatchKind.Matched && match.Value != context.Confirming!.Answer ? match : null;
    }

    /// <summary>The interrupt that an answer asks for, if it fits the question in no way; where any text would be an answer, if a whole utterance asks for it.</summary>
    private static FoundInterrupt? FindInterrupt(EvaluationContext context, AskStep ask, AnswerMatch match, string text)
    {
        bool isOpen = ask.Answer is TextSpec;
        return isOpen || match.Kind is AnswerMatchKind.NoMatch or AnswerMatchKind.Invalid ? Interrupts.Find(context, text, isWhole: isOpen) : null;
    }

    /// <summary>
    /// The command that an answer is, if any: an exact answer is no command, unless any text would be an answer; and an approximate one is
    /// a command if a whole utterance says so. One that is switched off is an answer like any other.
    /// </summary>
    private static SessionCommand? FindCommand(EvaluationContext context, AskStep ask, AnswerMatch match, string text)
    {
        bool isExact = match is { Kind: AnswerMatchKind.Matched, By: AnswerMatch.Exact } or { Kind: AnswerMatchKind.Ambiguous, By: AnswerMatch.Exact };
        if ((isExact && ask.Answer is not TextSpec) || text.Length > AnswerText.MatchLimit)
        {
            return null;
        }

        CommandWords words = context.Commands;
        return words.Find(AnswerText.Normalize(text)) is { } command && words.IsOn(command) ? command : null;
    }
}
