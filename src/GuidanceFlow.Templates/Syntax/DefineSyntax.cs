using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>A function with a name, as a statement.</summary>
internal sealed class DefineSyntax(TextSpan span, FunctionSyntax function) : StatementSyntax(span)
{
    public FunctionSyntax Function { get; } = function;
}
