using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Binds operators and pipes, each applied to what stands left of it.</summary>
internal sealed class ChainBinder(BindingContext context, ExpressionBinder expressions, CallBinder calls)
{
    // A chain up to this length becomes nested nodes, which run faster; a longer one is run in a loop.
    private const int LongestNested = 16;

    public Bound Bind(ChainSyntax chain, bool tolerant)
    {
        bool comparesFirst = IsEquality(chain.Links[0].Sign);
        context.MayBeText = comparesFirst && chain.First is NameSyntax;
        Bound left = expressions.Bind(chain.First, ToleratesNullOnLeft(chain.Links[0]) || (tolerant && IsLogic(chain.Links[0].Sign)));
        if (chain.Links.Length <= LongestNested)
        {
            foreach (ChainLink link in chain.Links)
            {
                left = BindLink(SpanUpTo(chain, link), link, left, left.Node, tolerant);
            }

            return left;
        }

        Node first = left.Node;
        var steps = new StepNode[chain.Links.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            ChainLink link = chain.Links[i];
            left = BindLink(SpanUpTo(chain, link), link, left, null, tolerant);
            steps[i] = left.Node as StepNode ?? new CoalesceNode(link.SignSpan, null, left.Node, whenNull: false);
        }

        return left with { Node = new ChainNode(chain.Span, first, steps) };
    }

    private static TextSpan SpanUpTo(ChainSyntax chain, ChainLink link) => new(chain.Span.Start, link.Operand.Span.End - chain.Span.Start);

    private static bool IsLogic(TokenKind sign) => sign is TokenKind.AndAnd or TokenKind.OrOr;

    private static bool IsEquality(TokenKind sign) => sign is TokenKind.EqualEqual or TokenKind.NotEqual;

    private static bool IsNullLiteral(Node? node) => node is LiteralNode { Value.IsNull: true };

    private bool ToleratesNullOnLeft(ChainLink link) => link.Sign switch
    {
        TokenKind.QuestionQuestion or TokenKind.QuestionNot or TokenKind.AndAnd or TokenKind.OrOr => true,
        TokenKind.EqualEqual or TokenKind.NotEqual => link.Operand is LiteralSyntax { Value.IsNull: true },
        TokenKind.Pipe => link.Operand is CallSyntax call && calls.ToleratesNullFirst(call),
        _ => false,
    };

    private Bound BindLink(TextSpan span, ChainLink link, Bound left, Node? leftNode, bool tolerant)
    {
        if (link.Sign == TokenKind.Pipe)
        {
            return link.Operand is CallSyntax call
                ? calls.BindPipe(span, call, left, leftNode)
                : new Bound(new CoalesceNode(span, leftNode, expressions.Bind(link.Operand).Node, whenNull: false), StaticType.Any);
        }

        switch (link.Sign)
        {
            case TokenKind.AndAnd or TokenKind.OrOr:
                return BindLogic(span, link, left, leftNode, tolerant);
            case TokenKind.QuestionQuestion or TokenKind.QuestionNot:
                return BindCoalesce(span, link, left, leftNode, tolerant);
        }

        bool comparesNull = IsEquality(link.Sign) && IsNullLiteral(left.Node);
        context.MayBeText = IsEquality(link.Sign) && link.Operand is NameSyntax;
        Bound right = expressions.Bind(link.Operand, comparesNull);
        context.MayBeText = false;
        switch (link.Sign)
        {
            case TokenKind.EqualEqual or TokenKind.NotEqual:
                Check(OperatorTypes.CanEqual(left.Type, right.Type), link, left, right);
                LiteralComparison.Check(context, left, right, link.Operand.Span);
                return BindEquality(span, link, left, leftNode, right);
            case TokenKind.Less or TokenKind.LessEqual or TokenKind.Greater or TokenKind.GreaterEqual:
                Check(OperatorTypes.CanOrder(left.Type, right.Type), link, left, right);
                return BindOrder(span, link, left, leftNode, right);
            case TokenKind.DotDot or TokenKind.DotDotLess:
                Check(IsWhole(left.Type) && IsWhole(right.Type), link, left, right);
                return new Bound(new RangeNode(span, link.Sign == TokenKind.DotDot, link.SignSpan, leftNode, right.Node), StaticType.List(StaticType.Integer));
            case TokenKind.ShiftLeft or TokenKind.ShiftRight:
                return new Bound(new ShiftNode(span, link.Sign == TokenKind.ShiftLeft, link.SignSpan, leftNode, right.Node), StaticType.Any);
            default:
                StaticType? type = OperatorTypes.TryArithmetic(link.Sign, left.Type, right.Type);
                Check(type is not null, link, left, right);
                return new Bound(new ArithmeticNode(span, link.Sign, link.SignSpan, leftNode, right.Node), type ?? StaticType.Any);
        }
    }

