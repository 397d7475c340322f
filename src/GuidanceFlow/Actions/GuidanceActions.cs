using System.Text.Json.Serialization.Metadata;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Actions;

/// <summary>What a host can do for its flows, by name. Filled while the host is set up, on one thread; read by any number.</summary>
public sealed class GuidanceActions
{
    private readonly Dictionary<string, IGuidanceAction> _actions = new(StringComparer.Ordinal);

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Names => _actions.Keys.Order(StringComparer.Ordinal);

    /// <summary>Adds an action.</summary>
    /// <param name="name">Its name, as flows declare it.</param>
    /// <param name="action">What does it.</param>
    /// <exception cref="ArgumentException">There is an action of the name.</exception>
    public GuidanceActions Add(string name, IGuidanceAction action)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(action);
        return _actions.TryAdd(name, action) ? this : throw new ArgumentException($"There is an action '{name}' already. Give each its own name.", nameof(name));
    }

    /// <summary>Adds an action that reads its values by name.</summary>
    /// <param name="name">Its name, as flows declare it.</param>
    /// <param name="run">What does it.</param>
    /// <exception cref="ArgumentException">There is an action of the name.</exception>
    public GuidanceActions Add(string name, Func<ActionCall, CancellationToken, ValueTask<ActionResult>> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Add(name, new DelegateAction(run));
    }

    /// <summary>Adds an action of typed values: what it takes is the JSON of <typeparamref name="TIn"/>, what it gives back that of <typeparamref name="TOut"/>, both by generated code.</summary>
    /// <param name="name">Its name, as flows declare it.</param>
    /// <param name="input">The generated code of what it takes; the names in JSON are those of the flow's <c>with</c>.</param>
    /// <param name="output">The generated code of what it gives back; the names in JSON are those of the flow's <c>returns</c>.</param>
    /// <param name="run">What does it.</param>
    /// <exception cref="ArgumentException">There is an action of the name, or one of the types is no object in JSON.</exception>
    public GuidanceActions Add<TIn, TOut>(string name, JsonTypeInfo<TIn> input, JsonTypeInfo<TOut> output, Func<TIn, ActionCall, CancellationToken, ValueTask<TOut>> run)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(run);
        return Add(name, new TypedAction<TIn, TOut>(input, output, run));
    }

    /// <summary>The action of a name; null when there is none.</summary>
    public IGuidanceAction? Find(string name) => _actions.GetValueOrDefault(name);

    /// <summary>Sees to it that there is everything that flows declare, in the shape they declare.</summary>
    /// <exception cref="ActionMismatchException">Something is missing or has another shape.</exception>
    public void Check(FlowCatalog flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var problems = new List<string>();
        foreach (Flow flow in flows.All)
        {
            foreach (ActionDefinition declared in flow.Definition.Actions)
            {
                if (Find(declared.Name) is not { } action)
                {
                    problems.Add($"The flow '{flow.Id}' (version {flow.Version}) needs the action '{declared.Name}', which nobody added.{(_actions.Count == 0 ? string.Empty : $" There are {string.Join(", ", Names.Select(name => $"'{name}'"))}.")}");
                }
                else if (action.Signature?.Misfits(declared) is { } misfits)
                {
                    problems.AddRange(misfits.Select(misfit => $"The action '{declared.Name}' does not fit the flow '{flow.Id}' (version {flow.Version}): {misfit}."));
                }
            }
        }

        if (problems.Count > 0)
        {
            throw new ActionMismatchException([.. problems.Distinct(StringComparer.Ordinal)]);
        }
    }
}
