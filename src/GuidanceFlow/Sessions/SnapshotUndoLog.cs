using System.Text.Json;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Json;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>
/// How a session's answers are taken back, in a snapshot: a list, the latest first, in which a number counts plain answers and an object
/// is a delta; and why there is nothing older.
/// </summary>
internal static class SnapshotUndoLog
{
    public static void Write(Utf8JsonWriter json, Flow flow, SessionState state)
    {
        UndoLog log = state.Undo;
        if (log.Plain > 0 || log.Deltas.Length > 0)
        {
            json.WriteStartArray("undo"u8);
            WritePlain(json, log.Plain);
            var items = new LoopItemsLater(state.Loop);
            for (int i = log.Deltas.Length - 1; i >= 0; i--)
            {
                JsonSerializer.Serialize(json, PartOf(flow, log.Deltas[i], items), SnapshotJsonContext.Default.SnapshotUndo);
                WritePlain(json, log.Deltas[i].Plain);
            }

            json.WriteEndArray();
        }

        if (log.End != UndoEnd.Start)
        {
            json.WritePropertyName("undo_end"u8);
            JsonSerializer.Serialize(json, log.End, SnapshotJsonContext.Default.UndoEnd);
        }
    }

    /// <summary>Reads the list; a plain count stands as a delta without a step.</summary>
    public static List<(int Plain, SnapshotUndo? Delta)> Read(ref Utf8JsonReader reader)
    {
        var entries = new List<(int, SnapshotUndo?)>();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            entries.Add(reader.TokenType == JsonTokenType.Number
                ? (reader.GetInt32() is > 0 and var plain ? plain : throw new JsonException(), null)
                : (0, JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SnapshotUndo) ?? throw new JsonException()));
        }

        return entries;
    }

    /// <summary>Makes the log of what was read.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="entries">What was read, the latest first.</param>
    /// <param name="end">Why there is nothing older.</param>
    /// <param name="loop">The loops the session is in.</param>
    /// <param name="answers">How many answers the session has.</param>
    /// <exception cref="SnapshotReferenceException">It names what the flow does not have, or contradicts itself.</exception>
    public static UndoLog Restore(Flow flow, List<(int Plain, SnapshotUndo? Delta)>? entries, UndoEnd end, EachFrame? loop, int answers)
    {
        if (entries is null)
        {
            return new UndoLog(0, [], end);
        }

        var content = new SnapshotContent(flow);
        var items = new LoopItemsLater(loop);
        var deltas = new List<UndoDelta>();
        int latest = 0;
        long all = 0;
        foreach ((int plain, SnapshotUndo? part) in entries)
        {
            all += part is null ? plain : 0;
            if (part is null)
            {
                latest = deltas.Count == 0 ? plain : latest;
                _ = deltas.Count > 0 && (deltas[^1] = deltas[^1] with { Plain = plain }) is not null;
                continue;
            }

            UndoDelta delta = DeltaOf(content, part, items);
            loop = delta.Rest is { } rest ? rest.Loop : loop;
            if (flow.Nodes[delta.Step] is not AskStep || !content.LoopsFit(delta.Step, loop))
            {
                throw new SnapshotReferenceException($"The snapshot goes back to '{part.Step}', which is no question or stands in other loops.");
            }

            deltas.Add(delta);
        }

        if (all > answers)
        {
            throw new SnapshotReferenceException($"The snapshot takes back {all} answers of {answers}. Take the snapshot as it was written.");
        }

        deltas.Reverse();
        return new UndoLog(latest, [.. deltas], end);
    }

    private static void WritePlain(Utf8JsonWriter json, int plain)
    {
        if (plain > 0)
        {
            json.WriteNumberValue(plain);
        }
    }

    private static SnapshotUndo PartOf(Flow flow, UndoDelta delta, LoopItemsLater items)
    {
        bool isUsual = delta.Answers is [{ Index: < 0 } only] && only.Step == delta.Step;
        return new SnapshotUndo(
            flow.Nodes[delta.Step].Id,
            delta.Data.Select(value => KeyValuePair.Create(flow.Parts.Variables[value.Slot].Name, value.Value)).ToEquatableArray(),
            isUsual ? null : Array.ConvertAll(delta.Answers, answer => new SnapshotUndoneAnswer(flow.Nodes[answer.Step].Id, answer.Index, answer.Value)),
            delta.Rest is null ? null : PartOf(flow, delta.Rest, items));
    }

    private static SnapshotUndoneRest PartOf(Flow flow, UndoneRest rest, LoopItemsLater items)
    {
        var loops = new List<SnapshotLoop>();
        for (EachFrame? frame = rest.Loop; frame is not null; frame = frame.Outer)
        {
            loops.Add(new SnapshotLoop(flow.Nodes[frame.Step].Id, items.AreThose(frame) ? null : frame.Items, frame.Index, frame.Failed));
        }

        items.Take(rest.Loop);
        return new SnapshotUndoneRest(
            loops.Count == 0 ? null : [.. loops],
            rest.Known.Select(answer => KeyValuePair.Create(flow.Nodes[answer.Step].Id, answer.Value)).ToEquatableArray(),
            rest.Fallback is null ? null : SnapshotFallback.Of(rest.Fallback));
    }

    private static UndoDelta DeltaOf(in SnapshotContent content, SnapshotUndo part, LoopItemsLater items)
    {
        int step = content.StepOf(part.Step);
        var data = new UndoneValue[part.Data.Count];
        for (int i = 0; i < data.Length; i++)
        {
            data[i] = new UndoneValue(content.SlotOf(part.Data[i].Key), content.Fit(part.Data[i].Key, part.Data[i].Value));
        }

        UndoneAnswer[] answers = part.Answers is null ? [new UndoneAnswer(step, -1, Value.Null)] : new UndoneAnswer[part.Answers.Length];
        for (int i = 0; i < part.Answers?.Length; i++)
        {
            SnapshotUndoneAnswer answer = part.Answers[i] ?? throw new SnapshotReferenceException("The snapshot has null where an answer to take back must stand.");
            int answered = content.StepOf(answer.Step);
            if (answer.Index >= 0)
            {
                content.CheckAnswer(answered, answer.Value);
            }

            answers[i] = new UndoneAnswer(answered, Math.Max(answer.Index, -1), answer.Value);
        }

        return new UndoDelta(0, step, data, answers, part.Rest is null ? null : RestOf(content, part.Rest, items));
    }

    private static UndoneRest RestOf(in SnapshotContent content, SnapshotUndoneRest part, LoopItemsLater items)
    {
        EachFrame? loop = null;
        for (int i = (part.Loops?.Length ?? 0) - 1; i >= 0; i--)
        {
            SnapshotLoop? entry = part.Loops![i];
            int step = content.StepOf(entry?.Step!);
            Value[] those = entry!.Items ?? items.Find(step) ?? throw new SnapshotReferenceException($"The snapshot's loop '{entry.Step}' has no items.");
            loop = content.Loop(entry, those, loop);
        }

        items.Take(loop);
        var known = new StepAnswer[part.Known.Count];
        for (int i = 0; i < known.Length; i++)
        {
            known[i] = new StepAnswer(content.StepOf(part.Known[i].Key), part.Known[i].Value);
            content.CheckAnswer(known[i].Step, known[i].Value);
        }

        return new UndoneRest(loop, known, part.Fallback?.ToInfo());
    }

    /// <summary>The items of the loops as they are later on, by loop: those are written once.</summary>
    private sealed class LoopItemsLater
    {
        private readonly Dictionary<int, Value[]> _items = [];

        public LoopItemsLater(EachFrame? loop) => Take(loop);

        public bool AreThose(EachFrame frame) => ReferenceEquals(Find(frame.Step), frame.Items);

        public Value[]? Find(int step) => _items.GetValueOrDefault(step);

        public void Take(EachFrame? loop)
        {
            for (; loop is not null; loop = loop.Outer)
            {
                _items[loop.Step] = loop.Items;
            }
        }
    }
}
