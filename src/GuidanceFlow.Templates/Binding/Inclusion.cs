using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Binding;

/// <summary>One place where a template includes a partial.</summary>
/// <param name="Partial">The partial's name; null when it is only known when the template runs.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Inclusion(string? Partial, TextSpan Span);
