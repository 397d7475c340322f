namespace GuidanceFlow.Definitions;

/// <summary>Files the customer sends, such as a photo of the error. The answer is the list of the host's references to them.</summary>
public sealed record AttachmentAnswerDefinition : AnswerDefinition
{
    /// <inheritdoc/>
    public override string Type => "attachment";

    /// <summary>The kinds that are taken; empty for all.</summary>
    public EquatableArray<AttachmentKind> Kinds { get; init; }

    /// <summary>The largest size of one attachment, in megabytes of 1,000,000 bytes; null for any.</summary>
    public double? MaxSize { get; init; }

    /// <summary>The fewest attachments that are an answer; 0 lets customers go on without one.</summary>
    /// <value>The default is 1.</value>
    public int Min { get; init; } = 1;

    /// <summary>The most attachments that are an answer, 1 to 20.</summary>
    /// <value>The default is 1.</value>
    public int Max { get; init; } = 1;
}
