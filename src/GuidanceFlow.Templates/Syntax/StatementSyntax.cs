using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>A piece of the text that does something.</summary>
internal abstract class StatementSyntax(TextSpan span)
{
    public TextSpan Span { get; } = span;

    /// <summary>
    /// The white space between the line's start and the code block that the statement stands in; every line that the
    /// statement prints is indented by it. Null for literal text, which takes it from the statement around it, but empty for
    /// that of an escape block, which is never indented.
    /// </summary>
    public string? Indent { get; init; }
}
