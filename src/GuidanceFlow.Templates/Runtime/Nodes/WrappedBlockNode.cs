using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Calls;
using GuidanceFlow.Templates.Runtime.Scopes;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>$$</c>: runs the block that the call wraps; nothing without one.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="indent">What stands in front of each line that is printed; null for what the call around has.</param>
/// <param name="isInLoop">Whether it stands in a loop of the function.</param>
internal sealed class WrappedBlockNode(TextSpan span, string? indent, bool isInLoop) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        if (state.Scopes.Read(VariableScopes.Block).Reference is not WrappedBlock block)
        {
            return Signal.Next;
        }

        string around = state.Output.Indentation;
        state.Output.Indentation = indent ?? around;
        RunningFrame caller = state.EnterCall(block.Frame, VariableScopes.Block, span);

        // What leaves a loop or a call in the block leaves those it runs in.
        Signal signal = block.Body.Execute(state);
        state.LeaveCall(caller);
        state.Output.Indentation = around;
        return signal is Signal.Break or Signal.Continue && !isInLoop && state.Scopes.FindLoop() is null && state.Scopes.RunningWhile is null
            ? throw state.Fail(span, "The block that is printed here holds a \"break\" or \"continue\", but no loop is running; remove it, or print the block inside a loop.")
            : signal;
    }
}
