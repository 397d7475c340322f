using System.Collections.Immutable;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>Statements in order.</summary>
internal sealed class BlockSyntax(TextSpan span, ImmutableArray<StatementSyntax> statements) : StatementSyntax(span)
{
    public ImmutableArray<StatementSyntax> Statements { get; } = statements;
}
