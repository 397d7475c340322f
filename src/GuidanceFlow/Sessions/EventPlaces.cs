using System.Collections.Immutable;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;

namespace GuidanceFlow.Sessions;

/// <summary>
/// Finds where a turn's events happened, so that the turn itself need not know. A step's id tells its flow and stage, unless several flows of the session have it: then it is the one the session was in, which the flows entered
/// and left tell, from the turn's end back to where the session jumped (went back, began again, fell back …).
/// </summary>
internal static class EventPlaces
{
    /// <summary>The places, each where it is another one than before.</summary>
    public static EquatableArray<EventPlace> Of(Turn turn)
    {
        Flow root = turn.Session.Flow;
        ImmutableArray<TurnEvent> events = turn.Events;
        Flow?[] flows = root.Parts.Others.Count == 0 ? [] : FlowsOf(turn);
        var places = new List<EventPlace>();
        for (int i = 0; i < events.Length; i++)
        {
            if (events[i].Step is not { } step || events[i].Kind == TurnEventKind.Migrated)
            {
                continue;
            }

            Flow? flow = flows.Length == 0 ? root : flows[i];
            var place = new EventPlace(i, flow?.FindStep(step)?.Stage.Id, flow is null || ReferenceEquals(flow, root) ? null : flow.Id);
            if (places.Count == 0 || places[^1] with { From = i } != place)
            {
                places.Add(place);
            }
        }

        return [.. places];
    }

    /// <summary>The flow of each event; null where it cannot be told.</summary>
    private static Flow?[] FlowsOf(Turn turn)
    {
        GuidanceSession session = turn.Session;
        Flow root = session.Flow;
        Flow[] all = [.. root.Closure.Select(root.Find)];
        var flows = new Flow?[turn.Events.Length];

        // The flows that wait for one another, the one the session is in on top.
        var open = new Stack<Flow>(Chain(session).Reverse());
        for (int i = flows.Length - 1; i >= 0; i--)
        {
            TurnEvent happened = turn.Events[i];
            if (Jumps(happened.Kind) || (happened.Kind == TurnEventKind.RunStarted && open.TryPeek(out Flow? inner) && inner.Id != happened.Detail))
            {
                open.Clear();
            }
            else if (happened.Kind == TurnEventKind.RunStarted && open.Count > 0)
            {
                open.Pop();
            }

            if (happened.Step is { } step)
            {
                Flow[] owners = Array.FindAll(all, flow => flow.FindStep(step) is not null);
                flows[i] = owners.Length == 1 ? owners[0] : Array.Find(owners, flow => open.TryPeek(out Flow? at) && ReferenceEquals(flow, at));
            }

            if (happened.Kind == TurnEventKind.RunEnded && open.Count > 0 && root.FindFlow(happened.Detail ?? string.Empty) is { } left)
            {
                open.Push(left);
            }
        }

        return flows;
    }

    /// <summary>Whether the flow that the session was in before may be any.</summary>
    private static bool Jumps(TurnEventKind kind) => kind is TurnEventKind.WentBack or TurnEventKind.Restarted or TurnEventKind.Corrected or TurnEventKind.FellBack
        or TurnEventKind.Expired or TurnEventKind.Commanded or TurnEventKind.Upset or TurnEventKind.Returned or TurnEventKind.Migrated;

    private static IEnumerable<Flow> Chain(GuidanceSession session)
    {
        yield return session.ActiveFlow;
        for (CallFrame? frame = session.State.Caller; frame is not null; frame = frame.Outer)
        {
            yield return session.Flow.Find(frame.Flow);
        }
    }
}
