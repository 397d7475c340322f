using GuidanceFlow.Actions;

namespace GuidanceFlow.Testing.Stubs;

/// <summary>Runs the actions of a host as stubs say. Thread-safe.</summary>
internal sealed class StubbedActions(ActionStubs stubs, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly StubSelection _selection = new(stubs);
    private readonly Dictionary<(string Call, int Attempt), StubbedResult?> _given = [];

    public async ValueTask<ActionResult> RunAsync(ActionCall call, CancellationToken cancellationToken)
    {
        if (Find(call) is not { } stub)
        {
            return ActionResult.Failed(ActionErrors.Failed, $"The stubs have no result for '{call.Action}'.");
        }

        if (stub.Takes > TimeSpan.Zero)
        {
            await Task.Delay(stub.Takes, time, cancellationToken).ConfigureAwait(false);
        }

        return stub.Result;
    }

    /// <summary>The next result; an attempt that is run again gets its own again.</summary>
    private StubbedResult? Find(ActionCall call)
    {
        lock (_lock)
        {
            if (!_given.TryGetValue((call.Id, call.Attempt), out StubbedResult? stub))
            {
                _given.Add((call.Id, call.Attempt), stub = _selection.Next(call));
            }

            return stub;
        }
    }
}
