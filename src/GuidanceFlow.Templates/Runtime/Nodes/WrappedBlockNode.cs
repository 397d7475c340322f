using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Calls;
using GuidanceFlow.Templates.Runtime.Scopes;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>$$</c>: runs the block that the call wraps; nothing without one.</summary>
internal sealed class WrappedBlockNode(TextSpan span) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        if (state.Scopes.Read(VariableScopes.Block).Reference is WrappedBlock block)
        {
            RunningFrame caller = state.EnterCall(block.Frame, VariableScopes.Block, Span);
            block.Body.Execute(state);
            state.LeaveCall(caller);
        }

        return Value.Null;
    }
}
