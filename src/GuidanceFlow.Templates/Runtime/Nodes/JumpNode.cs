namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>break</c> and <c>continue</c>.</summary>
internal sealed class JumpNode(Signal signal) : StatementNode
{
    public override Signal Execute(RenderState state) => signal;
}
