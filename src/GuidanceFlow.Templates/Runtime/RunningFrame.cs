using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>What belongs to the text or function that runs at the moment.</summary>
/// <param name="Text">The text it came from, for the places of failures.</param>
/// <param name="Partial">The name under which that text was included; null for the template itself.</param>
/// <param name="Loops">Where its loops stand.</param>
internal sealed record RunningFrame(string Text, string? Partial, LoopFrame[] Loops)
{
    /// <summary>What of it ran when it was left for another; its beginning before it runs.</summary>
    public TextSpan Place { get; init; }
}
