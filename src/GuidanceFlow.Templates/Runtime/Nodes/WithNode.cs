namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Makes the members of an object variables while its body runs.</summary>
internal sealed class WithNode(Node target, StatementNode body) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        state.Place = target.Span;
        Value value = target.Evaluate(state);
        if (!value.TryGetObject(out ValueObject? members))
        {
            throw state.Fail(target.Span, $"\"with\" needs an object, not {KindNames.Describe(value)}.");
        }

        state.Scopes.EnterObject(members);
        Signal signal = body.Execute(state);
        state.Scopes.LeaveObject();
        return signal;
    }
}
