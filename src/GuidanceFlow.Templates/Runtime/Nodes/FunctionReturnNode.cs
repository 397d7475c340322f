namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>ret</c> in a function: ends the call, which has the value.</summary>
internal sealed class FunctionReturnNode(Node? value) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        state.Return(value is null ? Value.Null : value.Evaluate(state));
        return Signal.Return;
    }
}
