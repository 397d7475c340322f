using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Handoffs;
using GuidanceFlow.History;
using GuidanceFlow.Interpreters;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuidanceFlow.Hosting;

/// <summary>Says which flows a host serves, where sessions are kept and where tickets go. Used while services are set up, on one thread.</summary>
public sealed class GuidanceFlowBuilder
{
    private readonly List<Flow> _flows = [];

    internal GuidanceFlowBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services, for what the builder has no method for.</summary>
    public IServiceCollection Services { get; }

    internal IReadOnlyList<Flow> Flows => _flows;

    /// <summary>Adds a compiled flow.</summary>
    public GuidanceFlowBuilder AddFlow(Flow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        _flows.Add(flow);
        return this;
    }

    /// <summary>Reads, compiles and adds a flow file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="Compilation.FlowCompilationException">The flow has errors; the message lists them with line and column.</exception>
    public GuidanceFlowBuilder AddFlow(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return AddFlow(FlowCompiler.Compile([FlowSource.FromFile(path)]).GetOrThrow());
    }

    /// <summary>Retires a version of a flow: <see cref="FlowCatalog.Retire"/>. It is added like any other, as taking sessions over needs it.</summary>
    /// <param name="id">The flow.</param>
    /// <param name="version">Its version.</param>
    public GuidanceFlowBuilder RetireFlow(string id, int version)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Services.AddSingleton(new RetiredFlow(id, version));
        return this;
    }

    /// <summary>Keeps sessions in a store.</summary>
    /// <value>Without it they are kept in memory.</value>
    public GuidanceFlowBuilder UseStore(ISessionStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        Services.Replace(ServiceDescriptor.Singleton(store));
        return this;
    }

    /// <summary>Sends tickets to a sink.</summary>
    /// <value>Without it they are kept in memory.</value>
    public GuidanceFlowBuilder UseTickets(ITicketSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        Services.Replace(ServiceDescriptor.Singleton(sink));
        return this;
    }

    /// <summary>Adds an action that reads its values by name.</summary>
    /// <param name="name">Its name, as flows declare it.</param>
    /// <param name="run">What does it.</param>
    public GuidanceFlowBuilder AddAction(string name, Func<ActionCall, CancellationToken, ValueTask<ActionResult>> run)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(run);
        return AddAction(name, _ => new DelegateAction(run));
    }

    /// <summary>Adds an action of typed values: what it takes is the JSON of <typeparamref name="TIn"/>, what it gives back that of <typeparamref name="TOut"/>, both by generated code.</summary>
    /// <param name="name">Its name, as flows declare it.</param>
    /// <param name="input">The generated code of what it takes; the names in JSON are those of the flow's <c>with</c>.</param>
    /// <param name="output">The generated code of what it gives back; the names in JSON are those of the flow's <c>returns</c>.</param>
    /// <param name="run">What does it.</param>
    /// <exception cref="ArgumentException">One of the types is no object in JSON.</exception>
    public GuidanceFlowBuilder AddAction<TIn, TOut>(string name, JsonTypeInfo<TIn> input, JsonTypeInfo<TOut> output, Func<TIn, ActionCall, CancellationToken, ValueTask<TOut>> run)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(run);
        var action = new TypedAction<TIn, TOut>(input, output, run);
        return AddAction(name, _ => action);
    }

    /// <summary>Adds an action that is a class. The services make it, once.</summary>
    /// <typeparam name="T">The action, whose constructor gets services.</typeparam>
    /// <param name="name">Its name, as flows declare it.</param>
    public GuidanceFlowBuilder AddAction<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(string name)
        where T : class, IGuidanceAction
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Services.TryAddSingleton<T>();
        return AddAction(name, static provider => provider.GetRequiredService<T>());
    }

    private GuidanceFlowBuilder AddAction(string name, Func<IServiceProvider, IGuidanceAction> make)
    {
        Services.AddSingleton(new ActionRegistration(name, make));
        return this;
    }

    /// <summary>Delivers what sessions say when nobody waits for it, such as reminders.</summary>
    /// <value>Without it such words are in the journal alone.</value>
    public GuidanceFlowBuilder UseMessages(IMessageSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        Services.Replace(ServiceDescriptor.Singleton(sink));
        return this;
    }

    /// <summary>Delivers what sessions of a channel say when nobody waits for it; those of channels without a sink of their own go to the one of <see cref="UseMessages(IMessageSink)"/>.</summary>
    /// <param name="channel">The channel, as starts name it; the latest sink for one holds.</param>
    /// <param name="sink">Where they go.</param>
    public GuidanceFlowBuilder UseMessages(string channel, IMessageSink sink)
    {
        ArgumentException.ThrowIfNullOrEmpty(channel);
        ArgumentNullException.ThrowIfNull(sink);
        Services.AddSingleton(new ChannelRegistration(channel, sink));
        return this;
    }

    /// <summary>Gives sessions that a person takes over to a desk.</summary>
    /// <value>Without it they are laid aside as dead letters in the end.</value>
    public GuidanceFlowBuilder UseHandoffs(IHandoffSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        Services.Replace(ServiceDescriptor.Singleton(sink));
        return this;
    }

    /// <summary>Gives flows what earlier sessions of the customer tried and found, and keeps what sessions find.</summary>
    /// <param name="history">The history.</param>
    /// <param name="timeLimit">How long a start waits for it: <see cref="GuidanceHostOptions.HistoryTimeLimit"/>; null for 5 seconds.</param>
    /// <value>Without it a flow's <c>history</c> is what a start gives it.</value>
    /// <exception cref="ArgumentOutOfRangeException">The limit is shorter than a millisecond or longer than an hour.</exception>
    public GuidanceFlowBuilder UseHistory(ICustomerHistory history, TimeSpan? timeLimit = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        Services.Replace(ServiceDescriptor.Singleton(history));
        if (timeLimit is { } limit)
        {
            Services.Replace(ServiceDescriptor.Singleton(new HistoryLimit(new GuidanceHostOptions { HistoryTimeLimit = limit }.HistoryTimeLimit)));
        }

        return this;
    }

    /// <summary>Says how effects that fail are tried again.</summary>
    /// <value>Without it, after 5 seconds, ever more seldom, 20 times.</value>
    public GuidanceFlowBuilder OnFailedEffects(OutboxPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Services.Replace(ServiceDescriptor.Singleton(policy));
        return this;
    }

    /// <summary>Adds an interpreter that is asked before the built-in words, behind those added so before.</summary>
    public GuidanceFlowBuilder AddInterpreterInFront(IAnswerInterpreter interpreter) => AddInterpreter(interpreter, isInFront: true);

    /// <summary>Adds an interpreter that is asked before the built-in words, behind those added so before. The services make it, once.</summary>
    /// <typeparam name="T">The interpreter, whose constructor gets services.</typeparam>
    public GuidanceFlowBuilder AddInterpreterInFront<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IAnswerInterpreter => AddInterpreter<T>(isInFront: true);

    /// <summary>Adds an interpreter that is asked about what the built-in words do not match, behind those added so before.</summary>
    public GuidanceFlowBuilder AddInterpreterBehind(IAnswerInterpreter interpreter) => AddInterpreter(interpreter, isInFront: false);

    /// <summary>Adds an interpreter that is asked about what the built-in words do not match, behind those added so before. The services make it, once.</summary>
    /// <typeparam name="T">The interpreter, whose constructor gets services.</typeparam>
    public GuidanceFlowBuilder AddInterpreterBehind<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IAnswerInterpreter => AddInterpreter<T>(isInFront: false);

    /// <summary>Says how long each interpreter is waited for: <see cref="AnswerInterpreters.TimeLimit"/>.</summary>
    /// <param name="limit">The limit; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    /// <value>Without it, 10 seconds.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is zero or negative, or more than 49 days.</exception>
    public GuidanceFlowBuilder LimitInterpreters(TimeSpan limit)
    {
        Services.Replace(ServiceDescriptor.Singleton(new InterpreterLimit(new AnswerInterpreters { TimeLimit = limit }.TimeLimit)));
        return this;
    }

    /// <summary>Says what happens to an input that comes while a turn of its session is under way.</summary>
    /// <value>Without it, <see cref="RapidInputs.Queue"/>.</value>
    public GuidanceFlowBuilder OnRapidInputs(RapidInputs policy)
    {
        Services.Replace(ServiceDescriptor.Singleton(new RapidInputPolicy(policy)));
        return this;
    }

    /// <summary>
    /// Has a background service of the application (<see cref="IHostedService"/>) fire timers and carry out what is pending. Without it, or in
    /// applications without hosted services, call <see cref="GuidanceHost.FireDueTimersAsync"/> again and again.
    /// </summary>
    /// <param name="interval">How often it looks; null for every second. A timer fires so much late at most, and as long as the one before takes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is shorter than a millisecond or longer than a day.</exception>
    public GuidanceFlowBuilder RunInBackground(TimeSpan? interval = null)
    {
        TimeSpan every = interval ?? TimeSpan.FromSeconds(1);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, TimeSpan.FromMilliseconds(1), nameof(interval));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(every, TimeSpan.FromDays(1), nameof(interval));
        Services.Replace(ServiceDescriptor.Singleton(new WorkerInterval(every)));
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, GuidanceFlowWorker>(static provider => new GuidanceFlowWorker(
            provider.GetRequiredService<GuidanceHost>(),
            provider.GetRequiredService<WorkerInterval>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<GuidanceFlowWorker>>() ?? NullLogger<GuidanceFlowWorker>.Instance)));
        return this;
    }

    private GuidanceFlowBuilder AddInterpreter(IAnswerInterpreter interpreter, bool isInFront)
    {
        ArgumentNullException.ThrowIfNull(interpreter);
        Services.AddSingleton(new InterpreterRegistration(isInFront, _ => interpreter));
        return this;
    }

    private GuidanceFlowBuilder AddInterpreter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(bool isInFront)
        where T : class, IAnswerInterpreter
    {
        Services.TryAddSingleton<T>();
        Services.AddSingleton(new InterpreterRegistration(isInFront, static provider => provider.GetRequiredService<T>()));
        return this;
    }
}
