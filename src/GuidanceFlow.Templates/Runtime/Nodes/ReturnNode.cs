namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Prints its value, if it has one, and ends the template.</summary>
internal sealed class ReturnNode(StatementNode? print) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        print?.Execute(state);
        return Signal.Return;
    }
}
