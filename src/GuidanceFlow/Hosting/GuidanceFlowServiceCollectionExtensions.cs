using GuidanceFlow;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Hosting;
using GuidanceFlow.Handoffs;
using GuidanceFlow.History;
using GuidanceFlow.Interpreters;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

#pragma warning disable IDE0130 // Where every library puts its Add method, so that it is found without a using.
namespace Microsoft.Extensions.DependencyInjection;
#pragma warning restore IDE0130

/// <summary>Registers GuidanceFlow.</summary>
public static class GuidanceFlowServiceCollectionExtensions
{
    /// <summary>
    /// Registers a <see cref="GuidanceHost"/> as a singleton, with the store and the ticket sink the services already have, else
    /// in memory, and with the <see cref="TimeProvider"/> the services have, else the system's. Called again, it adds flows and interpreters.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Adds the flows and interpreters, and chooses store and sink.</param>
    public static IServiceCollection AddGuidanceFlow(this IServiceCollection services, Action<GuidanceFlowBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var builder = new GuidanceFlowBuilder(services);
        services.TryAddSingleton<ISessionStore, InMemorySessionStore>();
        services.TryAddSingleton<ITicketSink, InMemoryTicketSink>();
        services.TryAddSingleton(TimeProvider.System);
        configure(builder);
        foreach (Flow flow in builder.Flows)
        {
            services.AddSingleton(flow);
        }

        services.TryAddSingleton(provider => provider.GetServices<RetiredFlow>().Distinct().Aggregate(new FlowCatalog(provider.GetServices<Flow>()), static (flows, retired) => flows.Retire(retired.Id, retired.Version)));
        services.TryAddSingleton(provider => new GuidanceHost(
            provider.GetRequiredService<FlowCatalog>(),
            provider.GetRequiredService<ISessionStore>(),
            new GuidanceHostOptions
            {
                Tickets = provider.GetRequiredService<ITicketSink>(),
                Actions = ActionsOf(provider),
                Handoffs = provider.GetService<IHandoffSink>(),
                History = provider.GetService<ICustomerHistory>(),
                HistoryTimeLimit = provider.GetService<HistoryLimit>()?.Value ?? new GuidanceHostOptions().HistoryTimeLimit,
                Messages = MessagesOf(provider),
                Time = provider.GetRequiredService<TimeProvider>(),
                Logger = provider.GetService<ILogger<GuidanceHost>>(),
                Interpreters = InterpretersOf(provider),
                RapidInputs = provider.GetService<RapidInputPolicy>()?.Value ?? RapidInputs.Queue,
                Outbox = provider.GetService<OutboxPolicy>() ?? new OutboxPolicy(),
            }));
        return services;
    }

    private static IMessageSink? MessagesOf(IServiceProvider provider)
    {
        IMessageSink? others = provider.GetService<IMessageSink>();
        var channels = new Dictionary<string, IMessageSink>(StringComparer.Ordinal);
        foreach (ChannelRegistration added in provider.GetServices<ChannelRegistration>())
        {
            channels[added.Channel] = added.Sink;
        }

        return channels.Count == 0 ? others : new ChannelMessageSink(channels, others);
    }

    private static GuidanceActions ActionsOf(IServiceProvider provider)
    {
        var actions = new GuidanceActions();
        foreach (ActionRegistration added in provider.GetServices<ActionRegistration>())
        {
            actions.Add(added.Name, added.Make(provider));
        }

        return actions;
    }

    private static AnswerInterpreters InterpretersOf(IServiceProvider provider)
    {
        ILookup<bool, IAnswerInterpreter> added = provider.GetServices<InterpreterRegistration>().ToLookup(added => added.IsInFront, added => added.Make(provider));
        return new AnswerInterpreters
        {
            InFront = added[true].ToEquatableArray(),
            Behind = added[false].ToEquatableArray(),
            TimeLimit = provider.GetService<InterpreterLimit>()?.Value ?? new AnswerInterpreters().TimeLimit,
        };
    }
}
