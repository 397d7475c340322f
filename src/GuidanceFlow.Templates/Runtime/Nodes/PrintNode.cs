namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Prints a value.</summary>
internal sealed class PrintNode(Node expression, string indent) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        state.Place = expression.Span;
        Print(state, expression.Evaluate(state), indent);
        return Signal.Next;
    }

    public static void Print(RenderState state, Value value, string indent)
    {
        int start = state.Output.Length;
        if (value.Reference is string text)
        {
            state.Output.Write(text);
        }
        else
        {
            ValuePrinter.Print(state, value);
        }

        if (indent.Length > 0)
        {
            state.Output.Indent(start, indent);
        }
    }
}
