using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing.GoldenFiles;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Testing.Scenarios.Checks;

namespace GuidanceFlow.Testing;

/// <summary>Plays scenarios through the pure engine: no host, no store, no clock, and the same every time.</summary>
/// <remarks>Thread-safe, as long as no two scenarios share a golden file.</remarks>
public static class ScenarioRunner
{
    /// <summary>Compiles the scenario's flow and plays the scenario.</summary>
    /// <exception cref="FlowCompilationException">The flow has errors, or its file cannot be read.</exception>
    public static ScenarioResult Run(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Run(scenario, FlowCompiler.Compile([FlowSource.FromFile(scenario.FlowFile)]).GetOrThrow());
    }

    /// <summary>Plays a scenario on a flow, whatever flow the scenario names.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="flow">The flow.</param>
    public static ScenarioResult Run(Scenario scenario, Flow flow) => Run(scenario, flow, AcceptMode.IsOn(Environment.GetEnvironmentVariable));

    /// <summary>Plays a scenario; <paramref name="accepts"/> says whether a transcript that differs is taken for right.</summary>
    internal static ScenarioResult Run(Scenario scenario, Flow flow, bool accepts)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(flow);
        var failures = new FailureList { Location = scenario.Expect?.Location ?? new(scenario.File, 1, 1, string.Empty) };
        var conversation = new List<ConversationTurn>();
        DateTimeOffset now = scenario.Now;
        Turn turn = GuidanceEngine.Start(flow, scenario.Start, now);
        Take(input: null, scenario.Expect);

        // Where a session never was, and should have been, what follows would only say so again and again.
        bool goesOn = turn.Session.Status != SessionStatus.New || failures.All.Count == 0;
        foreach (ScenarioStep step in goesOn ? scenario.Steps : default)
        {
            now += step.After;
            turn = GuidanceEngine.Step(flow, turn.Session, step.Input, now);
            failures.Turn++;
            failures.Location = step.Location;
            Take(step.Input, step.Expect);
        }

        if (scenario.ExpectEnd is { } end && goesOn)
        {
            failures.Turn++;
            TurnCheck.CheckEnd(failures, end, turn.Session, conversation);
            CheckTranscript(failures, end.Transcript, conversation, accepts);
        }

        return new ScenarioResult { Scenario = scenario, Conversation = [.. conversation], Failures = [.. failures.All] };

        void Take(SessionInput? input, TurnExpectation? expected)
        {
            TurnReply reply = TurnReply.From(turn, now);
            conversation.Add(new ConversationTurn((input as AnswerInput)?.Text, reply) { Input = Shown(input, flow) });
            TurnCheck.Check(failures, expected, turn.Session, reply);
        }
    }

    /// <summary>An input as a transcript may show it: another answer to a sensitive question is not seen, whether it was asked or its answer known.</summary>
    private static SessionInput? Shown(SessionInput? input, Flow flow) => input switch
    {
        AnswerInput => null,
        CorrectionInput correction when flow.Closure.Any(id => flow.FindFlow(id)?.FindStep(correction.Step) is { AsksForSecret: true }) => correction with { Answer = "•••" },
        _ => input,
    };

    private static void CheckTranscript(FailureList failures, GoldenFile? golden, List<ConversationTurn> conversation, bool accepts)
    {
        // A conversation that goes wrong is not taken for right.
        bool goesWrong = failures.All.Count > 0;
        if (golden is null || GoldenComparison.Compare(Transcript.Render(conversation), golden, accepts && !goesWrong) is not { } diff)
        {
            return;
        }

        const string Refusal = "not accepted while the conversation goes another way than expected";
        bool isRefused = accepts && goesWrong;
        string actual = (diff.Length, isRefused) switch
        {
            (0, true) => $"there is no such file yet; see {Path.GetFileName(golden.ReceivedPath)}, which is {Refusal}",
            (0, false) => $"there is no such file yet; see {Path.GetFileName(golden.ReceivedPath)}, and accept it with {AcceptMode.Variable}=1",
            (_, true) => $"{diff}\n({Refusal})",
            _ => diff,
        };
        failures.Add("transcript", "as in " + Path.GetFileName(golden.VerifiedPath), actual);
    }
}
