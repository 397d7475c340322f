using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>What happens when a customer says nothing at a question.</summary>
/// <param name="RemindAfter">The time before each reminder; null for none.</param>
/// <param name="Texts">The reminders; empty for one that asks the question again.</param>
/// <param name="GiveUpAfter">The time until the question is given up; null for never.</param>
/// <param name="Goto">The step that leads to; null for where the fallback leads.</param>
/// <param name="Skips">Whether what comes late is skipped.</param>
internal sealed record CompiledSilence(TimeSpan? RemindAfter, Localized<Template[]> Texts, TimeSpan? GiveUpAfter, int? Goto, bool Skips)
{
    /// <summary>How many reminders there are.</summary>
    public int Reminders => RemindAfter is null ? 0 : Math.Max(1, Texts.Source.Length);
}
