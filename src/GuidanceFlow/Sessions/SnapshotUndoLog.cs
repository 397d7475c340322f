using System.Text.Json;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Json;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Sessions;

/// <summary>
/// How a session's answers are taken back, in a snapshot: a list, the latest first. A number counts plain answers. A text, true or false is the
/// datum of a simple entry as it was; an array is one with its datum (null for the default), and the place and value of the answer before. An object
/// is a delta.
/// </summary>
internal static class SnapshotUndoLog
{
    public static void Write(Utf8JsonWriter json, Flow root, Flow flow, SessionState state)
    {
        UndoLog log = state.Undo;
        if (log.Plain > 0 || log.Latest is not null)
        {
            json.WriteStartArray("undo"u8);
            WritePlain(json, log.Plain);
            var items = new LoopItemsLater(state.Loop);
            for (UndoEntry? entry = log.Latest; entry is not null; entry = entry.Older)
            {
                if (entry is StateUndo { State: var before })
                {
                    // What is older belongs to the flow the session was in then.
                    flow = before.Caller is { } caller ? root.Find(caller.Running) : root;
                    items = new LoopItemsLater(null);
                    JsonSerializer.Serialize(json, PartOf(root, flow, before, items), SnapshotJsonContext.Default.SnapshotUndo);
                }
                else
                {
                    Write(json, flow, entry, items);
                }

                WritePlain(json, entry.Plain);
            }

            json.WriteEndArray();
        }

        if (log.Floor > 0)
        {
            json.WriteNumber("undo_floor"u8, log.Floor);
        }

        if (log.End != UndoEnd.Start)
        {
            json.WritePropertyName("undo_end"u8);
            JsonSerializer.Serialize(json, log.End, SnapshotJsonContext.Default.UndoEnd);
        }
    }

