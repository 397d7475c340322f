namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Keeps in a variable what its body would print.</summary>
internal sealed class CaptureNode(TargetNode target, StatementNode body) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        int start = state.Output.Length;
        Signal signal = body.Execute(state);
        target.Assign(state, Value.From(state.Output.CutCaptured(start)));
        if (signal == Signal.Return)
        {
            // A call that ends in here gives nothing: as in Scriban, capturing takes what it would have given.
            state.Return(Value.Null);
        }

        return signal;
    }
}
