namespace GuidanceFlow.Engine;

/// <summary>Ends a turn from inside; caught by the engine, never seen outside.</summary>
internal sealed class TurnFailure(int step, string detail, Exception? inner = null) : Exception(detail, inner)
{
    /// <summary>The step that failed.</summary>
    public int Step { get; } = step;
}
