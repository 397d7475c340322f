using GuidanceFlow.Definitions;

namespace GuidanceFlow.Actions;

/// <summary>What an action takes and gives back. Immutable.</summary>
public sealed record ActionSignature
{
    /// <summary>What it takes; null kinds for what may be anything.</summary>
    public EquatableArray<KeyValuePair<string, DataKind?>> With { get; init; }

    /// <summary>What it gives back; null kinds for what may be anything.</summary>
    public EquatableArray<KeyValuePair<string, DataKind?>> Returns { get; init; }

    /// <summary>How it does not fit what a flow declares.</summary>
    internal IEnumerable<string> Misfits(ActionDefinition declared) =>
        Misfits(declared.With, With, "takes no", "takes").Concat(Misfits(declared.Returns, Returns, "does not give back", "gives back"));

    private static IEnumerable<string> Misfits(EquatableArray<DataDefinition> declared, EquatableArray<KeyValuePair<string, DataKind?>> has, string lacks, string does)
    {
        foreach (DataDefinition datum in declared)
        {
            int index = has.AsSpan().ToArray().ToList().FindIndex(member => member.Key == datum.Name);
            if (index < 0)
            {
                yield return $"it {lacks} '{datum.Name}'{(has.IsEmpty ? string.Empty : $" (but {string.Join(", ", has.Select(member => $"'{member.Key}'"))})")}";
            }
            else if (has[index].Value is { } kind && !Fits(datum.Type.Kind, kind))
            {
                yield return $"it {does} '{datum.Name}' as {kind.ToString().ToLowerInvariant()}, where the flow has {datum.Type.ToStaticType()}";
            }
        }
    }

    private static bool Fits(DataKind declared, DataKind has) =>
        declared == has || (declared == DataKind.Choice && has == DataKind.Text) || (declared == DataKind.Number && has == DataKind.Integer);
}
