namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Prints a value.</summary>
internal sealed class PrintNode(Node expression, string indent) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        state.Place = expression.Span;

        // What a function of the template prints while it is called is indented like what it gives.
        int start = state.Output.Length;
        Print(state, expression.Evaluate(state), indent, start);
        return Signal.Next;
    }

    /// <summary>Prints a value; what was printed behind <paramref name="start"/> is indented with it.</summary>
    public static void Print(RenderState state, Value value, string indent, int start)
    {
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
