using System.Collections.Frozen;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Answers;

/// <summary>Holds attachments against what a question takes, and understands customers who have none to send.</summary>
internal static class AttachmentMatcher
{
    /// <summary>Who understood an attachment: it is what it is.</summary>
    public const string Attached = "attached";

    private const int LongestReference = 2_000;

    private static readonly FrozenSet<string> None = (
        "skip|skip it|skip this|no|none|nothing|no photo|no picture|no file|no attachment|i cant|i can not|i cannot|cant|i cant send one|i cant send any|i cannot send one|i cant send a photo|i have none|i dont have one|i dont have any|without|go on without|"
        + "跳过|没有|没有照片|没有图片|没有文件|不发|发不了|我发不了|不能发|无法发送|无|算了|不用了").Split('|').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words instead of attachments: none, if the customer says so and may; anything else is not understood, because a name of a file is no file.</summary>
    public static AnswerMatch Match(AttachmentSpec spec, string text) =>
        None.Contains(AnswerText.Normalize(text)) ? Check(spec, []) with { By = AnswerMatch.Exact } : AnswerMatch.None;

    /// <summary>Attachments a channel took in.</summary>
    public static AnswerMatch Match(AnswerSpec answer, ReadOnlySpan<Attachment> attachments)
    {
        if (answer is not AttachmentSpec spec)
        {
            return AnswerMatch.None;
        }

        var references = new Value[attachments.Length];
        string? reason = null;
        for (int i = 0; i < references.Length; i++)
        {
            Attachment attachment = attachments[i];
            references[i] = Value.From(AnswerText.Repair(attachment.Reference ?? string.Empty));
            reason ??= string.IsNullOrWhiteSpace(attachment.Reference) ? TurnReason.Empty
                : !spec.Definition.Kinds.IsEmpty && !spec.Definition.Kinds.Contains(attachment.Kind) ? TurnReason.WrongKind
                : attachment.Size > spec.MaxBytes ? TurnReason.TooBig
                : null;
        }

        return reason is null ? Check(spec, references) : AnswerMatch.Invalid(reason);
    }

    /// <summary>References that an interpreter or the host says are the answer.</summary>
    public static AnswerMatch Accept(AttachmentSpec spec, ValueList references, string by)
    {
        foreach (Value reference in references)
        {
            if (!reference.TryGetText(out string? text) || string.IsNullOrWhiteSpace(text))
            {
                return AnswerMatch.None;
            }
        }

        return Check(spec, [.. references]) with { By = by };
    }

    /// <summary>What was sent, as a line of a conversation.</summary>
    public static string Describe(ReadOnlySpan<Attachment> attachments)
    {
        var parts = new string[attachments.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = $"[{Definitions.Reading.AnswerReader.AttachmentKinds.Of(attachments[i].Kind)}{(attachments[i].Name is { Length: > 0 } name ? ": " + AnswerText.Repair(name) : string.Empty)}]";
        }

        return string.Join(' ', parts);
    }

    private static AnswerMatch Check(AttachmentSpec spec, Value[] references)
    {
        Value value = Value.From(ValueList.Adopt(references));
        return Array.Exists(references, static reference => reference.TryGetText(out string? text) && text.Length > LongestReference) ? AnswerMatch.Invalid(TurnReason.TooLong)
            : references.Length < spec.Definition.Min ? AnswerMatch.Unfit(value, TurnReason.TooFew)
            : references.Length > spec.Definition.Max ? AnswerMatch.Unfit(value, TurnReason.TooMany)
            : AnswerMatch.Matched(value, Attached);
    }
}
