namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Prints a value in a text with functions of its own, which may print as well while they are called.</summary>
/// <param name="expression">The value.</param>
/// <param name="indent">What stands in front of each line that is printed; null for what the call around has.</param>
internal sealed class CallingPrintNode(Node expression, string? indent) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        state.Place = expression.Span;
        string around = state.Output.Indentation;
        string own = indent ?? around;
        state.Output.Indentation = own;
        Value value = expression.Evaluate(state);
        state.Output.Indentation = around;
        PrintNode.Print(state, value, own);
        return Signal.Next;
    }
}
