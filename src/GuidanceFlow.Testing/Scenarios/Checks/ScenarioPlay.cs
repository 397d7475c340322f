using System.Globalization;
using GuidanceFlow.Actions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing.GoldenFiles;
using GuidanceFlow.Testing.Rehearsals;
using GuidanceFlow.Testing.Transcripts;

namespace GuidanceFlow.Testing.Scenarios.Checks;

/// <summary>One scenario being played, and what is not as expected so far. Plays once.</summary>
internal sealed class ScenarioPlay(Scenario scenario, Flow flow)
{
    private readonly FailureList _failures = new() { Location = scenario.Expect?.Location ?? new(scenario.File, 1, 1, string.Empty) };
    private readonly List<ConversationTurn> _conversation = [];
    private readonly List<ActionCall> _calls = [];
    private readonly Rehearsal _rehearsal = new(flow, scenario.Actions);

    /// <summary>Plays it; <paramref name="accepts"/> says whether a transcript that differs is taken for right.</summary>
    public ScenarioResult Run(bool accepts)
    {
        foreach (Diagnostic misfit in scenario.Actions.Check(flow))
        {
            _failures.Add("actions", "results that fit the flow", misfit.Message, misfit.Location);
        }

        bool goesOn = Start();
        for (int i = 0; goesOn && i < scenario.Steps.Count; i++)
        {
            _failures.Location = scenario.Steps[i].Location;
            goesOn = Take(scenario.Steps[i]);
        }

        if (scenario.ExpectEnd is { } end && goesOn)
        {
            _failures.Turn = _conversation.Count;
            TurnCheck.CheckEnd(_failures, end, _rehearsal.Session!, _conversation, _calls);
            CheckTranscript(end.Transcript, accepts);
        }

        return new ScenarioResult { Scenario = scenario, Conversation = [.. _conversation], Failures = [.. _failures.All] };
    }

    private bool Start()
    {
        bool goesOn = Check(_rehearsal.Start(scenario.Start, scenario.Now), scenario.Expect);

        // Where a session never was, and should have been, what follows would only say so again and again.
        return goesOn && (_rehearsal.Session!.Status != SessionStatus.New || _failures.All.Count == 0);
    }

    private bool Take(ScenarioStep step) => step.Input is not { } input
        ? Check(_rehearsal.Advance(step.After), step.Expect)
        : (step.After == TimeSpan.Zero || Pass(_rehearsal.Advance(step.After))) && Check(_rehearsal.Take(input, step.Id), step.Expect);

    /// <summary>Time passes before an input: what happens meanwhile is nobody's to expect, but it must not fail.</summary>
    private bool Pass(RehearsalStep taken)
    {
        Add(taken);
        _failures.Places = null;
        TurnCheck.CheckUnasked(_failures, expected: null, taken.Reply);
        return CanGoOn(taken);
    }

    private bool Check(RehearsalStep taken, TurnExpectation? expected)
    {
        Add(taken);
        TurnCheck.Check(_failures, expected, _rehearsal, taken);
        return CanGoOn(taken);
    }

    private void Add(RehearsalStep taken)
    {
        _conversation.AddRange(taken.Turns);
        _calls.AddRange(taken.Calls);
        _failures.Turn = _conversation.Count - 1;
    }

    /// <summary>An action without a result leaves the session busy for ever, and a flow may never come to rest.</summary>
    private bool CanGoOn(RehearsalStep taken)
    {
        if (taken.IsBrokenOff)
        {
            _failures.Add("advance", string.Create(CultureInfo.InvariantCulture, $"at most {Rehearsal.MostTurns} turns"), string.Create(CultureInfo.InvariantCulture, $"more; the clock stands at {_rehearsal.Now.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss}Z"));
        }

        bool isStuck = _rehearsal is { Call: not null, CallEnds: null };
        if (isStuck)
        {
            ActionCall call = _rehearsal.Call!;
            ActionCall shown = taken.Turns.SelectMany(turn => turn.Calls).LastOrDefault(begun => begun.Id == call.Id) ?? call;
            _failures.Add("actions", $"a result for {InputLines.OfCall(shown)}", $"none; add one to \"{call.Action}\" under \"actions\"");
        }

        return !taken.IsBrokenOff && !isStuck;
    }

    private void CheckTranscript(GoldenFile? golden, bool accepts)
    {
        // A conversation that goes wrong is not taken for right.
        bool goesWrong = _failures.All.Count > 0;
        if (golden is null || GoldenComparison.Compare(Transcript.Render(_conversation), golden, accepts && !goesWrong) is not { } diff)
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
        _failures.Add("transcript", "as in " + Path.GetFileName(golden.VerifiedPath), actual);
    }
}
