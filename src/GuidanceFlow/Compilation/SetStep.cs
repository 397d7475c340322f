using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>Assigns data in order.</summary>
internal sealed class SetStep(StepPlace place) : FlowStep(place)
{
    public required CompiledAssignment[] Values { get; init; }
}

/// <summary>A data slot and the expression whose value it gets.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Value">The expression.</param>
/// <param name="Name">The datum's name, for messages.</param>
/// <param name="Type">The type the value must have.</param>
/// <param name="IsProved">Whether the compiler proved that it has; else it is checked when it is computed.</param>
internal sealed record CompiledAssignment(int Slot, Expression Value, string Name, DataType Type, bool IsProved);
