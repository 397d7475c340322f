namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Statements in order.</summary>
internal sealed class BlockNode(StatementNode[] statements) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        state.CountOperations(statements.Length, state.Place);
        foreach (StatementNode statement in statements)
        {
            Signal signal = statement.Execute(state);
            if (signal != Signal.Next)
            {
                return signal;
            }
        }

        return Signal.Next;
    }
}
