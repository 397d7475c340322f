namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Stands in a variable that was assigned null, to tell it from one that was not assigned.</summary>
internal sealed class AssignedNull
{
    private AssignedNull()
    {
    }

    public static AssignedNull Instance { get; } = new();
}