    private static bool IsWhole(StaticType type) => type.Kind is StaticTypeKind.Integer or StaticTypeKind.Any;

    private void Check(bool fits, ChainLink link, Bound left, Bound right)
    {
        if (fits)
        {
            return;
        }

        bool hasText = left.Type.Kind == StaticTypeKind.Text || right.Type.Kind == StaticTypeKind.Text;
        bool compares = link.Sign is TokenKind.EqualEqual or TokenKind.NotEqual or TokenKind.Less or TokenKind.LessEqual or TokenKind.Greater or TokenKind.GreaterEqual;
        bool countsList = compares && ((left.Type.Kind == StaticTypeKind.List && OperatorTypes.IsNumeric(right.Type)) || (OperatorTypes.IsNumeric(left.Type) && right.Type.Kind == StaticTypeKind.List));
        string remedy = link.Sign is TokenKind.DotDot or TokenKind.DotDotLess ? " A range needs two whole numbers."
            : link.Sign == TokenKind.Minus && left.Type.Kind == StaticTypeKind.List ? Arithmetic.RangeRemedy
            : countsList ? " To compare how many items there are, write \".size\" behind the list."
            : hasText ? " Turn the text into a number with \"string.to_int\" or \"string.to_double\"."
            : string.Empty;
        context.Report(
            TemplateDiagnosticCode.TypeMismatch,
            link.SignSpan,
            $"\"{OperatorNames.Of(link.Sign)}\" cannot take {TypeNames.Describe(left.Type)} and {TypeNames.Describe(right.Type)}.{remedy}");
    }

    private Bound BindLogic(TextSpan span, ChainLink link, Bound left, Node? leftNode, bool tolerant)
    {
        bool isAnd = link.Sign == TokenKind.AndAnd;
        Bound right = expressions.BindUnder(isAnd ? left.WhenTrue : left.WhenFalse, link.Operand, tolerant);
        return new Bound(new LogicNode(span, leftNode, right.Node, isAnd), StaticType.Boolean)
        {
            WhenTrue = isAnd ? left.WhenTrue.And(right.WhenTrue) : default,
            WhenFalse = isAnd ? default : left.WhenFalse.And(right.WhenFalse),
        };
    }

    private Bound BindCoalesce(TextSpan span, ChainLink link, Bound left, Node? leftNode, bool tolerant)
    {
        bool whenNull = link.Sign == TokenKind.QuestionQuestion;
        Bound right = expressions.Bind(link.Operand, tolerant);
        StaticType type = whenNull ? TypeJoin.Of(left.Type.NotNull(), right.Type) : right.Type.OrNull();
        if (whenNull && !left.Type.IsNullable)
        {
            type = left.Type;
        }

        return new Bound(new CoalesceNode(span, leftNode, right.Node, whenNull), type);
    }

    private static Bound BindEquality(TextSpan span, ChainLink link, Bound left, Node? leftNode, Bound right)
    {
        Node node = CompareSlotNode.Make(span, link.Sign, link.SignSpan, leftNode, right.Node);
        bool isEqual = link.Sign == TokenKind.EqualEqual;
        if (IsNullLiteral(right.Node) || IsNullLiteral(left.Node))
        {
            NullFacts notNull = NullFacts.Of(left.Path ?? right.Path);
            return new Bound(node, StaticType.Boolean) { WhenTrue = isEqual ? default : notNull, WhenFalse = isEqual ? notNull : default };
        }

        string? path = right.Node is LiteralNode ? left.Path : left.Node is LiteralNode ? right.Path : null;
        NullFacts same = NullFacts.Of(path);
        return new Bound(node, StaticType.Boolean) { WhenTrue = isEqual ? same : default, WhenFalse = isEqual ? default : same };
    }

    private static Bound BindOrder(TextSpan span, ChainLink link, Bound left, Node? leftNode, Bound right)
    {
        // Null is neither less nor greater than a number; beside a text it counts as an empty one.
        bool excludesNull = left.Type.Kind is not (StaticTypeKind.Any or StaticTypeKind.Text) || right.Type.Kind is not (StaticTypeKind.Any or StaticTypeKind.Text);
        return new Bound(CompareSlotNode.Make(span, link.Sign, link.SignSpan, leftNode, right.Node), StaticType.Boolean)
        {
            WhenTrue = excludesNull ? NullFacts.Of(left.Path).And(NullFacts.Of(right.Path)) : default,
        };
    }
}
