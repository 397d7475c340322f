using System.Security.Cryptography;
using GuidanceFlow.Cli.Files;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Terminal;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Cli.Play;

/// <summary>A chat on a terminal that can be drawn on; the flow runs in a host as it would in an app.</summary>
internal sealed class TerminalPlayer
{
    private readonly Flow _flow;
    private readonly Terminal _terminal;
    private readonly TerminalChat _chat;

    public TerminalPlayer(Flow flow, string path, Terminal terminal)
    {
        _flow = flow;
        _terminal = terminal;
        var store = new InMemorySessionStore();
        var host = new GuidanceHost(new FlowCatalog([flow]), store, new InMemoryTicketSink(), terminal.Time);
        _chat = new TerminalChat(host, store, new TerminalChatOptions { Command = [.. TerminalChatOptions.ThisProgram, "play", path], ShowErrors = true, Time = terminal.Time });
    }

    public int Play(StartRequest request, InputsFile? inputs)
    {
        // The engine alone tells whether the session starts, before anything is drawn.
        Turn trial = GuidanceEngine.Start(_flow, request, _terminal.Time.GetUtcNow());
        return trial.Result == TurnResult.Refused
            ? StartProblem.Report(_flow, inputs, trial, _terminal)
            : Code(_chat.StartAsync(_flow.Id, request with { SessionId = "session-" + RandomNumberGenerator.GetHexString(10, lowercase: true) }));
    }

    public int Resume(SavedSession saved) => Code(_chat.ResumeAsync(saved));

    private static int Code(Task<TerminalChatEnd> end) => end.GetAwaiter().GetResult() is TerminalChatEnd.Over or TerminalChatEnd.Saved ? ExitCode.Ok : ExitCode.Findings;
}
