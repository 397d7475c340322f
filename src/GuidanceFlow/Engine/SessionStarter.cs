using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Checks what a session is started with, all problems at once, and makes the session before its first turn.</summary>
internal static class SessionStarter
{
    private const int MaxIdLength = 200;
    private static readonly Dictionary<string, Value> NoValues = [];

    public static SessionState Prepare(Flow flow, StartRequest request, DateTimeOffset now, List<string> problems)
    {
        request = request with { SessionId = request.SessionId ?? string.Empty, Inputs = request.Inputs ?? NoValues, Known = request.Known ?? NoValues, Sensitive = request.Sensitive ?? [] };
        if (request.SessionId.Length is 0 or > MaxIdLength || AnswerText.Repair(request.SessionId) != request.SessionId)
        {
            problems.Add($"The session id must have 1 to {MaxIdLength} characters and be well-formed Unicode.");
        }

        var state = new SessionState
        {
            Id = request.SessionId,
            Locale = flow.ResolveLocale(request.Locale),
            Channel = request.Channel is { } channel ? AnswerText.Repair(channel) : null,
            CustomerKey = request.CustomerKey is { } customer ? AnswerText.Repair(customer) : null,
            StartedAt = now.ToUniversalTime(),
            Data = ReadInputs(flow, request, problems),
            Known = ReadKnown(flow, request, problems),
        };
        return request.Sensitive.Count == 0 ? state : state with { Secrets = ReadSecrets(flow, request, state, now, problems) };
    }

    /// <summary>The texts that stand for inputs that are secrets.</summary>
    private static string[] ReadSecrets(Flow flow, StartRequest request, SessionState state, DateTimeOffset now, List<string> problems)
    {
        var context = new EvaluationContext(flow, state, now);
        var secrets = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string name in request.Sensitive)
        {
            if (flow.Slots.TryGetValue(name ?? string.Empty, out int slot) && slot < flow.Parts.InputCount)
            {
                secrets.UnionWith(Secrets.TextsOf(context, state.Data[slot]));
            }
            else
            {
                problems.Add($"'{name}' is said to be a secret, and is no input of the flow. Name inputs alone.");
            }
        }

        return [.. secrets];
    }

    private static Value[] ReadInputs(Flow flow, StartRequest request, List<string> problems)
    {
        FlowParts parts = flow.Parts;
        var data = (Value[])parts.Defaults.Clone();
        foreach (string name in request.Inputs.Keys)
        {
            if (!flow.Slots.TryGetValue(name, out int slot) || slot >= parts.InputCount)
            {
                string inputs = string.Join(", ", parts.Variables.Take(parts.InputCount).Select(input => input.Name));
                problems.Add($"The flow has no input '{name}'; {(inputs.Length == 0 ? "it takes none" : "its inputs are " + inputs)}.");
            }
        }

        for (int slot = 0; slot < parts.InputCount; slot++)
        {
            DataDefinition input = parts.Variables[slot];
            if (!request.Inputs.TryGetValue(input.Name, out Value value) || value.IsNull)
            {
                if (!input.Optional && input.Default.IsNull)
                {
                    problems.Add($"The input '{input.Name}' ({input.Type.ToStaticType()}) is missing.");
                }
            }
            else if (DataTypes.TryFit(value, input.Type, input.Name, out Value fitted, out string problem))
            {
                data[slot] = fitted;
            }
            else
            {
                problems.Add("The input " + problem);
            }
        }

        return data;
    }

    private static StepAnswer[] ReadKnown(Flow flow, StartRequest request, List<string> problems)
    {
        if (request.Known.Count == 0)
        {
            return [];
        }

        var known = new List<(StepAnswer Answer, bool ByStep)>();
        foreach ((string name, Value value) in request.Known)
        {
            AskStep[] asks = [.. flow.Nodes.OfType<AskStep>().Where(ask => ask.Id == name || (ask.SaveSlot >= 0 && flow.Parts.Variables[ask.SaveSlot].Name == name))];
            if (asks.Length == 0)
            {
                problems.Add($"The known answer '{name}' belongs to no question; give a question's id or the datum it saves.");
                continue;
            }

            foreach (AskStep ask in asks)
            {
                if (ask.Place.Loop is not null)
                {
                    problems.Add($"The known answer '{name}' belongs to the question '{ask.Id}' inside a loop, where every item has its own answer.");
                    break;
                }

                if (OptionOffer.Accept(ask.Answer, value, "known") is not { Kind: AnswerMatchKind.Matched } match)
                {
                    problems.Add($"The known answer '{name}' does not fit the question '{ask.Id}', which wants {ask.Answer.Wanted}.");
                    break;
                }

                known.Add((new StepAnswer(ask.Index, match.Value), ask.Id == name));
            }
        }

        // By step, so that the same facts in another order make the same session; a question's own id says more than a datum that several save.
        return [.. known.OrderBy(entry => entry.Answer.Step).ThenByDescending(entry => entry.ByStep).Select(entry => entry.Answer).DistinctBy(answer => answer.Step)];
    }
}
