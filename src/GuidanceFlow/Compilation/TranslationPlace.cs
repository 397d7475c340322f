using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>A translation that is compiled with its flow.</summary>
/// <param name="Definition">What it says.</param>
/// <param name="Root">The root of its file in paths.</param>
/// <param name="Map">Finds places in its file.</param>
internal sealed record TranslationPlace(TranslationDefinition Definition, SourcePath Root, ISourceMap Map);
