using GuidanceFlow.Templates.Functions;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A call whose first argument comes through a pipe; the nodes are those of the other parameters.</summary>
internal sealed class PipeNode(TextSpan span, Function function, Node? left, Node[] others) : StepNode(span, left)
{
    public override Value Apply(RenderState state, Value left)
    {
        ArgumentBuffer buffer = default;
        buffer[0] = left;
        for (int i = 0; i < others.Length; i++)
        {
            buffer[i + 1] = others[i].Evaluate(state);
        }

        return function.Call(state, buffer[..(others.Length + 1)], Span);
    }
}
