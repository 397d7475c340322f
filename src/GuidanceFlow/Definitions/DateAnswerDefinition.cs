namespace GuidanceFlow.Definitions;

/// <summary>A day, written out (<c>2026-01-05</c>, <c>5 January</c>, <c>1月5日</c>) or told from today (<c>tomorrow</c>, <c>two weeks ago</c>, 下周一).</summary>
public sealed record DateAnswerDefinition : AnswerDefinition
{
    /// <inheritdoc/>
    public override string Type => "date";

    /// <summary>Whether a day without a year and a bare weekday are the last such day, as in "when did you buy it?", and not the next one.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Past { get; init; }
}
