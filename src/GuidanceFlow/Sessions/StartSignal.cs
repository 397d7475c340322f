using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Sessions;

/// <summary>Signals that start a session.</summary>
internal static class StartSignal
{
    /// <summary>The members of a signal's value that are inputs of the flow.</summary>
    public static Dictionary<string, Value> InputsOf(Flow flow, Value value) => value.TryGetObject(out ValueObject? members)
        ? flow.Definition.Inputs.Select(input => input.Name).Where(members.Names.Contains).ToDictionary(name => name, name => members.TryGetValue(name, out Value given) ? given : Value.Null, StringComparer.Ordinal)
        : [];
}
