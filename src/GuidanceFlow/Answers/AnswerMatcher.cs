using System.Globalization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Answers;

/// <summary>The built-in reading of answers: deterministic, never guesses between two meanings.</summary>
internal static class AnswerMatcher
{
    public static AnswerMatch Match(AnswerSpec spec, ReadOnlySpan<OfferedOption> offered, string text, CultureInfo culture, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return AnswerMatch.Invalid(TurnReason.Empty);
        }

        if (spec is TextSpec free)
        {
            return free.Match(text, AnswerMatch.Exact);
        }

        if (text.Length > AnswerText.MatchLimit)
        {
            return AnswerMatch.Invalid(TurnReason.TooLong);
        }

        return spec switch
        {
            ChoiceSpec choice => ChoiceMatcher.Match(offered, AnswerText.Normalize(text), choice.Places),
            ChoicesSpec choices => ChoicesMatcher.Match(choices, offered, text),
            YesNoSpec yesNo => YesNoMatcher.Match(yesNo, text),
            NumberSpec number => NumberMatcher.Match(number.Definition, text, culture),
            DateSpec date => DateMatcher.Match(date.Past, text, culture, DateOnly.FromDateTime(now.DateTime)),
            EmailSpec => EmailMatcher.Match(text),
            PhoneSpec => PhoneMatcher.Match(text),
            RatingSpec rating => RatingMatcher.Match(rating, text),
            AttachmentSpec attachment => AttachmentMatcher.Match(attachment, text),
            _ => AnswerMatch.None,
        };
    }

    /// <summary>Checks what an interpreter or the host says an answer means.</summary>
    public static AnswerMatch Accept(AnswerSpec spec, ReadOnlySpan<OfferedOption> offered, AnswerInterpretation interpretation)
    {
        string by = interpretation.By ?? string.Empty;
        switch (interpretation.Kind)
        {
            case AnswerInterpretationKind.Match:
                return Accept(spec, offered, interpretation.Value, by);
            case AnswerInterpretationKind.Invalid:
                return AnswerMatch.Invalid(interpretation.Reason!) with { By = by };
            case AnswerInterpretationKind.Ambiguous:
                var candidates = new List<string>();
                foreach (string candidate in interpretation.Candidates)
                {
                    if (candidate is not null && !candidates.Contains(candidate, StringComparer.Ordinal) && IsCandidate(spec, offered, candidate))
                    {
                        candidates.Add(candidate);
                    }
                }

                return candidates.Count == 0 ? AnswerMatch.None : new AnswerMatch(AnswerMatchKind.Ambiguous) { By = by, Candidates = [.. candidates] };
            default:
                return AnswerMatch.None;
        }
    }

    private static bool IsCandidate(AnswerSpec spec, ReadOnlySpan<OfferedOption> offered, string candidate)
    {
        if (spec is not OptionsSpec)
        {
            return Accept(spec, offered, Value.From(candidate), string.Empty).Kind == AnswerMatchKind.Matched;
        }

        foreach (OfferedOption option in offered)
        {
            if (string.Equals(option.Option.Value, candidate, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Checks a value that an interpreter or the host says is the answer.</summary>
    public static AnswerMatch Accept(AnswerSpec spec, ReadOnlySpan<OfferedOption> offered, Value value, string by)
    {
        switch (spec)
        {
            case ChoiceSpec when value.TryGetText(out string? chosen):
                foreach (OfferedOption option in offered)
                {
                    if (string.Equals(option.Option.Value, chosen, StringComparison.Ordinal))
                    {
                        return AnswerMatch.Matched(value, by, option.Index);
                    }
                }

                return AnswerMatch.None;
            case ChoicesSpec choices when value.TryGetList(out ValueList? chosen):
                return ChoicesMatcher.Accept(choices, offered, chosen, by);
            case YesNoSpec when value.TryGetBoolean(out _):
                return AnswerMatch.Matched(value, by);
            case TextSpec free when value.TryGetText(out string? text):
                return free.Match(AnswerText.Repair(text), by);
            case NumberSpec number when value.TryGetNumber(out double given):
                return NumberMatcher.Check(number.Definition, given) with { By = by };
            case DateSpec when value.TryGetDate(out DateTime date):
                return AnswerMatch.Matched(Value.From(DateTime.SpecifyKind(date.Date, DateTimeKind.Unspecified)), by);
            case DateSpec when value.TryGetText(out string? written) && IsoDate.TryParse(written, out DateTime date):
                return AnswerMatch.Matched(Value.From(DateTime.SpecifyKind(date.Date, DateTimeKind.Unspecified)), by);
            case EmailSpec when value.TryGetText(out string? address):
                return EmailMatcher.Match(address) with { By = by };
            case PhoneSpec when value.TryGetText(out string? digits):
                return PhoneMatcher.Match(digits) with { By = by };
            case RatingSpec rating when value.TryGetNumber(out double given):
                return RatingMatcher.Check(rating, given) with { By = by };
            case AttachmentSpec attachment when value.TryGetList(out ValueList? references):
                return AttachmentMatcher.Accept(attachment, references, by);
            default:
                return AnswerMatch.None;
        }
    }
}
