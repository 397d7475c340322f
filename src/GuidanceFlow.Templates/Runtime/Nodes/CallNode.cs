using GuidanceFlow.Templates.Functions;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A call of a function with one node for each of its parameters.</summary>
internal sealed class CallNode(TextSpan span, Function function, Node[] arguments) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        ArgumentBuffer buffer = default;
        for (int i = 0; i < arguments.Length; i++)
        {
            buffer[i] = arguments[i].Evaluate(state);
        }

        return function.Call(state, buffer[..arguments.Length], Span);
    }
}
