using System.Text;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Chooses among the wordings of a text: the first whose condition is true, else by weight, else the step's own.</summary>
internal static class VariantChoice
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The wording, which the context notes.</summary>
    public static Template Choose(EvaluationContext context, CompiledPrompt prompt)
    {
        foreach (CompiledVariant variant in prompt.Variants)
        {
            if (variant.When?.EvaluateBoolean(context, context.Settings) == true)
            {
                return Note(context, variant);
            }
        }

        FlowStep step = context.Flow.Nodes[context.Step];
        int percentile = PercentileOf(context.Flow.Id, step.Id, context.State.Id);
        foreach (CompiledVariant variant in prompt.Variants)
        {
            if (percentile < variant.Below)
            {
                return Note(context, variant);
            }
        }

        context.Variant = VariantDefinition.Base;
        return prompt.Text;
    }

    /// <summary>The id of the wording that was rendered for what is said now; null where there is only one.</summary>
    public static string? TakeId(EvaluationContext context)
    {
        if (context.Variant is not { } id)
        {
            return null;
        }

        context.Variant = null;
        return id;
    }

    /// <summary>
    /// Where a session stands at a step, from 0 to 99; the same on every machine and in every version: journals are compared by it. FNV-1a of 32 bits
    /// over the UTF-8 of the three ids with a zero byte behind each, then the last steps of MurmurHash3, because FNV-1a alone leaves the high bits of
    /// ids that differ in their last letter alike.
    /// </summary>
    public static int PercentileOf(string flow, string step, string session)
    {
        uint hash = Add(Add(Add(Offset, flow), step), session);
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        hash ^= hash >> 16;
        return (int)((hash * 100UL) >> 32);
    }

    private static Template Note(EvaluationContext context, CompiledVariant variant)
    {
        context.Variant = variant.Id;
        return variant.Text;
    }

    private static uint Add(uint hash, string text)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (Rune rune in text.EnumerateRunes())
        {
            foreach (byte unit in utf8[..rune.EncodeToUtf8(utf8)])
            {
                hash = (hash ^ unit) * Prime;
            }
        }

        return hash * Prime; // the zero byte
    }
}
