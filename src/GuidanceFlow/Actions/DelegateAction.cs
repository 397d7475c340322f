namespace GuidanceFlow.Actions;

/// <summary>An action of values that are read by name.</summary>
internal sealed class DelegateAction(Func<ActionCall, CancellationToken, ValueTask<ActionResult>> run) : IGuidanceAction
{
    public ValueTask<ActionResult> RunAsync(ActionCall call, CancellationToken cancellationToken) => run(call, cancellationToken);
}
