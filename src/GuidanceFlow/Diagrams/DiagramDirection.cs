namespace GuidanceFlow.Diagrams;

/// <summary>Which way a diagram is read.</summary>
public enum DiagramDirection
{
    /// <summary>From the top down.</summary>
    TopDown,

    /// <summary>From left to right.</summary>
    LeftToRight,
}
