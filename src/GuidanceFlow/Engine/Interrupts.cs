using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Engine;

/// <summary>Finds the interrupt an utterance asks for.</summary>
internal static class Interrupts
{
    /// <summary>How many interrupts may be under way at a time.</summary>
    public const int Deepest = 3;

    /// <summary>The interrupt with the longest phrase that is said: the flow's own before those of flows that wait for it. None that is under way already.</summary>
    /// <param name="context">The turn, at a question.</param>
    /// <param name="text">What the customer wrote.</param>
    /// <param name="isWhole">Whether only the whole utterance counts, and not a part of it.</param>
    public static FoundInterrupt? Find(EvaluationContext context, string text, bool isWhole)
    {
        if (text.Length > AnswerText.MatchLimit || !MayBegin(context.State.Caller))
        {
            return null;
        }

        string? normal = null;
        Flow flow = context.Flow;
        int depth = 0;
        for (CallFrame? frame = context.State.Caller; ; frame = frame.Outer, depth++)
        {
            CompiledInterrupt? found = null;
            int longest = 0;
            foreach (CompiledInterrupt interrupt in flow.Parts.Interrupts)
            {
                normal ??= AnswerText.Normalize(text);
                foreach (string phrase in interrupt.Phrases.In(flow.LocaleIndex(context.State.Locale)))
                {
                    bool isSaid = isWhole ? string.Equals(normal, phrase, StringComparison.Ordinal) : AnswerText.ContainsPhrase(normal, phrase);
                    if (isSaid && phrase.Length > longest && !IsUnderWay(context.State.Caller, flow.Id, interrupt.Id))
                    {
                        (found, longest) = (interrupt, phrase.Length);
                    }
                }
            }

            if (found is not null)
            {
                return new FoundInterrupt(flow.Id, depth, found);
            }

            if (frame is null)
            {
                return null;
            }

            flow = context.Root.Find(frame.Flow);
        }
    }

    private static bool MayBegin(CallFrame? caller)
    {
        int underWay = 0;
        for (CallFrame? frame = caller; frame is not null; frame = frame.Outer)
        {
            underWay += frame.Interruption is null ? 0 : 1;
        }

        return underWay < Deepest && !(caller?.Depth >= CallFrame.Deepest);
    }

    private static bool IsUnderWay(CallFrame? caller, string owner, string id)
    {
        for (CallFrame? frame = caller; frame is not null; frame = frame.Outer)
        {
            if (frame.Interruption is { } interruption && interruption.Owner == owner && interruption.Id == id)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>An interrupt that is asked for.</summary>
/// <param name="Owner">The id of the flow it belongs to.</param>
/// <param name="Depth">How many flows farther out that is than the one with the question.</param>
/// <param name="Interrupt">The interrupt.</param>
internal sealed record FoundInterrupt(string Owner, int Depth, CompiledInterrupt Interrupt);
