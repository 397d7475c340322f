namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A value that is assigned, tested or looped over: functions it calls may print, indented like the code block it stands in.</summary>
/// <param name="value">The value.</param>
/// <param name="indent">What stands in front of each line that is printed.</param>
internal sealed class IndentingNode(Node value, string indent) : Node(value.Span)
{
    public override Value Evaluate(RenderState state)
    {
        string around = state.Output.Indentation;
        state.Output.Indentation = indent;
        Value result = value.Evaluate(state);
        state.Output.Indentation = around;
        return result;
    }
}
