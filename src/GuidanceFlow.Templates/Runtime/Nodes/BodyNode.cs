namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>The body of a function written as one expression: <c>double(x) = x * 2</c>.</summary>
internal sealed class BodyNode(Node value) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        state.Return(value.Evaluate(state));
        return Signal.Return;
    }
}
