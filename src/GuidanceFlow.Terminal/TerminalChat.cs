using GuidanceFlow.Actions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Terminal.Asking;
using GuidanceFlow.Terminal.Drawing;
using GuidanceFlow.Terminal.Keys;
using GuidanceFlow.Terminal.Words;
using Spectre.Console;

namespace GuidanceFlow.Terminal;

/// <summary>
/// A conversation on the process's terminal: options are lists to go through that take typed words as well, tables, progress and tickets
/// are drawn, and Ctrl+C saves the conversation and says how to go on with it. The terminal's own words are English or Chinese, by the session's language.
/// </summary>
/// <remarks>
/// Uses the process's console for itself; one chat at a time. <c>NO_COLOR</c> and <c>TERM=dumb</c> in the environment are honoured. Where
/// <see cref="IsPossible"/> is false, write plain text instead (<see cref="TurnReply.ToPlainText"/>).
/// </remarks>
public sealed class TerminalChat
{
    private readonly GuidanceHost _host;
    private readonly ISessionStore _store;
    private readonly TerminalChatOptions _options;
    private readonly Func<ITerminalInput> _openInput;
    private readonly Screen _screen;
    private readonly bool _byKey;

    /// <summary>Makes a chat.</summary>
    /// <param name="host">The host that runs the sessions.</param>
    /// <param name="store">The host's store: what is saved comes from it, and what is resumed goes into it.</param>
    /// <param name="options">What else there is to say; null for the defaults.</param>
    public TerminalChat(GuidanceHost host, ISessionStore store, TerminalChatOptions? options = null)
        : this(host, store, options ?? new TerminalChatOptions(), null, ScreenFactory.Create(new AnsiConsoleOutput(Console.Out), Environment.GetEnvironmentVariable), !ScreenFactory.IsDumb(Environment.GetEnvironmentVariable))
    {
    }

    internal TerminalChat(GuidanceHost host, ISessionStore store, TerminalChatOptions options, ITerminalInput? input, Screen screen, bool byKey)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(store);
        _host = host;
        _store = store;
        _options = options;
        _openInput = () => input ?? new ConsoleInput(byKey, options.Time);
        _screen = screen;
        _byKey = byKey;
    }

    /// <summary>Whether a person sits at the process's input and output.</summary>
    public static bool IsPossible => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>Starts a session and talks until it is over or the customer leaves.</summary>
    /// <param name="flowId">The flow.</param>
    /// <param name="request">The session's id and what is known.</param>
    /// <param name="cancellationToken">Ends the wait for the customer.</param>
    /// <exception cref="FlowNotFoundException">The host has no such flow.</exception>
    public async Task<TerminalChatEnd> StartAsync(string flowId, StartRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        TurnReply reply = await _host.StartAsync(flowId, request, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (reply.Result == TurnResult.Refused)
        {
            _screen.Draw(reply.Error ?? reply.Reason ?? string.Empty, Styles.Notice);
            return TerminalChatEnd.NotStarted;
        }

        ChatWords words = ChatWords.For(_host.Flows.Latest(flowId)!.ResolveLocale(request.Locale));
        var conversation = new Conversation(_host, _store, _options, _screen, words);
        conversation.Say(reply);
        return await TalkAsync(conversation, reply, words, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes on with a conversation that was left, and talks until it is over or the customer leaves again.</summary>
    /// <param name="saved">The conversation. Its file is written anew when the customer leaves, and deleted when the conversation is over.</param>
    /// <param name="cancellationToken">Ends the wait for the customer.</param>
    /// <exception cref="FlowNotFoundException">The host does not have its flow.</exception>
    /// <exception cref="SavedSessionException">It does not fit the flow.</exception>
    public async Task<TerminalChatEnd> ResumeAsync(SavedSession saved, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(saved);
        Flow flow = _host.Flows.Find(saved.FlowId, saved.FlowVersion) ?? _host.Flows.Latest(saved.FlowId)
            ?? throw new SavedSessionException(saved.Path, $"The conversation belongs to the flow '{saved.FlowId}', not to {string.Join(", ", _host.Flows.Ids.Select(id => $"'{id}'"))}. Play that flow with this file.");
        GuidanceSession session = saved.Restore(flow);
        var commit = new SessionCommit
        {
            Session = new StoredSession(session.Id, flow.Id, flow.Version, session.Turn, SessionSnapshot.Write(session)),
            ExpectedTurn = 0,
            Reply = ReadOnlyMemory<byte>.Empty,
            Journal = [],
            Timers = [.. session.Timers.Select(timer => new StoredTimer(timer.Id, timer.Visit, timer.Due))],
        };

        // A store that has the session already knows better where it is.
        await _store.CommitAsync(commit, cancellationToken).ConfigureAwait(false);
        if (session.EndAction(ActionResult.Failed(ActionErrors.Failed, "The conversation was left while it was under way.")) is { } gone)
        {
            await _host.StepAsync(session.Id, gone, cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        Situation where = (await _host.WhereAsync(session.Id, cancellationToken).ConfigureAwait(false))!;
        ChatWords words = ChatWords.For(session.Locale);
        var conversation = new Conversation(_host, _store, _options, _screen, words, saved);
        conversation.Welcome(flow.TitleIn(session.Locale), where);
        var reply = new TurnReply { Session = session.Id, Turn = where.Turn, Result = TurnResult.Accepted, Status = where.Status, Expects = where.Expects, Outcome = where.Outcome };
        return await TalkAsync(conversation, reply, words, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TerminalChatEnd> TalkAsync(Conversation conversation, TurnReply reply, ChatWords words, CancellationToken cancellationToken)
    {
        ITerminalInput input = _openInput();
        try
        {
            return await conversation.TalkAsync(_byKey ? new KeyAsker(input, _screen, words) : new LineAsker(input, _screen), reply, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            (input as IDisposable)?.Dispose();
        }
    }
}
