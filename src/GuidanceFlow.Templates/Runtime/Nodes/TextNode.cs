using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Literal text.</summary>
/// <param name="template">The template's text.</param>
/// <param name="span">The part of it that is printed.</param>
/// <param name="indent">What stands in front of each of its lines; null for what the call around has.</param>
internal sealed class TextNode(string template, TextSpan span, string? indent) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        state.Place = span;
        int start = state.Output.Length;
        state.Output.Write(template.AsSpan(span.Start, span.Length));
        string own = indent ?? state.Output.Indentation;
        if (own.Length > 0)
        {
            state.Output.Indent(start, own);
        }

        return Signal.Next;
    }
}
