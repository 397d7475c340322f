using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Runtime.Scopes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Turns statements into nodes that run.</summary>
internal sealed class StatementBinder
{
    private readonly BindingContext _context;
    private readonly FunctionBinder _functions;

    public StatementBinder(BindingContext context)
    {
        _context = context;
        _functions = new FunctionBinder(context, this);
        Expressions = new ExpressionBinder(context, _functions);
    }

    /// <summary>What binds the expressions in the statements.</summary>
    public ExpressionBinder Expressions { get; }

    /// <summary>Binds a block; what its conditions say holds until its end.</summary>
    /// <param name="block">The block.</param>
    /// <param name="indent">How the statement around it indents literal text; null for what is known only where it is called.</param>
    public StatementNode Bind(BlockSyntax block, string? indent)
    {
        NullFacts before = _context.Facts;
        StatementSyntax[] statements = block.Statements;
        if (statements.Length == 1)
        {
            StatementNode only = Bind(statements[0], indent);
            _context.Facts = before;
            return only;
        }

        var nodes = new StatementNode[statements.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = Bind(statements[i], indent);
        }

        _context.Facts = before;
        return new BlockNode(nodes);
    }

    private StatementNode Bind(StatementSyntax statement, string? indent)
    {
        switch (statement)
        {
            case TextSyntax text:
                return new TextNode(_context.Text, text.Span, text.Indent ?? indent);
            case PrintSyntax print:
                return BindPrint(print.Expression, print.Indent ?? indent);
            case AssignSyntax assign:
                return BindAssign(assign, assign.Indent ?? indent);
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
            case DefineSyntax define:
                return BindDefinition(define);
            case WithSyntax with:
                return BindWith(with, with.Indent ?? indent);
            case WrapSyntax wrap:
                return BindWrap(wrap, wrap.Indent ?? indent);
            case ReadOnlySyntax readOnly:
                return BindReadOnly(readOnly);
            case ReturnSyntax leave when _context.IsInFunction || _context.IsWrapped:
                return new FunctionReturnNode(leave.Value is null ? null : Expressions.Bind(leave.Value).Node);
            case ReturnSyntax leave:
                return new ReturnNode(leave.Value is null ? null : BindPrint(leave.Value, leave.Indent ?? indent));
            case JumpSyntax jump:
                return new JumpNode(jump.IsBreak ? Signal.Break : Signal.Continue);
            default:
                return Bind((BlockSyntax)statement, indent);
        }
    }

    private StatementNode BindPrint(ExpressionSyntax value, string? indent)
    {
        if (_context.IsByName && value is NameSyntax { Name: VariableScopes.Block })
        {
            return new WrappedBlockNode(value.Span, indent, isInLoop: _context.Locals.InnermostFor >= 0 || _context.Locals.InnermostWhile >= 0);
        }

        Node node = Expressions.Bind(value).Node;
        return _context.IsByName ? new CallingPrintNode(node, indent) : new PrintNode(node, indent!);
    }

    /// <summary>Lets the functions that are called for a value print as the statement does.</summary>
    private Node Indented(Node value, string? indent) =>
        _context.IsByName && indent?.Length > 0 && value is not (LiteralNode or RangeNode) ? new IndentingNode(value, indent) : value;

    private StatementNode BindAssign(AssignSyntax syntax, string? indent)
    {
        Node value = Indented(Expressions.Bind(syntax.Value).Node, indent);
        bool isCompound = syntax.Sign != TokenKind.Equal;
        if (Expressions.Targets.Bind(syntax.Target, isCompound) is not { } target)
        {
            return new BlockNode([]);
        }

        return new AssignNode(syntax.Span, target, isCompound ? new ArithmeticNode(syntax.Span, OperatorOf(syntax.Sign), syntax.SignSpan, target.Before, value) : value);
    }

    private StatementNode BindCapture(CaptureSyntax syntax, string? indent)
    {
        StatementNode body = Bind(syntax.Body, indent);
        return Expressions.Targets.Bind(syntax.Target) is { } target ? new CaptureNode(target, body) : body;
    }

    private StatementNode BindDefinition(DefineSyntax syntax)
    {
        FunctionNode function = _functions.Bind(syntax.Function);
        return Expressions.Targets.Bind(syntax.Function.Name!) is { } target ? new AssignNode(syntax.Span, target, function) : new BlockNode([]);
    }

    private WithNode BindWith(WithSyntax syntax, string? indent)
    {
        Bound target = Expressions.Bind(syntax.Target);
        if (target.Type.Kind is not (StaticTypeKind.Any or StaticTypeKind.Object))
        {
            _context.Report(TemplateDiagnosticCode.TypeMismatch, syntax.Target.Span, $"\"with\" needs an object, not {TypeNames.Describe(target.Type)}.");
        }

        _context.Open();
        StatementNode body = Bind(syntax.Body, indent);
        _context.Close();
        return new WithNode(Indented(target.Node, indent), body);
    }

