using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>One member or index; the member counts when there is no index.</summary>
internal readonly record struct PathStep(TextSpan Span, string Member, Node? Index, bool IsOptional);
