using System.Collections.Immutable;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Testing.Stubs;

/// <summary>What becomes of actions that are not really run, action by action: the member <c>actions</c> of a scenario, or a file of its own. Immutable.</summary>
public sealed record ActionStubs
{
    /// <summary>No results for any action.</summary>
    public static ActionStubs None { get; } = new();

    /// <summary>The actions, each once.</summary>
    public EquatableArray<ActionStub> Actions { get; init; }

    /// <summary>Reads a file with the member <c>actions</c>.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The results or null, with every problem; nothing is thrown for what the file contains.</returns>
    public static ActionStubsReadResult Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return StubReader.ReadFile(path);
    }

    /// <summary>Reads a text with the member <c>actions</c>.</summary>
    /// <param name="path">The path that messages give.</param>
    /// <param name="utf8">The text in UTF-8.</param>
    public static ActionStubsReadResult Read(string path, ReadOnlyMemory<byte> utf8)
    {
        ArgumentNullException.ThrowIfNull(path);
        return StubReader.Read(path, utf8);
    }

    /// <summary>Holds the results against what a flow, and those it runs, declare: actions, arguments, what is given back, errors.</summary>
    /// <param name="flow">The flow.</param>
    /// <returns>What does not fit, each with its place and a remedy; empty when everything fits.</returns>
    public ImmutableArray<Diagnostic> Check(Flow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return StubCheck.Check(this, flow);
    }

    /// <summary>
    /// Makes a host's actions of the stubs, for an app that is tried out before its services exist: each attempt gets the next result, after the time it takes; an attempt that is run again gets its own again. An
    /// action without a result fails with <see cref="ActionErrors.Failed"/>.
    /// </summary>
    /// <param name="flows">The flows whose actions there must be.</param>
    /// <param name="time">The clock of what takes time.</param>
    public GuidanceActions ToActions(FlowCatalog flows, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(flows);
        ArgumentNullException.ThrowIfNull(time);
        var run = new StubbedActions(this, time);
        var actions = new GuidanceActions();
        foreach (string name in flows.All.SelectMany(flow => flow.Closure.Select(id => flow.FindFlow(id)!)).SelectMany(flow => flow.Definition.Actions).Select(action => action.Name).Distinct(StringComparer.Ordinal))
        {
            actions.Add(name, run.RunAsync);
        }

        return actions;
    }
}
