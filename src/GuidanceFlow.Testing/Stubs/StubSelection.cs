using GuidanceFlow.Actions;
using GuidanceFlow.Testing.Scenarios.Checks;

namespace GuidanceFlow.Testing.Stubs;

/// <summary>Finds the results of calls, each the next one. Not thread-safe.</summary>
internal sealed class StubSelection(ActionStubs stubs)
{
    private readonly HashSet<StubbedResult> _used = new(ReferenceEqualityComparer.Instance);

    /// <summary>The result of a call; null where there is none for it.</summary>
    public StubbedResult? Next(ActionCall call)
    {
        if (stubs.Actions.FirstOrDefault(stub => stub.Action == call.Action) is not { } stub)
        {
            return null;
        }

        StubbedResult[] own = [.. stub.Results.Where(result => !result.When.IsEmpty && Fits(result, call))];
        StubbedResult[] fitting = own.Length > 0 ? own : [.. stub.Results.Where(result => result.When.IsEmpty)];
        StubbedResult? next = Array.Find(fitting, result => !_used.Contains(result)) ?? fitting.LastOrDefault();
        if (next is not null)
        {
            _used.Add(next);
        }

        return next;
    }

    private static bool Fits(StubbedResult result, ActionCall call) => result.When.All(wanted => ValueMatch.Matches(wanted.Value, call.Argument(wanted.Key)));
}