    private StatementNode BindWrap(WrapSyntax syntax, string? indent)
    {
        InvokeNode? call = Expressions.BindWrapped(syntax.Call);
        int around = _context.EnterWrapped();
        StatementNode body = Bind(syntax.Body, indent: null);
        _context.LeaveWrapped(around);
        return call is null ? body : new WrapNode(call, body, indent);
    }

    private StatementNode BindReadOnly(ReadOnlySyntax syntax)
    {
        if (syntax.Target is NameSyntax name && !NumberedArguments.Is(name.Name))
        {
            return Expressions.Targets.Bind(name) is null ? new BlockNode([]) : new ReadOnlyNode(name.Name);
        }

        if (syntax.Target is not ErrorSyntax)
        {
            _context.Report(TemplateDiagnosticCode.NotAllowed, syntax.Target.Span, "\"readonly\" needs the name of a variable.");
        }

        return new BlockNode([]);
    }

    private WhileNode BindWhile(WhileSyntax syntax, string? indent)
    {
        NullFacts before = _context.Facts;
        Bound condition = Expressions.Bind(syntax.Condition, tolerant: true);
        int depth = _context.Locals.EnterWhile();
        _context.Facts = before.And(condition.WhenTrue);
        StatementNode body = Bind(syntax.Body, indent);
        _context.Locals.LeaveLoop();
        _context.Facts = before;
        return new WhileNode(syntax.Span, Indented(condition.Node, indent), body, depth, _context.IsByName);
    }

    private CaseNode BindCase(CaseSyntax syntax, string? indent)
    {
        Node value = Indented(Expressions.Bind(syntax.Value, tolerant: true).Node, indent);
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

    private IfNode BindIf(IfSyntax syntax, string? indent)
    {
        NullFacts before = _context.Facts;
        var conditions = new Node[syntax.Branches.Length];
        var bodies = new StatementNode[syntax.Branches.Length];
        NullFacts failed = default;
        for (int i = 0; i < conditions.Length; i++)
        {
            (ExpressionSyntax condition, BlockSyntax body) = syntax.Branches[i];
            _context.Facts = before.And(failed);
            Bound bound = Expressions.Bind(condition, tolerant: true);
            conditions[i] = Indented(bound.Node, indent);
            _context.Facts = _context.Facts.And(bound.WhenTrue);
            bodies[i] = Bind(body, indent);
            failed = failed.And(bound.WhenFalse);
        }

        _context.Facts = before.And(failed);
        StatementNode? otherwise = syntax.Otherwise is null ? null : Bind(syntax.Otherwise, indent);

        // Behind "if x == null; continue; end" x is not null.
        bool leaves = otherwise is null && Array.TrueForAll(syntax.Branches, branch => branch.Body.Statements is [.., JumpSyntax]);
        _context.Facts = leaves ? before.And(failed) : before;
        return new IfNode(conditions, bodies, otherwise);
    }

    private ForNode BindFor(ForSyntax syntax, string? indent)
    {
        Bound list = Expressions.Bind(syntax.List);
        StaticType item = ItemType(list.Type);
        if (list.Type.Kind is not (StaticTypeKind.Any or StaticTypeKind.List or StaticTypeKind.Text or StaticTypeKind.Object))
        {
            _context.Report(TemplateDiagnosticCode.TypeMismatch, syntax.List.Span, $"\"for\" needs a list, a text or an object, not {TypeNames.Describe(list.Type)}.");
        }

        Node? offset = syntax.Offset is null ? null : Expressions.Bind(syntax.Offset).Node;
        Node? limit = syntax.Limit is null ? null : Expressions.Bind(syntax.Limit).Node;
        if (NumberedArguments.Is(syntax.Variable.Name))
        {
            _context.Report(TemplateDiagnosticCode.NotAllowed, syntax.Variable.Span, $"\"{syntax.Variable.Name}\" is an argument; give the items a name of their own.");
        }

        int variable = _context.Locals.EnterLoop(syntax.Variable.Name, item);
        int depth = _context.Locals.InnermostFor;
        StatementNode body = Bind(syntax.Body, indent);
        _context.Locals.LeaveLoop();
        return new ForNode(syntax.Span, Indented(list.Node, indent), body)
        {
            Variable = variable,
            Name = _context.IsByName ? syntax.Variable.Name : null,
            Depth = depth,
            Offset = offset,
            Limit = limit,
            IsReversed = syntax.IsReversed,
            TracksChanges = _context.StopTrackingChanges(depth) || _context.IsByName,
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
