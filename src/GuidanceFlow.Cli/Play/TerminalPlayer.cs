using System.Security.Cryptography;
using GuidanceFlow.Cli.Files;
using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Sessions;
using GuidanceFlow.Terminal;
using GuidanceFlow.Testing.Stubs;

namespace GuidanceFlow.Cli.Play;

/// <summary>A chat on a terminal that can be drawn on; the flow runs in a host as it would in an app.</summary>
internal sealed class TerminalPlayer
{
    // A flow that waits for a second and begins again would go on for ever.
    private const int MostTimers = 1_000;

    private readonly Flow _flow;
    private readonly Terminal _terminal;
    private readonly MovableClock _clock;
    private readonly InMemorySessionStore _store = new();
    private readonly GuidanceHost _host;
    private readonly TerminalChat _chat;

    /// <param name="flow">The flow.</param>
    /// <param name="actions">What becomes of its actions.</param>
    /// <param name="arguments">What stands behind <c>play</c> on the command line that goes on with a conversation.</param>
    /// <param name="terminal">The process.</param>
    public TerminalPlayer(Flow flow, ActionStubs actions, IReadOnlyList<string> arguments, Terminal terminal)
    {
        _flow = flow;
        _terminal = terminal;
        _clock = new MovableClock(terminal.Time);
        var flows = new FlowCatalog([flow]);
        var inbox = new TerminalInbox();
        _host = new GuidanceHost(flows, _store, new GuidanceHostOptions { Tickets = inbox, Messages = inbox, Handoffs = new InMemoryHandoffSink(), Actions = actions.ToActions(flows, _clock), Time = _clock });
        _chat = new TerminalChat(_host, _store, new TerminalChatOptions
        {
            Command = [.. TerminalChatOptions.ThisProgram, "play", .. arguments],
            ShowErrors = true,
            Time = _clock,
            Inbox = inbox,
            Commands = [.. ChatCommand.All.Select(command => new TerminalCommand(command.Name, command.Usage, command.Meaning, (session, argument, cancellationToken) => RunAsync(session, command.Name, argument, cancellationToken)))],
        });
    }

    public int Play(StartRequest request, InputsFile? inputs)
    {
        // The engine alone tells whether the session starts, before anything is drawn.
        Turn trial = GuidanceEngine.Start(_flow, request, _clock.GetUtcNow());
        return trial.Result == TurnResult.Refused
            ? StartProblem.Report(_flow, inputs, trial, _terminal)
            : Code(_chat.StartAsync(_flow.Id, request with { SessionId = "session-" + RandomNumberGenerator.GetHexString(10, lowercase: true) }));
    }

    public int Resume(SavedSession saved) => Code(_chat.ResumeAsync(saved));

    private async Task<string?> RunAsync(string session, string command, string argument, CancellationToken cancellationToken)
    {
        try
        {
            switch (ChatCommand.Read(command, argument))
            {
                case AdvanceRequest advance:
                    await AdvanceAsync(advance.By, cancellationToken).ConfigureAwait(false);
                    return null;
                case StepRequest step:
                    TurnReply reply = await _host.StepAsync(session, step.Input, cancellationToken: cancellationToken).ConfigureAwait(false);
                    return reply.Result == TurnResult.Refused ? reply.Error ?? reply.Reason : null;
                case var other:
                    throw new InvalidOperationException($"There is no way to do {other}.");
            }
        }
        catch (RequestException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Moves the clock on, from one timer to the next, so that each fires at its time.</summary>
    private async Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        DateTimeOffset end = by < DateTimeOffset.MaxValue - now ? now + by : DateTimeOffset.MaxValue;
        for (int i = 0; i < MostTimers && await _store.ReadDueTimersAsync(end, after: null, limit: 1, cancellationToken).ConfigureAwait(false) is [var next]; i++)
        {
            _clock.MoveTo(next.Timer.Due);
            if (await _host.FireDueTimersAsync(cancellationToken).ConfigureAwait(false) == 0)
            {
                break;
            }
        }

        _clock.MoveTo(end);
        await _host.FireDueTimersAsync(cancellationToken).ConfigureAwait(false);
    }

    private static int Code(Task<TerminalChatEnd> end) => end.GetAwaiter().GetResult() is TerminalChatEnd.Over or TerminalChatEnd.Saved ? ExitCode.Ok : ExitCode.Findings;
}
