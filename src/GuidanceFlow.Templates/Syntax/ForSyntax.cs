using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>for x in list offset:1 limit:2 reversed … else … end</c>.</summary>
internal sealed class ForSyntax(TextSpan span, NameSyntax variable, ExpressionSyntax list, BlockSyntax body, BlockSyntax? otherwise) : StatementSyntax(span)
{
    public NameSyntax Variable { get; } = variable;

    public ExpressionSyntax List { get; } = list;

    public BlockSyntax Body { get; } = body;

    public BlockSyntax? Otherwise { get; } = otherwise;

    public ExpressionSyntax? Offset { get; init; }

    public ExpressionSyntax? Limit { get; init; }

    public bool IsReversed { get; init; }
}
