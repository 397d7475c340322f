using System.Globalization;
using System.Text;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Diagrams;

/// <summary>A guard in words: <c>failed_count &gt; 0 &amp;&amp; !done</c> is <c>failed count &gt; 0 and not done</c>.</summary>
internal static class GuardWording
{
    public static string Of(Expression guard) => LabelText.Clean(Of(Parse(guard), guard.Source));

    /// <summary>The guard's tree. It was compiled, so there is one.</summary>
    public static ExpressionSyntax Parse(Expression guard)
    {
        var parser = new TextParser();
        parser.Start(guard.Source, TemplateOptions.Default.MaxNesting);
        return parser.ReadExpression();
    }

    public static string Of(ExpressionSyntax expression, string source) => expression switch
    {
        NameSyntax name => LabelText.Words(name.Name),
        LiteralSyntax literal => OfLiteral(literal.Value),
        PathSyntax path => OfPath(path, source),
        UnarySyntax { Sign: TokenKind.Not, Operand: var operand } => "not " + Part(operand, TokenKind.Not, source),
        ChainSyntax chain => OfChain(chain, source),
        _ => Source(expression, source),
    };

    /// <summary>A value without the quotes a text would have in an expression.</summary>
    public static string Plain(Value value) => value.TryGetText(out string? text) ? text : value.ToString();

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string OfLiteral(Value value) =>
        value.IsNull ? "unknown" : value.TryGetBoolean(out bool boolean) ? boolean ? "yes" : "no" : Plain(value) is { Length: > 0 } text ? text : "empty";

    private static string OfPath(PathSyntax path, string source)
    {
        if (path is { Target: NameSyntax { Name: "answers" or "labels" }, Links: [{ Index: LiteralSyntax id }] })
        {
            return LabelText.Words(Plain(id.Value));
        }

        if (path.Links.Any(link => link.Member is null))
        {
            return Source(path, source);
        }

        IEnumerable<string> members = path.Links.Select(link => LabelText.Words(link.Member!)).Prepend(Of(path.Target, source));
        return path.Links[^1].Member == "size" ? "number of " + string.Join(' ', members.SkipLast(1)) : string.Join(' ', members);
    }

    private static string OfChain(ChainSyntax chain, string source)
    {
        var text = new StringBuilder(Part(chain.First, chain.Links[0].Sign, source));
        foreach (ChainLink link in chain.Links)
        {
            if (link.Sign is TokenKind.QuestionQuestion or TokenKind.Pipe)
            {
                // What stands in for a missing value, and how it is polished, says nothing to a reader.
                continue;
            }

            text.Append(link is { Sign: TokenKind.NotEqual, Operand: LiteralSyntax { Value.IsNull: true } }
                ? " is known"
                : $" {Sign(link.Sign)} {Part(link.Operand, link.Sign, source)}");
        }

        return text.ToString();
    }

    /// <summary>An operand; in parentheses where it would be read otherwise without.</summary>
    private static string Part(ExpressionSyntax operand, TokenKind around, string source)
    {
        string text = Of(operand, source);
        if (operand is not ChainSyntax chain || chain.Links[^1].Sign is TokenKind.QuestionQuestion or TokenKind.Pipe)
        {
            return text;
        }

        TokenKind inner = chain.Links[^1].Sign;
        bool clear = IsLogic(inner) ? inner == around : IsLogic(around) || IsComparison(around);
        return clear ? text : $"({text})";
    }

    private static bool IsLogic(TokenKind sign) => sign is TokenKind.AndAnd or TokenKind.OrOr;

    private static bool IsComparison(TokenKind sign) =>
        sign is TokenKind.EqualEqual or TokenKind.NotEqual or TokenKind.Less or TokenKind.LessEqual or TokenKind.Greater or TokenKind.GreaterEqual;

    private static string Sign(TokenKind sign) => sign switch
    {
        TokenKind.EqualEqual => "is",
        TokenKind.NotEqual => "is not",
        TokenKind.Less => "<",
        TokenKind.LessEqual => "≤",
        TokenKind.Greater => ">",
        TokenKind.GreaterEqual => "≥",
        TokenKind.AndAnd => "and",
        TokenKind.OrOr => "or",
        TokenKind.Plus => "+",
        TokenKind.Minus => "−",
        TokenKind.Star => "×",
        TokenKind.Slash => "/",
        TokenKind.Percent => "%",
        _ => "…",
    };

    private static string Source(ExpressionSyntax expression, string source) => source[expression.Span.Start..expression.Span.End];
}
