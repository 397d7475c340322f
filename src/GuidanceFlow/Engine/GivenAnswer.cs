using System.Buffers;
using System.Text;
using System.Text.Json;
using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>An answer that was given, and the session as it was when the question was asked.</summary>
/// <param name="Ask">The question.</param>
/// <param name="Place">Which question it is, in which flow and for which items: see <see cref="PlaceOf"/>.</param>
/// <param name="Value">The answer; null for a digression.</param>
/// <param name="Before">The session before, at the question.</param>
internal sealed record GivenAnswer(AskStep Ask, string Place, Value? Value, SessionState Before)
{
    /// <summary>The latest answer of a session that has one.</summary>
    /// <param name="run">A turn, where the session is; it is at the question then.</param>
    public static GivenAnswer LatestOf(TurnRun run)
    {
        Flow root = run.Context.Root;
        SessionState state = run.Context.State;
        UndoLog log = SnapshotUndoLog.Read(state.Undo);
        Value? kept = log is { Plain: 0, Latest: StateUndo { State: var undone } } ? undone.Answer : null;
        bool isState = log is { Plain: 0, Latest: StateUndo };
        AskStep ask = UndoRun.TakeBack(run, out log);
        EvaluationContext context = run.Context;
        SessionState before = context.State with
        {
            Step = ask.Index,
            Data = context.Data,
            Answers = context.Answers,
            Loop = context.Loop,
            Known = run.Known,
            Chosen = context.Chosen,
            Fallback = context.Fallback,
            Offered = OptionOffer.Freeze(context, ask.Answers.In(context.Locale)),
            Unrecognised = [],
            Confirming = null,
            Undo = log,
        };
        return new GivenAnswer(ask, PlaceOf(root, before), isState ? kept : state.Answers.Find(ask.Index), before);
    }

    /// <summary>
    /// Which question a session waits at: the steps that run the flows it is in, its own step, and for all of them the items of the loops around. Items are told apart by
    /// their values; of equal ones each has an answer of its own, in their order.
    /// </summary>
    public static string PlaceOf(Flow root, SessionState state)
    {
        var place = new StringBuilder();
        Append(place, root, state.Caller);
        Append(place, state.Caller is { } caller ? root.Find(caller.Running) : root, state.Loop, state.Step);
        return place.ToString();
    }

    private static void Append(StringBuilder place, Flow root, CallFrame? frame)
    {
        if (frame is not null)
        {
            Append(place, root, frame.Outer);
            Append(place, root.Find(frame.Flow), frame.Loop, frame.Step);
            place.Append(frame.Interruption?.Id).Append('/');
        }
    }

    private static void Append(StringBuilder place, Flow flow, EachFrame? loop, int step)
    {
        if (loop is not null)
        {
            Append(place, flow, loop.Outer, loop.Step);
            place.Append('=').Append(Json(loop.Items[loop.Index])).Append('/');
        }

        place.Append(flow.Nodes[step].Id);
    }

    private static string Json(Value value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ValueJson.Write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
