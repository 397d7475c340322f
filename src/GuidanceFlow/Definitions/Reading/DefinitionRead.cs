using System.Collections.Immutable;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>What came of reading a text.</summary>
/// <typeparam name="T">What it should be.</typeparam>
/// <param name="Definition">It; null when there is a finding.</param>
/// <param name="Diagnostics">Everything that was found, in the order of the text.</param>
/// <param name="Map">Finds its parts in the text.</param>
/// <param name="Recovered">What could be read in spite of findings; null when nothing could.</param>
internal sealed record DefinitionRead<T>(T? Definition, ImmutableArray<Diagnostic> Diagnostics, ISourceMap Map, T? Recovered)
    where T : class;
