using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>The session that comes some time after another one.</summary>
/// <param name="Flow">The id of its flow.</param>
/// <param name="After">How long after the end.</param>
/// <param name="With">Its inputs.</param>
/// <param name="Skips">Whether one that comes late is skipped.</param>
internal sealed record CompiledFollowUp(string Flow, TimeSpan After, KeyValuePair<string, Expression>[] With, bool Skips);
