using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Diagrams;

/// <summary>The ways on from a step, and what is written beside them.</summary>
internal static class StepWays
{
    /// <summary>What the last way is called.</summary>
    public const string Otherwise = "otherwise";

    /// <summary>Above this many answers a default route is called <c>otherwise</c> instead of by all that are left.</summary>
    private const int MostAnswers = 2;

    public static List<Way> Of(FlowStep step)
    {
        switch (step)
        {
            case AskStep ask:
                return OfAsk(ask);
            case HandoffStep { TimeoutTarget: { } nobody } handoff:
                return [.. handoff.Routes.Select(route => new Way(route.Guard is null ? "given back" : GuardWording.Of(route.Guard), route.Target)), new Way("nobody came", nobody)];
            case CallStep call:
                return [.. call.Routes.Select(route => new Way(route.Guard is null ? null : GuardWording.Of(route.Guard), route.Target)), .. call.OnError.Select(route => new Way(route.Guard is null ? "on error" : GuardWording.Of(route.Guard), route.Target))];
            case DecideStep decide:
                return TableWays.Of(decide);
            case BranchStep when IsQuestion(step, out _):
                return [new Way(AnswerGuard.Yes, step.Routes[0].Target), new Way(AnswerGuard.No, step.Routes[1].Target)];
            case BranchStep when Subject(step) is not null:
                return [.. step.Routes.Select(route => new Way(route.Guard is null ? Otherwise : LabelText.Clean(Compared(route.Guard)!.Value.Value), route.Target))];
            case EachStep when step.Routes is [{ Guard: null }]:
                return [new Way(AnswerGuard.No, step.Routes[0].Target)];
            default:
                return [.. step.Routes.Select(route => new Way(route.Guard is null ? step.Routes.Length > 1 ? Otherwise : null : GuardWording.Of(route.Guard), route.Target))];
        }
    }

    /// <summary>What a branch asks, where its routes can be read as answers: one guard as yes and no, or one value compared with several; else null.</summary>
    public static string? QuestionOf(FlowStep branch) => IsQuestion(branch, out string? question) ? question : Subject(branch);

    /// <summary>A single guard and a default, without a title that would ask something else.</summary>
    private static bool IsQuestion(FlowStep branch, out string? question)
    {
        question = branch.Place.Definition.Title is null && branch.Routes is [{ Guard: { } guard }, { Guard: null }] ? GuardWording.Of(guard) : null;
        return question is not null;
    }

    private static string? Subject(FlowStep branch)
    {
        string?[] subjects = [.. branch.Routes.Where(route => route.Guard is not null).Select(route => Compared(route.Guard!)?.Subject).Distinct(StringComparer.Ordinal)];
        return branch.Place.Definition.Title is null && branch.Routes.Length > 2 && subjects is [{ } only] ? only : null;
    }

    private static (string Subject, string Value)? Compared(Expression guard) =>
        GuardWording.Parse(guard) is ChainSyntax { First: NameSyntax or PathSyntax, Links: [{ Sign: TokenKind.EqualEqual, Operand: LiteralSyntax literal }] } chain
            ? (GuardWording.Of(chain.First, guard.Source), GuardWording.Of(literal, guard.Source))
            : null;

    private static List<Way> OfAsk(AskStep ask)
    {
        var ways = new List<Way>();
        var guard = new AnswerGuard(ask);
        List<string> left = [.. guard.All];
        string otherwise = ask.Wait is null ? Otherwise : ask.Wait.Signal is { } signal ? LabelText.Words(signal) : "then";
        if (ask.Answer is ChoiceSpec { Listed: null } choice)
        {
            foreach (ChoiceOption option in choice.Options.Where(option => option.Target is not null))
            {
                ways.Add(new Way(Name(ask, option.Value), option.Target!.Value));
                left.Remove(option.Value);
            }

            if (left.Count == 0 && ask.Wait is null)
            {
                return ways;
            }
        }

        bool counted = left.Count > 0 && ask.Wait is null;
        foreach (FlowRoute route in ask.Routes)
        {
            if (route.Guard is null)
            {
                string label = counted && left.Count is > 0 and <= MostAnswers ? string.Join(", ", left.Select(key => Name(ask, key))) : otherwise;
                ways.Add(new Way(label, route.Target));
            }
            else if (guard.AnswersOf(route.Guard) is { Count: > 0 } answers)
            {
                ways.Add(new Way(string.Join(", ", answers.Select(key => Name(ask, key))), route.Target));
                left.RemoveAll(answers.Contains);
            }
            else
            {
                // What it leaves over cannot be told.
                counted = false;
                ways.Add(new Way(GuardWording.Of(route.Guard), route.Target));
            }
        }

        if (ask.Wait?.TimeoutTarget is { } timeout)
        {
            ways.Add(new Way("too late", timeout));
        }

        return ways;
    }

    private static string Name(AskStep ask, string key) =>
        ask.Answer is ChoiceSpec choice ? TemplateWording.Of(choice.Options[choice.IndexOf(key)].Label, ask.Stage) : key;
}
