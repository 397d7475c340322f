using System.Text;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing;

namespace GuidanceFlow.Cli.Play;

/// <summary>A chat on a terminal. With answers from a file the output is the conversation's transcript.</summary>
internal sealed class ChatPlayer(Flow flow, IReadOnlyDictionary<string, Value> inputs, string? locale, Terminal terminal)
{
    public int Play()
    {
        DateTimeOffset now = terminal.Time.GetUtcNow();
        Turn turn = GuidanceEngine.Start(flow, new StartRequest { SessionId = "session-1", Inputs = inputs, Locale = locale, Channel = "terminal" }, now);
        if (turn.Result == TurnResult.Refused)
        {
            terminal.Error.WriteLine("error: " + turn.Error);
            return turn.Reason == TurnReason.InvalidStart ? ExitCode.Usage : ExitCode.Findings;
        }

        Show(turn, now);
        using var answers = new StreamReader(terminal.Input, Encoding.UTF8);
        while (turn.Session.Status == SessionStatus.Waiting && Ask(answers) is { } answer)
        {
            now = terminal.Time.GetUtcNow();
            turn = GuidanceEngine.Step(flow, turn.Session, new AnswerInput(answer), now);
            Show(turn, now);
        }

        return ExitCode.Ok;
    }

    private string? Ask(StreamReader answers)
    {
        if (terminal.EchoAnswers)
        {
            string? read = answers.ReadLine();
            if (read is not null)
            {
                terminal.Text.WriteLine("\n> " + read);
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

    private void Show(Turn turn, DateTimeOffset now)
    {
        terminal.Text.Write(Transcript.Render(TurnReply.From(turn, now)));
        terminal.Text.Flush();
    }
}
