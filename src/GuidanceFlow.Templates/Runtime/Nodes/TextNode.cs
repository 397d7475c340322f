using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Literal text.</summary>
internal sealed class TextNode(TextSpan span, string text, string indent) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        state.Place = span;
        int start = state.Output.Length;
        state.Output.Write(text);
        if (indent.Length > 0)
        {
            state.Output.Indent(start, indent);
        }

        return Signal.Next;
    }
}
