namespace GuidanceFlow.Definitions;

/// <summary>What an <see cref="EachStepDefinition"/> does when an item fails.</summary>
public enum ItemFailurePolicy
{
    /// <summary>Goes on with the next item.</summary>
    NextItem,

    /// <summary>Leaves the loop and goes on behind it.</summary>
    Stop,
}
