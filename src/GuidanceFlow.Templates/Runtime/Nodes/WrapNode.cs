using GuidanceFlow.Templates.Runtime.Calls;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Calls a function that may print a block with <c>$$</c>.</summary>
internal sealed class WrapNode(InvokeNode call, StatementNode body, string indent) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        state.Place = call.Span;
        int start = state.Output.Length;
        Value value = call.Wrap(state, new WrappedBlock(body, state.Frame));
        PrintNode.Print(state, value, indent, start);
        return Signal.Next;
    }
}
