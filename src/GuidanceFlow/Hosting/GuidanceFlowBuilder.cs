using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
}
