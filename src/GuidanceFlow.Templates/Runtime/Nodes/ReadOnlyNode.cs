namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Keeps a variable from being assigned again.</summary>
internal sealed class ReadOnlyNode(string name) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        state.Scopes.MakeReadOnly(name);
        return Signal.Next;
    }
}
