using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Answers known before their questions come up, from the start or since; each is used once.</summary>
internal static class KnownAnswers
{
    /// <summary>Takes the answer to a step out of those that are known.</summary>
    public static bool TryTake(ref StepAnswer[] known, int step, out Value value)
    {
        for (int i = 0; i < known.Length; i++)
        {
            if (known[i].Step == step)
            {
                value = known[i].Value;
                known = [.. known.AsSpan(0, i), .. known.AsSpan(i + 1)];
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The known answers with what an answer said besides, or a person found out.</summary>
    /// <param name="context">The turn; what counts are questions of the flow at hand.</param>
    /// <param name="known">The known answers.</param>
    /// <param name="answered">The question that was answered; null for a person, who knows better than earlier answers.</param>
    /// <param name="facts">Questions or data, and values.</param>
    public static StepAnswer[] With(EvaluationContext context, StepAnswer[] known, AskStep? answered, EquatableArray<KeyValuePair<string, Value>> facts)
    {
        foreach ((string name, Value value) in facts)
        {
            foreach (AskStep ask in context.Flow.Nodes.OfType<AskStep>().Where(ask => ask != answered && ask.Place.Loop is null && IsNamed(context.Flow, ask, name)))
            {
                if ((answered is null || context.Answers.Find(ask.Index).IsNull) && OptionOffer.Accept(ask.Answer, value, "known") is { Kind: AnswerMatchKind.Matched } match)
                {
                    known = [.. known.Where(before => before.Step != ask.Index).Append(new StepAnswer(ask.Index, match.Value)).OrderBy(answer => answer.Step)];
                }
            }
        }

        return known;
    }

    private static bool IsNamed(Flow flow, AskStep ask, string name) => ask.Id == name || (ask.SaveSlot >= 0 && flow.Parts.Variables[ask.SaveSlot].Name == name);
}
