namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Runs the block of the first branch that has the value.</summary>
internal sealed class CaseNode(Node value, Node[][] candidates, StatementNode[] bodies, StatementNode? otherwise) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        state.Place = value.Span;
        Value wanted = value.Evaluate(state);
        for (int i = 0; i < candidates.Length; i++)
        {
            foreach (Node candidate in candidates[i])
            {
                state.Place = candidate.Span;
                if (Comparison.AreEqual(state, wanted, candidate.Evaluate(state), candidate.Span))
                {
                    return bodies[i].Execute(state);
                }
            }
        }

        return otherwise is null ? Signal.Next : otherwise.Execute(state);
    }
}
