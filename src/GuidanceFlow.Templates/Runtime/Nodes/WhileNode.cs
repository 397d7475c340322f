using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Runs its body as long as its condition holds.</summary>
internal sealed class WhileNode(TextSpan span, Node condition, StatementNode body, int depth) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        for (int i = 0; ; i++)
        {
            state.Place = condition.Span;
            if (!condition.Test(state))
            {
                return Signal.Next;
            }

            state.CountRound(span);
            state.Loops[depth].Index = i;
            Signal signal = body.Execute(state);
            if (signal is Signal.Break or Signal.Return)
            {
                return signal == Signal.Return ? signal : Signal.Next;
            }
        }
    }
}
