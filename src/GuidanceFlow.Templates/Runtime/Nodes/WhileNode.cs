using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Runs its body as long as its condition holds.</summary>
/// <param name="span">The loop.</param>
/// <param name="condition">The condition.</param>
/// <param name="body">What is run.</param>
/// <param name="depth">How many loops are around.</param>
/// <param name="isByName">Whether what the body calls may ask for the loop's place.</param>
internal sealed class WhileNode(TextSpan span, Node condition, StatementNode body, int depth, bool isByName) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        LoopFrame? around = isByName ? state.Scopes.RunningWhile : null;
        Signal signal = Signal.Next;
        for (int i = 0; signal is not (Signal.Break or Signal.Return); i++)
        {
            state.Place = condition.Span;
            if (!condition.Test(state))
            {
                break;
            }

            state.CountRound(span);
            state.Loops[depth].Index = i;
            if (isByName)
            {
                state.Scopes.RunningWhile = state.Loops[depth];
            }

            signal = body.Execute(state);
        }

        if (isByName)
        {
            state.Scopes.RunningWhile = around;
        }

        return signal == Signal.Return ? signal : Signal.Next;
    }
}
