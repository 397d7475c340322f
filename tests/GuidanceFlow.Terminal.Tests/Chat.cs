using System.Text.Json;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Terminal.Keys;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.GoldenFiles;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Terminal.Tests;

/// <summary>Chats on a terminal in memory.</summary>
internal sealed class Chat
{
    public const string SessionId = "session-test";

    private readonly InMemorySessionStore _store = new();
    private readonly TerminalChat _chat;
    private readonly Flow _flow;

    public Chat(Flow flow, VirtualTerminal terminal, ITerminalInput input, string folder, params (string Name, string Value)[] environment)
        : this(flow, terminal, input, folder, new GuidanceActions(), _ => [], environment)
    {
    }

    public Chat(Flow flow, VirtualTerminal terminal, ITerminalInput input, string folder, GuidanceActions actions, Func<GuidanceHost, IReadOnlyList<TerminalCommand>> commands, params (string Name, string Value)[] environment)
    {
        _flow = flow;
        bool dumb = environment.Contains(("TERM", "dumb"));
        ManualTimeProvider time = (input as ScriptedInput)?.Clock ?? new ManualTimeProvider();
        var inbox = new TerminalInbox(Tickets);
        Host = new GuidanceHost(new FlowCatalog([flow]), _store, new GuidanceHostOptions { Tickets = inbox, Messages = inbox, Handoffs = new InMemoryHandoffSink(), Actions = actions, Time = time });
        _chat = new TerminalChat(
            Host,
            _store,
            new TerminalChatOptions { Command = ["app", "play", "my flow.json"], Folder = folder, Time = time, Inbox = inbox, Commands = commands(Host) },
            input,
            terminal.Screen(environment),
            !dumb);
    }

    public GuidanceHost Host { get; }

    public InMemoryTicketSink Tickets { get; } = new();

    public Task<TerminalChatEnd> StartAsync(string? locale = null, IReadOnlyDictionary<string, Value>? inputs = null) =>
        _chat.StartAsync(_flow.Id, new StartRequest { SessionId = SessionId, Locale = locale, Inputs = inputs ?? new Dictionary<string, Value>() }, TestContext.Current.CancellationToken);

    public Task<TerminalChatEnd> ResumeAsync(string path) => _chat.ResumeAsync(SavedSession.Read(path), TestContext.Current.CancellationToken);

    public static Flow Compile(string json) => FlowCompiler.Compile([FlowSource.FromText("flow.json", json)]).GetOrThrow();

    public static Flow SmartHome() => FlowCompiler.Compile([FlowSource.FromFile(Sample("smart-home-setup.json"))]).GetOrThrow();

    /// <summary>The inputs and answers of a scenario of the sample.</summary>
    public static (IReadOnlyDictionary<string, Value> Inputs, string[] Answers) Rehearsal(string name)
    {
        using JsonDocument scenario = JsonDocument.Parse(File.ReadAllBytes(Sample(name)));
        return (
            scenario.RootElement.GetProperty("start").GetProperty("inputs").EnumerateObject().ToDictionary(input => input.Name, input => ValueJson.Read(input.Value)),
            [.. scenario.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("answer").GetString()!)]);
    }

    private static string Sample(string name) => Path.Combine(GoldenFile.Beside("x").Directory, "..", "..", "samples", "flows", "smart-home-setup", name);
}
