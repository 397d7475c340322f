using System.Globalization;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Answers;

/// <summary>Files the customer sends.</summary>
internal sealed record AttachmentSpec(AttachmentAnswerDefinition Definition) : AnswerSpec
{
    private const double Megabyte = 1_000_000;

    public override string Type => "attachment";

    public override string Wanted => string.Create(CultureInfo.InvariantCulture, $"a list of {Definition.Min} to {Definition.Max} references to attachments");

    /// <summary>The largest size of one, in bytes; null for any.</summary>
    public long? MaxBytes => Definition.MaxSize is { } size ? size * Megabyte < long.MaxValue ? (long)(size * Megabyte) : long.MaxValue : null;
}
