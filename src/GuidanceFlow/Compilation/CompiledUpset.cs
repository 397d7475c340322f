using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>What is done for customers who are upset.</summary>
/// <param name="Words">What shows it, normalised: the flow's own words and those of the language.</param>
/// <param name="Texts">What is said first, by the number of the signal.</param>
/// <param name="After">At which signal they are led elsewhere.</param>
/// <param name="Goto">The step they are led to; <see cref="Target.None"/> for none.</param>
internal sealed record CompiledUpset(Localized<string[]> Words, Localized<Template[]> Texts, int After, int Goto);
