using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>
/// Whether a condition can be true only where another one is, as far as their form shows it: parts joined by <c>&amp;&amp;</c>
/// and <c>||</c>, and comparisons of one value with literals. What it does not see it denies.
/// </summary>
/// <param name="isNumber">Whether an expression is known to be a number; only those are compared as numbers are.</param>
internal sealed class Implication(Func<ExpressionSyntax, bool> isNumber)
{
    // Conditions of many parts could be taken apart in very many orders.
    private const int MostQuestions = 1_000;

    private int _questions;

    public bool Holds(ExpressionSyntax condition, ExpressionSyntax other)
    {
        _questions = 0;
        return Implies(condition, other);
    }

    private bool Implies(ExpressionSyntax condition, ExpressionSyntax other)
    {
        if (++_questions > MostQuestions)
        {
            return false;
        }

        if (SyntaxEquality.AreSame(condition, other))
        {
            return true;
        }

        return PartsOf(condition, TokenKind.OrOr) is { } cases ? AllImply(cases, other)
            : PartsOf(other, TokenKind.AndAnd) is { } wanted ? ImpliesAll(condition, wanted)
            : (PartsOf(other, TokenKind.OrOr) is { } choices && ImpliesAny(condition, choices))
                || (PartsOf(condition, TokenKind.AndAnd) is { } given && AnyImplies(given, other))
                || ImpliesComparison(condition, other);
    }

    /// <summary>The chain if all its operators are of one sign; null for anything else.</summary>
    private static ChainSyntax? PartsOf(ExpressionSyntax syntax, TokenKind sign)
    {
        if (syntax is not ChainSyntax chain)
        {
            return null;
        }

        foreach (ChainLink link in chain.Links)
        {
            if (link.Sign != sign)
            {
                return null;
            }
        }

        return chain;
    }

    private bool AllImply(ChainSyntax cases, ExpressionSyntax other)
    {
        bool all = Implies(cases.First, other);
        for (int i = 0; i < cases.Links.Length && all; i++)
        {
            all = Implies(cases.Links[i].Operand, other);
        }

        return all;
    }

    private bool ImpliesAll(ExpressionSyntax condition, ChainSyntax wanted)
    {
        bool all = Implies(condition, wanted.First);
        for (int i = 0; i < wanted.Links.Length && all; i++)
        {
            all = Implies(condition, wanted.Links[i].Operand);
        }

        return all;
    }

    private bool ImpliesAny(ExpressionSyntax condition, ChainSyntax choices)
    {
        bool any = Implies(condition, choices.First);
        for (int i = 0; i < choices.Links.Length && !any; i++)
        {
            any = Implies(condition, choices.Links[i].Operand);
        }

        return any;
    }

    private bool AnyImplies(ChainSyntax given, ExpressionSyntax other)
    {
        bool any = Implies(given.First, other);
        for (int i = 0; i < given.Links.Length && !any; i++)
        {
            any = Implies(given.Links[i].Operand, other);
        }

        return any;
    }

    private bool ImpliesComparison(ExpressionSyntax condition, ExpressionSyntax other)
    {
        if (condition is not ChainSyntax { Links: [{ Operand: LiteralSyntax given } first] } left
            || other is not ChainSyntax { Links: [{ Operand: LiteralSyntax wanted } second] } right
            || !SyntaxEquality.AreSame(left.First, right.First))
        {
            return false;
        }

        if (given.Value.TryGetText(out string? text) && wanted.Value.TryGetText(out string? unwanted))
        {
            return first.Sign == TokenKind.EqualEqual && second.Sign == TokenKind.NotEqual && text != unwanted;
        }

        return given.Value.TryGetNumber(out double a) && wanted.Value.TryGetNumber(out double b) && Implies(first.Sign, a, second.Sign, b) && isNumber(left.First);
    }

    /// <summary>Whether every number with <c>x first a</c> has <c>x second b</c>.</summary>
    private static bool Implies(TokenKind first, double a, TokenKind second, double b) => (first, second) switch
    {
        (TokenKind.Greater, TokenKind.Greater or TokenKind.GreaterEqual or TokenKind.NotEqual) => a >= b,
        (TokenKind.GreaterEqual, TokenKind.GreaterEqual) => a >= b,
        (TokenKind.GreaterEqual, TokenKind.Greater or TokenKind.NotEqual) => a > b,
        (TokenKind.Less, TokenKind.Less or TokenKind.LessEqual or TokenKind.NotEqual) => a <= b,
        (TokenKind.LessEqual, TokenKind.LessEqual) => a <= b,
        (TokenKind.LessEqual, TokenKind.Less or TokenKind.NotEqual) => a < b,
        (TokenKind.EqualEqual, TokenKind.Greater) => a > b,
        (TokenKind.EqualEqual, TokenKind.GreaterEqual) => a >= b,
        (TokenKind.EqualEqual, TokenKind.Less) => a < b,
        (TokenKind.EqualEqual, TokenKind.LessEqual) => a <= b,
        (TokenKind.EqualEqual, TokenKind.NotEqual) => a != b,
        _ => false,
    };
}
