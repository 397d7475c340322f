namespace GuidanceFlow.Compilation;

/// <summary>How sessions of one older version of a flow go on under a newer one.</summary>
/// <param name="Steps">The new step in the place of each old one, by the old number; <see cref="Target.None"/> for none.</param>
/// <param name="Data">What each new input and datum gets, by the new slot.</param>
internal sealed record CompiledMigration(int[] Steps, CompiledDatum[] Data);

/// <summary>What an input or datum of a newer version gets.</summary>
/// <param name="Slot">The slot the older version has it in; −1 for none.</param>
/// <param name="Value">The expression over the older version's slots; null for the value as it was.</param>
internal readonly record struct CompiledDatum(int Slot, CompiledAssignment? Value);
