using GuidanceFlow.Templates.Runtime.Calls;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Calls a function that may print a block with <c>$$</c>.</summary>
internal sealed class WrapNode(InvokeNode call, StatementNode body, string? indent) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        state.Place = call.Span;
        string around = state.Output.Indentation;
        string own = indent ?? around;
        state.Output.Indentation = own;
        Value value = call.Wrap(state, new WrappedBlock(body, state.Frame));
        state.Output.Indentation = around;
        PrintNode.Print(state, value, own);
        return Signal.Next;
    }
}
