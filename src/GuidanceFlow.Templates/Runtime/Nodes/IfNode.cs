namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Runs the block of the first condition that holds.</summary>
internal sealed class IfNode(Node[] conditions, StatementNode[] bodies, StatementNode? otherwise) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        for (int i = 0; i < conditions.Length; i++)
        {
            state.Place = conditions[i].Span;
            if (conditions[i].Test(state))
            {
                return bodies[i].Execute(state);
            }
        }

        return otherwise is null ? Signal.Next : otherwise.Execute(state);
    }
}
