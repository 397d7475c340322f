using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>$"Hello {name}"</c>: its parts, each as it would be printed.</summary>
internal sealed class InterpolationNode(TextSpan span, Node[] parts) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        int start = state.Output.Length;
        foreach (Node part in parts)
        {
            ValuePrinter.Print(state, part.Evaluate(state));
        }

        return Value.From(state.Output.Cut(start));
    }
}
