namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A compiled statement.</summary>
internal abstract class StatementNode
{
    public abstract Signal Execute(RenderState state);
}
