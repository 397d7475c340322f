using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Diagrams;

/// <summary>Which answers of a question a guard stands for, where that can be seen: <c>answer</c> is a yes, <c>colour == 'red'</c> the option.</summary>
internal sealed class AnswerGuard
{
    public const string Yes = "yes";
    public const string No = "no";

    private readonly AskStep _ask;
    private readonly string? _saved;

    public AnswerGuard(AskStep ask)
    {
        _ask = ask;
        _saved = ((Definitions.AnsweredStepDefinition)ask.Place.Definition).Save;
    }

    /// <summary>All answers, as keys; empty where they cannot be counted.</summary>
    public IReadOnlyList<string> All => _ask.Answer switch
    {
        YesNoSpec => [Yes, No],
        ChoiceSpec choice => [.. choice.Options.Select(option => option.Value)],
        _ => [],
    };

    /// <summary>The keys of the answers for which the guard is true; null when it depends on something else.</summary>
    public IReadOnlyList<string>? AnswersOf(Expression guard) => AnswersOf(GuardWording.Parse(guard));

    private IReadOnlyList<string>? AnswersOf(ExpressionSyntax guard) => guard switch
    {
        ChainSyntax chain => AnswersOf(chain),
        UnarySyntax { Sign: TokenKind.Not, Operand: var operand } => AnswersOf(operand) is { } answers ? [.. All.Except(answers, StringComparer.Ordinal)] : null,
        _ => IsYesNo && IsAnswer(guard) ? [Yes] : null,
    };

    // A chain is read from left to right: "a == 'x' || a == 'y'" is a, then "== 'x'", then "|| (a == 'y')".
    private IReadOnlyList<string>? AnswersOf(ChainSyntax chain)
    {
        bool atAnswer = IsAnswer(chain.First);
        IReadOnlyList<string>? answers = AnswersOf(chain.First);
        foreach (ChainLink link in chain.Links)
        {
            switch (link.Sign)
            {
                case TokenKind.QuestionQuestion when atAnswer && link.Operand is LiteralSyntax:
                    break;
                case TokenKind.EqualEqual or TokenKind.NotEqual when atAnswer && link.Operand is LiteralSyntax literal && KeyOf(literal.Value) is { } key:
                    answers = link.Sign == TokenKind.EqualEqual ? [key] : AllBut(key);
                    atAnswer = false;
                    break;
                case TokenKind.OrOr when answers is not null && AnswersOf(link.Operand) is { } more:
                    answers = [.. answers.Union(more, StringComparer.Ordinal)];
                    atAnswer = false;
                    break;
                default:
                    return null;
            }
        }

        return answers;
    }

    private bool IsYesNo => _ask.Answer is YesNoSpec;

    private string[] AllBut(string key) => [.. All.Where(answer => answer != key)];

    private string? KeyOf(Value value)
    {
        if (IsYesNo)
        {
            return value.TryGetBoolean(out bool yes) ? yes ? Yes : No : null;
        }

        return value.TryGetText(out string? text) && All.Contains(text, StringComparer.Ordinal) ? text : null;
    }

    private bool IsAnswer(ExpressionSyntax expression) => expression switch
    {
        NameSyntax name => name.Name == "answer" || name.Name == _saved,
        PathSyntax { Target: NameSyntax { Name: "answers" }, Links: [{ Index: LiteralSyntax id }] } => GuardWording.Plain(id.Value) == _ask.Id,
        _ => false,
    };
}
