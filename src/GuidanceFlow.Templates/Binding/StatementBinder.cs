using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Turns statements into nodes that run.</summary>
internal sealed class StatementBinder(BindingContext context)
{
    private readonly AssignmentTargets _targets = new(context);

    /// <summary>What binds the expressions in the statements.</summary>
    public ExpressionBinder Expressions { get; } = new(context);

    /// <summary>Binds a block; what its conditions say holds until its end.</summary>
    /// <param name="block">The block.</param>
    /// <param name="indent">How the statement around it indents literal text.</param>
    public StatementNode Bind(BlockSyntax block, string indent)
    {
        NullFacts before = context.Facts;
        StatementSyntax[] statements = block.Statements;
        if (statements.Length == 1)
        {
            StatementNode only = Bind(statements[0], indent);
            context.Facts = before;
            return only;
        }

        var nodes = new StatementNode[statements.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = Bind(statements[i], indent);
        }

        context.Facts = before;
        return new BlockNode(nodes);
    }

    private StatementNode Bind(StatementSyntax statement, string indent)
    {
        switch (statement)
        {
            case TextSyntax text:
                return new TextNode(context.Text, text.Span, indent);
            case PrintSyntax print:
                return new PrintNode(Expressions.Bind(print.Expression).Node, print.Indent ?? indent);
            case AssignSyntax assign:
                return BindAssign(assign);
            case IfSyntax choice:
                return BindIf(choice, choice.Indent ?? indent);
            case ForSyntax loop:
                return BindFor(loop, loop.Indent ?? indent);
            case WhileSyntax loop:
                return BindWhile(loop, loop.Indent ?? indent);
            case CaseSyntax choice:
                return BindCase(choice, choice.Indent ?? indent);
            case CaptureSyntax capture:
                return BindCapture(capture, capture.Indent ?? indent);
            case ReturnSyntax leave:
                return new ReturnNode(leave.Value is null ? null : new PrintNode(Expressions.Bind(leave.Value).Node, leave.Indent ?? indent));
            case JumpSyntax jump:
                return new JumpNode(jump.IsBreak ? Signal.Break : Signal.Continue);
            default:
                return Bind((BlockSyntax)statement, indent);
        }
    }

    private StatementNode BindAssign(AssignSyntax syntax)
    {
        Bound value = Expressions.Bind(syntax.Value);
        if (!_targets.TryFind(syntax.Target, out string name, out int index))
        {
            return new BlockNode([]);
        }

        Node node = value.Node;
        if (syntax.Sign != TokenKind.Equal)
        {
            Node before = _targets.ValueBefore(syntax.Target.Span, name, index);
            node = new ArithmeticNode(syntax.Span, OperatorOf(syntax.Sign), syntax.SignSpan, before, value.Node);
        }

        return new AssignNode(syntax.Span, index, node);
    }

    private StatementNode BindCapture(CaptureSyntax syntax, string indent)
    {
        StatementNode body = Bind(syntax.Body, indent);
        return _targets.TryFind(syntax.Target, out _, out int index) ? new CaptureNode(index, body) : body;
    }

    private WhileNode BindWhile(WhileSyntax syntax, string indent)
    {
        NullFacts before = context.Facts;
        Bound condition = Expressions.Bind(syntax.Condition, tolerant: true);
        int depth = context.Locals.EnterWhile();
        context.Facts = before.And(condition.WhenTrue);
        StatementNode body = Bind(syntax.Body, indent);
        context.Locals.LeaveLoop();
        context.Facts = before;
        return new WhileNode(syntax.Span, condition.Node, body, depth);
    }

    private CaseNode BindCase(CaseSyntax syntax, string indent)
    {
        Node value = Expressions.Bind(syntax.Value, tolerant: true).Node;
        var candidates = new Node[syntax.Branches.Length][];
        var bodies = new StatementNode[syntax.Branches.Length];
        for (int i = 0; i < bodies.Length; i++)
        {
            candidates[i] = Array.ConvertAll(syntax.Branches[i].Values, candidate => Expressions.Bind(candidate, tolerant: true).Node);
            bodies[i] = Bind(syntax.Branches[i].Body, indent);
        }

        return new CaseNode(value, candidates, bodies, syntax.Otherwise is null ? null : Bind(syntax.Otherwise, indent));
    }

    private static TokenKind OperatorOf(TokenKind sign) => sign switch
    {
        TokenKind.PlusEqual => TokenKind.Plus,
        TokenKind.MinusEqual => TokenKind.Minus,
        TokenKind.StarEqual => TokenKind.Star,
        TokenKind.SlashEqual => TokenKind.Slash,
        TokenKind.SlashSlashEqual => TokenKind.SlashSlash,
        _ => TokenKind.Percent,
    };

    private IfNode BindIf(IfSyntax syntax, string indent)
    {
        NullFacts before = context.Facts;
        var conditions = new Node[syntax.Branches.Length];
        var bodies = new StatementNode[syntax.Branches.Length];
        NullFacts failed = default;
        for (int i = 0; i < conditions.Length; i++)
        {
            (ExpressionSyntax condition, BlockSyntax body) = syntax.Branches[i];
            context.Facts = before.And(failed);
            Bound bound = Expressions.Bind(condition, tolerant: true);
            conditions[i] = bound.Node;
            context.Facts = context.Facts.And(bound.WhenTrue);
            bodies[i] = Bind(body, indent);
            failed = failed.And(bound.WhenFalse);
        }

        context.Facts = before.And(failed);
        StatementNode? otherwise = syntax.Otherwise is null ? null : Bind(syntax.Otherwise, indent);

        // Behind "if x == null; continue; end" x is not null.
        bool leaves = otherwise is null && Array.TrueForAll(syntax.Branches, branch => branch.Body.Statements is [.., JumpSyntax]);
        context.Facts = leaves ? before.And(failed) : before;
        return new IfNode(conditions, bodies, otherwise);
    }

    private ForNode BindFor(ForSyntax syntax, string indent)
    {
        Bound list = Expressions.Bind(syntax.List);
        StaticType item = ItemType(list.Type);
        if (list.Type.Kind is not (StaticTypeKind.Any or StaticTypeKind.List or StaticTypeKind.Text or StaticTypeKind.Object))
        {
            context.Report(TemplateDiagnosticCode.TypeMismatch, syntax.List.Span, $"\"for\" needs a list, a text or an object, not {TypeNames.Describe(list.Type)}.");
        }

        Node? offset = syntax.Offset is null ? null : Expressions.Bind(syntax.Offset).Node;
        Node? limit = syntax.Limit is null ? null : Expressions.Bind(syntax.Limit).Node;
        int variable = context.Locals.EnterLoop(syntax.Variable.Name, item);
        int depth = context.Locals.InnermostFor;
        StatementNode body = Bind(syntax.Body, indent);
        context.Locals.LeaveLoop();
        return new ForNode(syntax.Span, list.Node, body)
        {
            Variable = variable,
            Depth = depth,
            Offset = offset,
            Limit = limit,
            IsReversed = syntax.IsReversed,
            TracksChanges = context.StopTrackingChanges(depth),
            Otherwise = syntax.Otherwise is null ? null : Bind(syntax.Otherwise, indent),
        };
    }

    private static StaticType ItemType(StaticType list) => list.Kind switch
    {
        StaticTypeKind.List => list.Item!,
        StaticTypeKind.Text => StaticType.Text,
        StaticTypeKind.Object => StaticType.Object(new StaticField("key", StaticType.Text), new StaticField("value", StaticType.Any)),
        _ => StaticType.Any,
    };
}
