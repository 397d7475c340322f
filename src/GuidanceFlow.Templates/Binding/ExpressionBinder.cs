using System.Runtime.CompilerServices;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Runtime.Numbers;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Turns expressions into nodes that run, and reports what cannot work.</summary>
internal sealed class ExpressionBinder
{
    private readonly BindingContext _context;
    private readonly PathBinder _paths;
    private readonly CallBinder _calls;
    private readonly ChainBinder _chains;

    private readonly FunctionBinder _functions;

    public ExpressionBinder(BindingContext context, FunctionBinder functions)
    {
        _functions = functions;
        _context = context;
        _calls = new CallBinder(context, this);
        _paths = new PathBinder(context, this, _calls);
        _chains = new ChainBinder(context, this, _calls);
        Targets = new AssignmentTargets(context, this);
    }

    /// <summary>What binds the targets of assignments.</summary>
    public AssignmentTargets Targets { get; }

    /// <summary>Binds an expression.</summary>
    /// <param name="syntax">What was written.</param>
    /// <param name="tolerant">Whether the place provides for null, as the left side of <c>??</c> does.</param>
    public Bound Bind(ExpressionSyntax syntax, bool tolerant = false)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return BindAny(syntax, tolerant);
    }

    private Bound BindAny(ExpressionSyntax syntax, bool tolerant) => syntax switch
    {
        LiteralSyntax literal => Literal(literal.Span, literal.Value),
        NameSyntax name => _paths.Bind(name, [], name.Span, tolerant),
        PathSyntax path => _paths.Bind(path.Target, path.Links, path.Span, tolerant),
        CallSyntax call => _calls.Bind(call),
        FunctionSyntax { IsParenthesized: true } function => new Bound(_calls.BindInvoke(new CallSyntax(function.Span, function, [])), StaticType.Any),
        FunctionSyntax function => new Bound(_functions.Bind(function), StaticType.Any),
        PointerSyntax { Operand: FunctionSyntax function } pointer => new Bound(new PointerNode(pointer.Span, BindFunction(function)), StaticType.Any),
        PointerSyntax pointer => new Bound(new PointerNode(pointer.Span, Bind(pointer.Operand, tolerant: true).Node), StaticType.Any),
        ChainSyntax chain => _chains.Bind(chain, tolerant),
        UnarySyntax { Sign: TokenKind.Not } not => BindNot(not, tolerant),
        UnarySyntax sign => BindSign(sign),
        ConditionalSyntax conditional => BindConditional(conditional, tolerant),
        IncrementSyntax increment => BindIncrement(increment),
        InterpolationSyntax text => new Bound(new InterpolationNode(text.Span, Array.ConvertAll(text.Parts, part => Bind(part).Node)), StaticType.Text),
        ListSyntax list => BindList(list),
        ObjectSyntax members => BindObject(members),
        _ => new Bound(new LiteralNode(syntax.Span, Value.Null), StaticType.Any),
    };

    /// <summary>Binds a function that is to be a value, in parentheses or not.</summary>
    public FunctionNode BindFunction(FunctionSyntax syntax) => _functions.Bind(syntax);

    /// <summary>Binds the call of <c>wrap</c>; null, with a report, for anything else.</summary>
    public InvokeNode? BindWrapped(ExpressionSyntax syntax)
    {
        CallSyntax call = syntax as CallSyntax ?? new CallSyntax(syntax.Span, syntax, []);
        if (call.Callee is NameSyntax or PathSyntax or FunctionSyntax or PointerSyntax)
        {
            return _calls.BindInvoke(call);
        }

        if (syntax is not ErrorSyntax)
        {
            _context.Report(TemplateDiagnosticCode.NotAllowed, syntax.Span, "\"wrap\" needs a function with its arguments: \"wrap frame 3\".");
        }

        return null;
    }

    /// <summary>Binds an expression under further facts.</summary>
    public Bound BindUnder(NullFacts facts, ExpressionSyntax syntax, bool tolerant)
    {
        NullFacts before = _context.Facts;
        _context.Facts = before.And(facts);
        Bound bound = Bind(syntax, tolerant);
        _context.Facts = before;
        return bound;
    }

    private static Bound Literal(TextSpan span, Value value) => new(new LiteralNode(span, value), TypeOf(value));

    private static StaticType TypeOf(Value value) => value.Kind switch
    {
        Runtime.ValueKind.Boolean => StaticType.Boolean,
        Runtime.ValueKind.Integer => StaticType.Integer,
        Runtime.ValueKind.Number => StaticType.Number,
        Runtime.ValueKind.Text => StaticType.Text,
        Runtime.ValueKind.Other when value.Reference is OtherNumber => StaticType.Number,
        _ => StaticType.Any,
    };

    private Bound BindNot(UnarySyntax syntax, bool tolerant)
    {
        Bound operand = Bind(syntax.Operand, tolerant);
        return new Bound(new NotNode(syntax.Span, operand.Node), StaticType.Boolean) { WhenTrue = operand.WhenFalse, WhenFalse = operand.WhenTrue };
    }

    private Bound BindIncrement(IncrementSyntax syntax)
    {
        return Targets.Bind(syntax.Target, readsBefore: true) is { } target
            ? new Bound(new IncrementNode(syntax.Span, target, syntax.IsUp, syntax.IsPrefix), StaticType.Number)
            : Literal(syntax.Span, Value.Null);
    }

    private Bound BindSign(UnarySyntax syntax)
    {
        Bound operand = Bind(syntax.Operand);
        bool isMinus = syntax.Sign == TokenKind.Minus;
        if (operand.Node is LiteralNode { Value: var literal })
        {
            if (OtherArithmetic.TryNegate(literal, out Value negated))
            {
                return Literal(syntax.Span, isMinus ? negated : literal);
            }
        }

        if (operand.Type.Kind != StaticTypeKind.Any && !OperatorTypes.IsNumeric(operand.Type))
        {
            _context.Report(TemplateDiagnosticCode.TypeMismatch, syntax.Span, $"\"{(isMinus ? "-" : "+")}\" needs a number, not {TypeNames.Describe(operand.Type)}.");
        }

        return new Bound(new SignNode(syntax.Span, operand.Node, isMinus), operand.Type);
    }

    private Bound BindConditional(ConditionalSyntax syntax, bool tolerant)
    {
        Bound condition = Bind(syntax.Condition, tolerant: true);
        Bound whenTrue = BindUnder(condition.WhenTrue, syntax.WhenTrue, tolerant);
        Bound whenFalse = BindUnder(condition.WhenFalse, syntax.WhenFalse, tolerant);

        // A "null" that is written out says no more than that the value may be null; the other type stays known.
        StaticType type = syntax.WhenTrue is LiteralSyntax { Value.IsNull: true } ? whenFalse.Type.OrNull()
            : syntax.WhenFalse is LiteralSyntax { Value.IsNull: true } ? whenTrue.Type.OrNull()
            : TypeJoin.Of(whenTrue.Type, whenFalse.Type);
        return new Bound(new ConditionalNode(syntax.Span, condition.Node, whenTrue.Node, whenFalse.Node), type);
    }

    private Bound BindList(ListSyntax syntax)
    {
        StaticType? item = null;
        var items = new Node[syntax.Items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            Bound bound = Bind(syntax.Items[i]);
            items[i] = bound.Node;
            item = item is null ? bound.Type : TypeJoin.Of(item, bound.Type);
        }

        return new Bound(new ListNode(syntax.Span, items), StaticType.List(item ?? StaticType.Any));
    }

    private Bound BindObject(ObjectSyntax syntax)
    {
        // Of a name given twice the last value counts, at the first one's place.
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new List<string>();
        var fields = new List<StaticField>();
        var nodes = new List<Node>();
        foreach ((string name, ExpressionSyntax value) in syntax.Members)
        {
            Bound bound = Bind(value);
            if (places.TryAdd(name, names.Count))
            {
                names.Add(name);
                fields.Add(new StaticField(name, bound.Type));
                nodes.Add(bound.Node);
            }
            else
            {
                fields[places[name]] = new StaticField(name, bound.Type);
                nodes[places[name]] = bound.Node;
            }
        }

        return new Bound(new ObjectNode(syntax.Span, [.. names], [.. nodes]), StaticType.Object([.. fields]));
    }
}
