using System.Globalization;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates;

/// <summary>One mistake in a template or expression, with its place and a remedy.</summary>
/// <param name="Code">What kind of mistake it is.</param>
/// <param name="Span">Where it stands in the template's text.</param>
/// <param name="Line">The line it starts on, from 1.</param>
/// <param name="Column">The column it starts at, from 1, in UTF-16 units.</param>
/// <param name="Message">One sentence that says what is wrong and, where one is known, the remedy.</param>
public sealed record TemplateDiagnostic(TemplateDiagnosticCode Code, TextSpan Span, int Line, int Column, string Message)
{
    /// <summary>The name of the partial whose text the place is in; null for the template's own text.</summary>
    public string? Partial { get; init; }

    /// <summary>The mistake as <c>(line,column): message</c>, the partial's name before it if the place is in one.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Partial}({Line},{Column}): {Message}");
}