    /// <summary>Reads the list. Without a delta in it, it is kept as it stands: only its form is looked at.</summary>
    /// <param name="reader">The reader, at the list's beginning.</param>
    /// <param name="utf8">What it reads.</param>
    public static StoredList Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        Utf8JsonReader list = reader;
        int plain = 0;
        int count = 0;
        int start = -1;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Number)
            {
                int run = reader.GetInt32() is > 0 and var positive ? positive : throw new JsonException();
                (plain, count) = start < 0 ? (checked(plain + run), count) : (plain, checked(count + run));
                continue;
            }

            start = start < 0 ? (int)reader.TokenStartIndex : start;
            if (!IsSimple(ref reader))
            {
                reader = list;
                return new StoredList(0, null, JsonElement.ParseValue(ref reader));
            }

            count++;
        }

        return new StoredList(plain, start < 0 ? null : new StoredUndo(utf8[start..(int)reader.TokenStartIndex].ToArray(), count), All: null);
    }

    /// <summary>Makes the log of what was read.</summary>
    /// <param name="root">The session's flow.</param>
    /// <param name="flow">The flow it is in.</param>
    /// <param name="interrupt">The interrupt whose steps it is among; null for those of the stages.</param>
    /// <param name="list">What was read; null for nothing.</param>
    /// <param name="floor">How many of the oldest answers are beyond the bound.</param>
    /// <param name="end">Why there is nothing older.</param>
    /// <param name="loop">The loops the session is in.</param>
    /// <param name="answers">How many answers the session has.</param>
    /// <exception cref="SnapshotReferenceException">It names what the flow does not have, or contradicts itself.</exception>
    public static UndoLog Restore(Flow root, Flow flow, string? interrupt, StoredList? list, int floor, UndoEnd end, EachFrame? loop, int answers)
    {
        UndoLog log = list is not { } read ? UndoLog.Empty
            : read.All is { } all ? RestoreAll(root, flow, interrupt, all, loop)
            : new UndoLog(read.Plain, read.Stored, 0, UndoEnd.Start);
        if (!UndoCheck.Fits(log, answers))
        {
            throw new SnapshotReferenceException($"The snapshot takes back answers that are not there. Take the snapshot as it was written.");
        }

        return floor >= 0 && floor <= log.Count ? log with { Floor = floor, End = end } : throw new SnapshotReferenceException(SnapshotMembers.Misfit(SnapshotMember.UndoFloor, path: null));
    }

    /// <summary>The log with its latest entry read, if it is one that was kept as it stood.</summary>
    public static UndoLog Read(UndoLog log)
    {
        if (log.Plain > 0 || log.Latest is not StoredUndo stored)
        {
            return log;
        }

        using JsonDocument list = JsonDocument.Parse((byte[])[(byte)'[', .. stored.Json, (byte)']']);
        return log with { Latest = Chain(list.RootElement, static element => SimpleOf(element)).Latest };
    }

    private static UndoLog RestoreAll(Flow root, Flow flow, string? interrupt, JsonElement list, EachFrame? loop)
    {
        try
        {
            return Restore(root, flow, interrupt, list, loop);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new SnapshotReferenceException(SnapshotMembers.Misfit(SnapshotMember.Undo, (exception as JsonException)?.Path));
        }
    }

    private static UndoLog Restore(Flow root, Flow flow, string? interrupt, JsonElement list, EachFrame? loop)
    {
        var content = new SnapshotContent(flow, interrupt);
        var items = new LoopItemsLater(loop);
        return Chain(list, element =>
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                return SimpleOf(element);
            }

            SnapshotUndo part = element.Deserialize(SnapshotJsonContext.Default.SnapshotUndo) ?? throw new JsonException();
            if (part.State is { } before)
            {
                CallFrame? caller = SnapshotCallers.Read(root, before.Callers);
                flow = caller is null ? root : root.Find(caller.Running);
                content = new SnapshotContent(flow, SnapshotCallers.InterruptOf(root, caller));
                items = new LoopItemsLater(null);
                UndoneState state = StateOf(content, flow, part, before, caller, items);
                loop = state.Rest.Loop;
                Check(flow, content, part.Step, state.Step, loop);
                return new StateUndo(older: null, plain: 0, state);
            }

            UndoDelta delta = DeltaOf(content, part, items);
            loop = delta.Rest is { } rest ? rest.Loop : loop;
            Check(flow, content, part.Step, delta.Step, loop);
            return new DeltaUndo(older: null, plain: 0, delta);
        });
    }

    private static void Check(Flow flow, in SnapshotContent content, string id, int step, EachFrame? loop)
    {
        if (flow.Nodes[step] is not AskStep || !content.LoopsFit(step, loop))
        {
            throw new SnapshotReferenceException($"The snapshot goes back to '{id}', which is no question or stands in other loops.");
        }
    }

    private static UndoneState StateOf(in SnapshotContent content, Flow flow, SnapshotUndo part, SnapshotUndoneState before, CallFrame? caller, LoopItemsLater items) => new(
        content.StepOf(part.Step),
        SnapshotCallers.ReadData(flow, before.Data),
        AnswerList.Adopt(SnapshotCallers.ReadAnswers(flow, before.Answers)),
        RestOf(content, part.Rest ?? throw new JsonException(), items),
        caller,
        AnswerOf(content, part.Step, before.Answer));

    private static Value? AnswerOf(in SnapshotContent content, string step, Value? answer)
    {
        if (answer is { } value)
        {
            content.CheckAnswer(content.StepOf(step), value);
        }

        return answer;
    }

    /// <summary>The entries of a list, the latest first, behind one another.</summary>
    private static UndoLog Chain(JsonElement list, Func<JsonElement, UndoEntry> read)
    {
        var entries = new List<(UndoEntry Entry, int Plain)>();
        int plain = 0;
        foreach (JsonElement element in list.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Number)
            {
                entries.Add((read(element), 0));
            }
            else if (element.GetInt32() is not (> 0 and var run))
            {
                throw new JsonException();
            }
            else if (entries.Count == 0)
            {
                plain = checked(plain + run);
            }
            else
            {
                entries[^1] = (entries[^1].Entry, checked(entries[^1].Plain + run));
            }
        }

        UndoEntry? latest = null;
        for (int i = entries.Count - 1; i >= 0; i--)
        {
            latest = entries[i].Entry.Behind(latest, entries[i].Plain);
        }

        return new UndoLog(plain, latest, 0, UndoEnd.Start);
    }

    private static SimpleUndo SimpleOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            return element.ValueKind is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False
                ? new SimpleUndo(older: null, plain: 0, ValueJson.Read(element), -1, Value.Null)
                : throw new JsonException();
        }

        return element.GetArrayLength() switch
        {
            1 => new SimpleUndo(older: null, plain: 0, ValueJson.Read(element[0]), -1, Value.Null),
            3 when element[1].GetInt32() >= 0 => new SimpleUndo(older: null, plain: 0, ValueJson.Read(element[0]), element[1].GetInt32(), ValueJson.Read(element[2])),
            _ => throw new JsonException(),
        };
    }

    /// <summary>Whether the reader is at a simple entry, and leaves it there at its end.</summary>
    private static bool IsSimple(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return reader.TokenType is JsonTokenType.True or JsonTokenType.False || (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped);
        }

        if (!IsNextScalar(ref reader) || !reader.Read())
        {
            return false;
        }

        return reader.TokenType == JsonTokenType.EndArray
            || (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int index) && index >= 0 && IsNextScalar(ref reader) && reader.Read() && reader.TokenType == JsonTokenType.EndArray);
    }

    // What is escaped may hold half a character, and numbers may have no end; such lists are read at once.
    private static bool IsNextScalar(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType switch
    {
        JsonTokenType.String => !reader.ValueIsEscaped,
        JsonTokenType.Number => reader.TryGetDouble(out double number) && double.IsFinite(number),
        _ => reader.TokenType is JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null,
    };

    private static void Write(Utf8JsonWriter json, Flow flow, UndoEntry entry, LoopItemsLater items)
    {
        switch (entry)
        {
            case StoredUndo stored:
                json.WriteRawValue(stored.Json, skipInputValidation: true);
                break;
            case SimpleUndo { Index: < 0, Datum.Kind: ValueKind.Text or ValueKind.Boolean } simple:
                ValueJson.Write(json, simple.Datum);
                break;
            case SimpleUndo simple:
                json.WriteStartArray();
                ValueJson.Write(json, simple.Datum);
                if (simple.Index >= 0)
                {
                    json.WriteNumberValue(simple.Index);
                    ValueJson.Write(json, simple.Answer);
                }

                json.WriteEndArray();
                break;
            default:
                JsonSerializer.Serialize(json, PartOf(flow, ((DeltaUndo)entry).Delta, items), SnapshotJsonContext.Default.SnapshotUndo);
                break;
        }
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

    private static SnapshotUndo PartOf(Flow root, Flow flow, UndoneState state, LoopItemsLater items) => new(
        flow.Nodes[state.Step].Id,
        default,
        null,
        PartOf(flow, state.Rest, items),
        new SnapshotUndoneState(SnapshotCallers.DataOf(flow, state.Data), SnapshotCallers.AnswersOf(flow, state.Answers.AsSpan()), SnapshotCallers.Write(root, state.Caller), state.Answer));

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
            rest.Fallback is null ? null : SnapshotFallback.Of(rest.Fallback),
            rest.Chosen.Select(items => KeyValuePair.Create(flow.Nodes[items.Step].Id, items.Value)).ToEquatableArray(),
            rest.Failure);
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

        return new UndoDelta(step, data, answers, part.Rest is null ? null : RestOf(content, part.Rest, items));
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

        var chosen = new StepAnswer[part.Chosen.Count];
        for (int i = 0; i < chosen.Length; i++)
        {
            chosen[i] = content.Chosen(part.Chosen[i].Key, part.Chosen[i].Value);
        }

        return part.Failure is { Code: null } or { Action: null } or { Step: null }
            ? throw new SnapshotReferenceException("The snapshot has an action's error to take back that lacks a part.")
            : new UndoneRest(loop, known, part.Fallback?.ToInfo(), chosen, part.Failure);
    }

    /// <summary>What was read of a list: the plain answers at its beginning and what is kept as it stands, or all of it where there are deltas.</summary>
    public readonly record struct StoredList(int Plain, StoredUndo? Stored, JsonElement? All);
}
