using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>Statements in order.</summary>
internal sealed class BlockSyntax(TextSpan span, StatementSyntax[] statements) : StatementSyntax(span)
{
    public StatementSyntax[] Statements { get; } = statements;
}
