using System.Text;
using GuidanceFlow.Cli.Files;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;

namespace GuidanceFlow.Cli.Play;

/// <summary>A chat in plain text. With answers from a file the output is the conversation's transcript.</summary>
internal sealed class ChatPlayer(Flow flow, Terminal terminal)
{
    /// <summary>Plays from the beginning.</summary>
    public int Play(StartRequest request, InputsFile? inputs)
    {
        DateTimeOffset now = terminal.Time.GetUtcNow();
        Turn turn = GuidanceEngine.Start(flow, request, now);
        if (turn.Result == TurnResult.Refused)
        {
            return StartProblem.Report(flow, inputs, turn, terminal);
        }

        TurnReply reply = TurnReply.From(turn, now);
        Show(reply);
        return Play(turn.Session, reply.Expects);
    }

    /// <summary>Goes on with a session, after its question.</summary>
    public int Resume(GuidanceSession session)
    {
        DateTimeOffset now = terminal.Time.GetUtcNow();
        Situation where = GuidanceEngine.Describe(flow, session, now);
        Show(new TurnReply
        {
            Session = session.Id,
            Turn = where.Turn,
            Result = TurnResult.Accepted,
            Status = where.Status,
            Messages = where.Question is { } question ? EquatableArray.Create([question]) : default,
            Expects = where.Expects,
            Outcome = where.Outcome,
        });
        return Play(session, where.Expects);
    }

    private int Play(GuidanceSession session, Expectation? expects)
    {
        using var answers = new StreamReader(terminal.Input, Encoding.UTF8);
        while (session.Status == SessionStatus.Waiting && Ask(answers, expects is { Sensitive: true }) is { } answer)
        {
            DateTimeOffset now = terminal.Time.GetUtcNow();
            Turn turn = GuidanceEngine.Step(flow, session, new AnswerInput(answer), now);
            TurnReply reply = TurnReply.From(turn, now);
            Show(reply);
            expects = reply.Expects;
            session = turn.Session;
        }

        return ExitCode.Ok;
    }

    private string? Ask(StreamReader answers, bool isSensitive)
    {
        if (terminal.EchoAnswers)
        {
            string? read = answers.ReadLine();
            if (read is not null)
            {
                terminal.Text.WriteLine("\n> " + (isSensitive ? "•••" : read));
            }

            return read;
        }

        terminal.Text.Write("\n> ");
        terminal.Text.Flush();
        string? typed = answers.ReadLine();
        if (typed is null)
        {
            terminal.Text.WriteLine();
        }

        return typed;
    }

    private void Show(TurnReply reply)
    {
        terminal.Text.Write(Transcript.Render(reply));
        terminal.Text.Flush();
    }
}
