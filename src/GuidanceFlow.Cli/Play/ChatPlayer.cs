using System.Text;
using GuidanceFlow.Actions;
using GuidanceFlow.Cli.Files;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.Rehearsals;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Testing.Stubs;

namespace GuidanceFlow.Cli.Play;

/// <summary>
/// A chat in plain text. With answers from a file the output is the conversation's transcript. The clock stands still, but for time that is said to pass and that actions take.
/// </summary>
internal sealed class ChatPlayer(Flow flow, ActionStubs actions, Terminal terminal)
{
    private readonly Rehearsal _rehearsal = new(flow, Complete(actions, flow));
    private readonly List<ConversationTurn> _turns = [];
    private string _shown = string.Empty;

    /// <summary>Plays from the beginning.</summary>
    public int Play(StartRequest request, InputsFile? inputs)
    {
        DateTimeOffset now = terminal.Time.GetUtcNow();
        Turn trial = GuidanceEngine.Start(flow, request, now);
        if (trial.Result == TurnResult.Refused)
        {
            return StartProblem.Report(flow, inputs, trial, terminal);
        }

        Show(_rehearsal.Start(request, now), answer: null);
        return Play();
    }

    /// <summary>Goes on with a session, after its question.</summary>
    public int Resume(GuidanceSession session)
    {
        Show(_rehearsal.Resume(session, terminal.Time.GetUtcNow()), answer: null);
        if (session.EndAction(ActionResult.Failed(ActionErrors.Failed, "The conversation was left while it was under way.")) is { } gone)
        {
            Show(_rehearsal.Take(gone), answer: null);
        }

        return Play();
    }

    private int Play()
    {
        using var lines = new StreamReader(terminal.Input, Encoding.UTF8);
        while (true)
        {
            EndCalls();
            if (_rehearsal.Session!.Status == SessionStatus.Ended || Ask(lines) is not { } line)
            {
                return ExitCode.Ok;
            }

            try
            {
                Show(Take(line), line);
            }
            catch (RequestException exception)
            {
                terminal.Error.WriteLine($"{line}: {exception.Message}");
            }
        }
    }

    private RehearsalStep Take(string line) => ChatCommand.Read(line) switch
    {
        AdvanceRequest advance => _rehearsal.Advance(advance.By),
        StepRequest step => _rehearsal.Take(step.Input),
        _ when line.StartsWith("//", StringComparison.Ordinal) => _rehearsal.Take(new AnswerInput(line[1..])),
        _ when line.StartsWith('/') => throw new RequestException($"There is no such command here; there are {string.Join(", ", ChatCommand.All.Select(command => command.Usage))}. Write // for an answer that begins with a slash."),
        _ => _rehearsal.Take(new AnswerInput(line)),
    };

    /// <summary>Lets time pass until the action under way has ended, with all its attempts.</summary>
    private void EndCalls()
    {
        while (_rehearsal.Session!.Status == SessionStatus.Busy && (_rehearsal.CallEnds ?? _rehearsal.Session.Timers.FirstOrDefault(timer => timer.Id == SessionTimer.Retry)?.Due) is { } ends)
        {
            Show(_rehearsal.Advance(ends > _rehearsal.Now ? ends - _rehearsal.Now : TimeSpan.Zero), answer: null);
        }
    }

    /// <summary>Lets actions fail that have no result.</summary>
    private static ActionStubs Complete(ActionStubs given, Flow flow) => new()
    {
        Actions = flow.Closure.SelectMany(id => flow.FindFlow(id)!.Definition.Actions).Select(action => action.Name).Distinct(StringComparer.Ordinal).Select(name =>
        {
            var nowhere = new SourceLocation(string.Empty, 1, 1, string.Empty);
            ActionStub stub = given.Actions.FirstOrDefault(stub => stub.Action == name) ?? new ActionStub(name, default, nowhere);
            var failure = new StubbedResult(ActionResult.Failed(ActionErrors.Failed, $"There is no result for '{name}'; --actions gives one."), nowhere);
            return stub.Results.Any(result => result.When.IsEmpty) ? stub : stub with { Results = [.. stub.Results, failure] };
        }).ToEquatableArray(),
    };

    private string? Ask(StreamReader lines)
    {
        if (!terminal.EchoAnswers)
        {
            terminal.Text.Write("\n> ");
            terminal.Text.Flush();
        }

        string? line = lines.ReadLine();
        if (line is null && !terminal.EchoAnswers)
        {
            terminal.Text.WriteLine();
        }

        return line;
    }

    /// <summary>Writes what the transcript has more than before. What the customer typed on the terminal itself stands there already.</summary>
    private void Show(RehearsalStep step, string? answer)
    {
        _turns.AddRange(step.Turns);
        string all = Transcript.Render(_turns);
        string more = all.StartsWith(_shown, StringComparison.Ordinal) ? all[_shown.Length..] : Transcript.Render(step.Turns);
        _shown = all;
        if (answer is not null && !terminal.EchoAnswers && more.StartsWith("\n> ", StringComparison.Ordinal))
        {
            more = more[(more.IndexOf('\n', 1) + 1)..];
        }

        terminal.Text.Write(more);
        terminal.Text.Flush();
    }
}
