using GuidanceFlow.Templates.Runtime.Nodes;

namespace GuidanceFlow.Templates.Runtime.Calls;

/// <summary>The statements between <c>wrap</c> and its <c>end</c>; the function that is called prints them with <c>$$</c>.</summary>
/// <param name="body">The statements.</param>
/// <param name="frame">Where they belong, for the loops among them.</param>
internal sealed class WrappedBlock(StatementNode body, RunningFrame frame)
{
    public StatementNode Body { get; } = body;

    public RunningFrame Frame { get; } = frame;
}
