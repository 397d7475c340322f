using System.Globalization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Tests.Compilation.Mutations;

/// <summary>A short conversation of random answers: a flow that compiles has no dead end.</summary>
internal sealed class RandomTalk(Flow flow, Random random, string? locale = null)
{
    private const int Inputs = 10;

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] Garbage = ["", "blah", "😀", "\ud83d", new string('x', 5_000), "1e999", "{{ x }}", "not", "-0", "99999999999999999999"];

    /// <summary>Talks, and says what went wrong; null for nothing. What the engine throws is thrown on.</summary>
    public string? FindProblem()
    {
        Turn turn = GuidanceEngine.Start(flow, new StartRequest { SessionId = "s", Inputs = Given(), Locale = locale }, Now);
        for (int i = 0; i < Inputs; i++)
        {
            if (turn.Reason == TurnReason.InvalidStart)
            {
                return turn.Error is { } refused ? $"The inputs do not fit: {refused}" : null;
            }

            // What is divided by zero is for the data to say, also where a mutant has written the zero down; the fallback is there for it.
            if (turn.Error is { } error && flow.Definition.Fallback?.Goto is not null && !error.ToString().Contains("divides by zero", StringComparison.Ordinal))
            {
                return $"{turn.Result} {turn.Error}";
            }

            if (turn.Result == TurnResult.Refused || turn.Session.Status != SessionStatus.Waiting)
            {
                return null;
            }

            Situation situation = GuidanceEngine.Describe(flow, turn.Session, Now);
            if (situation.Expects is not { } expects || situation.Question is null || (expects.Type is "choice" or "choices" && expects.Options.IsEmpty))
            {
                return $"It waits at '{situation.Step?.Id}' without expecting anything.";
            }

            turn = GuidanceEngine.Step(flow, turn.Session, new AnswerInput(Answer(expects)), Now);
        }

        return null;
    }

    private string Answer(Expectation expects) => random.Next(5) == 0
        ? Garbage[random.Next(Garbage.Length)]
        : expects.Type switch
        {
            "choices" => string.Join(", ", expects.Options.Where((_, i) => i == 0 || random.Next(2) == 0).Select(option => option.Value)),
            "choice" => expects.Options[random.Next(expects.Options.Count)].Value,
            "yes_no" => random.Next(2) == 0 ? "yes" : "no",
            "number" => random.Next(-1, 100).ToString(CultureInfo.InvariantCulture),
            _ => "some words",
        };

    private Dictionary<string, Value> Given()
    {
        var given = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (DataDefinition input in flow.Definition.Inputs)
        {
            if (!(input.Optional || !input.Default.IsNull) || random.Next(2) == 0)
            {
                given[input.Name] = Make(input.Type);
            }
        }

        return given;
    }

    private Value Make(DataType type) => type.Kind switch
    {
        DataKind.Text => Value.From(random.Next(3) == 0 ? string.Empty : "Ada"),
        DataKind.Number => Value.From(random.NextDouble() * 100),
        DataKind.Integer => Value.From(random.NextInt64(-1, 10)),
        DataKind.Boolean => Value.From(random.Next(2) == 0),
        DataKind.Date => Value.From(Now.UtcDateTime),
        DataKind.Duration => Value.From(TimeSpan.FromMinutes(random.Next(100))),
        DataKind.Choice => Value.From(type.Values[random.Next(type.Values.Count)]),
        DataKind.List => Value.From(ValueList.Create([.. Enumerable.Range(0, random.Next(4)).Select(_ => Make(type.Item!))])),
        _ => Value.From(ValueObject.Create([.. type.Fields.DistinctBy(field => field.Name).Where(field => !field.Optional || random.Next(2) == 0).Select(field => KeyValuePair.Create(field.Name, Make(field.Type)))])),
    };
}
