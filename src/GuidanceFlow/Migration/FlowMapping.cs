using GuidanceFlow.Compilation;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Migration;

/// <summary>How what a session holds of one flow goes over to a newer version of it. Immutable.</summary>
internal sealed class FlowMapping
{
    private readonly CompiledDatum[] _data;
    private readonly int[] _steps;
    private readonly bool _keepsData;

    private FlowMapping(Flow from, Flow to, CompiledMigration migration)
    {
        From = from;
        To = to;
        _steps = migration.Steps;
        _data = migration.Data;
        _keepsData = _data.Length == from.Parts.Variables.Length && !_data.Where((datum, slot) => datum.Slot != slot || to.Parts.Variables[slot] != from.Parts.Variables[slot]).Any();
        KeepsSecrets = from.Secrets.All(ask => _steps[ask.Index] is >= 0 and int step && to.Nodes[step] is AskStep { IsSensitive: true })
            && from.SecretReturns.All(slot => Array.Exists(to.SecretReturns, kept => _data[kept].Slot == slot));
    }

    public Flow From { get; }

    public Flow To { get; }

    /// <summary>Whether all that was secret still is known to be so.</summary>
    public bool KeepsSecrets { get; }

    /// <summary>The mapping of a flow; null where the newer version does not say how sessions of the older one go on.</summary>
    /// <param name="from">The older version.</param>
    /// <param name="to">The newer version, or the same one.</param>
    /// <param name="findings">What is wrong with the migration.</param>
    public static FlowMapping? Create(Flow from, Flow to, List<Diagnostic> findings)
    {
        if (FlowHasher.Structure(from.Definition) == FlowHasher.Structure(to.Definition))
        {
            return new FlowMapping(from, to, new CompiledMigration([.. Enumerable.Range(0, from.Nodes.Length)], [.. from.Parts.Variables.Select((_, slot) => new CompiledDatum(slot, null))]));
        }

        if (to.Definition.Migrate?.From.Contains(from.Version) != true)
        {
            return null;
        }

        CompilationContext context = MigrationChecks.OutlineOf(to.Definition);
        CompiledMigration migration = new MigrationLowering(context, MigrationChecks.OutlineOf(from.Definition)).Lower();
        findings.AddRange(context.Findings());
        return new FlowMapping(from, to, migration);
    }

    /// <summary>The step in the place of an old one; <see cref="Target.None"/> for none.</summary>
    public int StepFor(int step) => step < 0 ? Target.None : _steps[step];

    /// <summary>The slot that keeps the value of an old one; −1 for none.</summary>
    public int SlotFor(int old) => Array.FindIndex(_data, datum => datum.Slot == old);

    /// <summary>The data of the newer version; null where they cannot be made, with the reason, which shows no value.</summary>
    public Value[]? DataFor(Value[] old, out string why)
    {
        why = string.Empty;
        if (_keepsData)
        {
            return old;
        }

        var data = new Value[_data.Length];
        for (int slot = 0; slot < data.Length; slot++)
        {
            if (!TryCompute(slot, old, out data[slot]))
            {
                why = $"'{To.Parts.Variables[slot].Name}' gets no value of its type";
                return null;
            }
        }

        return data;
    }

    private bool TryCompute(int slot, Value[] old, out Value value)
    {
        CompiledDatum datum = _data[slot];
        Definitions.DataDefinition variable = To.Parts.Variables[slot];
        value = To.Parts.Defaults[slot];
        Value given = datum.Slot >= 0 ? old[datum.Slot] : Value.Null;
        try
        {
            given = datum.Value?.Value.Evaluate(new OlderData(old)) ?? given;
        }
        catch (TemplateRuntimeException)
        {
            return false;
        }

        if (!given.IsNull)
        {
            return DataTypes.TryFit(given, variable.Type, variable.Name, out value, out _);
        }

        // What was emptied on purpose stays empty.
        bool isEmptied = datum.Slot >= 0 && !From.Parts.Defaults[datum.Slot].IsNull && variable.Optional;
        value = isEmptied ? Value.Null : value;
        return slot >= To.Parts.InputCount || variable.Optional || !value.IsNull;
    }

    /// <summary>The inputs and data of a session, by slot.</summary>
    private sealed class OlderData(Value[] data) : IValueSource
    {
        public Value GetValue(int slot) => data[slot];
    }
}
