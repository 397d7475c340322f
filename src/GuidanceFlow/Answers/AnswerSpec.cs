using System.Globalization;
using System.Text.RegularExpressions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>What a question understands, compiled.</summary>
internal abstract record AnswerSpec
{
    /// <summary>The kind as it stands in the file.</summary>
    public abstract string Type { get; }

    /// <summary>What a value must be to be an answer, in words.</summary>
    public abstract string Wanted { get; }

    /// <summary>What must hold for an answer; null for nothing.</summary>
    public Expression? Check { get; init; }

    /// <summary>What is said to one that does not fit the pattern or fails the check; null for the retry texts.</summary>
    public Template? Message { get; init; }
}

/// <summary>Yes or no.</summary>
/// <param name="Yes">The question's own normalised words for yes.</param>
/// <param name="No">Those for no.</param>
internal sealed record YesNoSpec(string[] Yes, string[] No) : AnswerSpec
{
    public override string Type => "yes_no";

    public override string Wanted => "true or false";

    /// <summary>How an answer reads to people: in English and Chinese as everybody says it, in other languages as the question has it first.</summary>
    public string WordFor(bool answer, string locale) => locale.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "zh" => answer ? "是" : "否",
        not "en" when (answer ? Yes : No) is [var own, ..] => own,
        _ => answer ? "yes" : "no",
    };
}

/// <summary>Free text.</summary>
/// <param name="MaxLength">The most UTF-16 units.</param>
/// <param name="Pattern">What the whole text must match; null for anything.</param>
internal sealed record TextSpec(int MaxLength, Regex? Pattern) : AnswerSpec
{
    public override string Type => "text";

    public override string Wanted => Pattern is null ? "a text in its bounds" : "a text in its bounds that fits its pattern";

    /// <summary>Reads a text.</summary>
    public AnswerMatch Match(string text, string by)
    {
        string trimmed = text.Trim();
        return trimmed.Length == 0 ? AnswerMatch.Invalid(TurnReason.Empty)
            : trimmed.Length > MaxLength ? AnswerMatch.Invalid(TurnReason.TooLong)
            : Pattern?.IsMatch(trimmed) == false ? AnswerMatch.Unfit(Value.From(trimmed), TurnReason.Pattern)
            : AnswerMatch.Matched(Value.From(trimmed), by);
    }
}

/// <summary>An e-mail address.</summary>
internal sealed record EmailSpec : AnswerSpec
{
    public override string Type => "email";

    public override string Wanted => "an e-mail address";
}

/// <summary>A telephone number.</summary>
internal sealed record PhoneSpec : AnswerSpec
{
    public override string Type => "phone";

    public override string Wanted => "a telephone number of 7 to 15 digits";
}

/// <summary>A day.</summary>
internal sealed record DateSpec(bool Past) : AnswerSpec
{
    public override string Type => "date";

    public override string Wanted => "a date";
}

/// <summary>A rating on a scale.</summary>
internal sealed record RatingSpec(int From, int Scale) : AnswerSpec
{
    public override string Type => "rating";

    public override string Wanted => string.Create(CultureInfo.InvariantCulture, $"a whole number from {From} to {Scale}");
}

/// <summary>A number.</summary>
internal sealed record NumberSpec(NumberAnswerDefinition Definition) : AnswerSpec
{
    public override string Type => "number";

    public override string Wanted => Definition.Integer ? "a whole number in its bounds" : "a number in its bounds";
}
