using System.Text.Json;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Json;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>
/// Sessions as compact JSON (UTF-8), format version 1. Writing, reading and going on equals never having stopped; equal
/// sessions give equal bytes.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public static class SessionSnapshot
{
    private const int FormatVersion = 1;

    /// <summary>Writes a session.</summary>
    public static byte[] Write(GuidanceSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        Flow flow = session.Flow;
        SessionState state = session.State;
        return CompactJson.Write(
            new SnapshotData
            {
                FormatVersion = FormatVersion,
                Id = state.Id,
                Flow = flow.Id,
                FlowVersion = flow.Version,
                Structure = flow.StructureHash,
                Turn = state.Turn,
                Status = state.Status,
                Outcome = state.Outcome,
                Locale = state.Locale,
                Channel = state.Channel,
                Customer = state.CustomerKey,
                Started = state.StartedAt,
                Step = state.Step < 0 ? null : flow.Nodes[state.Step].Id,
                Visit = state.Visit,
                Unrecognised = NullIfEmpty(state.Unrecognised),
                Data = WriteData(flow, state.Data),
                Answers = WriteAnswers(flow, state.Answers),
                Loops = WriteLoops(flow, state.Loop),
                Known = WriteAnswers(flow, state.Known),
                Fallback = state.Fallback is { } fallback
                    ? new SnapshotFallback(fallback.Reason, fallback.Stage, fallback.Step, fallback.Attempts, NullIfEmpty([.. fallback.Unrecognised]))
                    : null,
                Ticket = state.Ticket is { } ticket ? new SnapshotTicket(ticket.Reference, ticket.RespondWithin, ticket.Due) : null,
                Timers = NullIfEmpty(state.Timers),
                Undo = NullIfEmpty(Array.ConvertAll(state.Undo, delta => WriteUndo(flow, delta))),
            },
            SnapshotJsonContext.Default.SnapshotData);
    }

    /// <summary>Reads a session back. Never throws for what the bytes contain.</summary>
    /// <param name="flow">The flow it was written under; its wording may have changed since, its structure may not.</param>
    /// <param name="utf8">The snapshot.</param>
    /// <returns>The session, or what is wrong with the snapshot.</returns>
    public static SnapshotReadResult Read(Flow flow, ReadOnlyMemory<byte> utf8)
    {
        ArgumentNullException.ThrowIfNull(flow);
        SnapshotData? data;
        try
        {
            data = JsonSerializer.Deserialize(utf8.Span, SnapshotJsonContext.Default.SnapshotData);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return SnapshotReadResult.Failed(SnapshotProblem.Malformed, "The snapshot is not the JSON of a session: " + exception.Message);
        }

        if (data?.Id is null || data.Locale is null)
        {
            return SnapshotReadResult.Failed(SnapshotProblem.Malformed, "The snapshot lacks the session's id or language.");
        }

        if (data.FormatVersion != FormatVersion)
        {
            return SnapshotReadResult.Failed(SnapshotProblem.UnknownVersion, $"The snapshot has format version {data.FormatVersion}; this library reads {FormatVersion}.");
        }

        if (data.Flow != flow.Id || data.FlowVersion != flow.Version || data.Structure != flow.StructureHash)
        {
            return SnapshotReadResult.Failed(
                SnapshotProblem.FlowMismatch,
                $"The snapshot belongs to flow '{data.Flow}' version {data.FlowVersion} with another structure than '{flow.Id}' version {flow.Version}. Load the flow it was written under.");
        }

        try
        {
            return SnapshotReadResult.Succeeded(new GuidanceSession(flow, Restore(flow, data)));
        }
        catch (SnapshotReferenceException exception)
        {
            return SnapshotReadResult.Failed(SnapshotProblem.Malformed, exception.Message);
        }
    }

    private static SessionState Restore(Flow flow, SnapshotData data)
    {
        var variables = (Value[])flow.Parts.Defaults.Clone();
        foreach ((string name, Value value) in data.Data)
        {
            int slot = SlotOf(flow, name);
            variables[slot] = Fit(flow.Parts.Variables[slot], value);
        }

        EachFrame? loop = null;
        foreach (SnapshotLoop? entry in (data.Loops ?? []).Reverse())
        {
            if (entry?.Items is null || entry.Index < 0 || entry.Index >= entry.Items.Length)
            {
                throw new SnapshotReferenceException($"The snapshot's loop '{entry?.Step}' has no item {entry?.Index}.");
            }

            loop = new EachFrame(StepOf(flow, entry.Step), entry.Items, entry.Index, entry.Failed, loop);
        }

        int step = data.Step is null ? -1 : StepOf(flow, data.Step);
        if (data.Status == SessionStatus.Waiting && (step < 0 || flow.Nodes[step] is not AskStep || !LoopsFit(flow, step, loop)))
        {
            throw new SnapshotReferenceException($"The snapshot waits at '{data.Step}', which is no question or stands in other loops.");
        }

        CheckParts(data);

        return new SessionState
        {
            Id = data.Id!,
            Turn = data.Turn,
            Status = data.Status,
            Outcome = data.Outcome,
            Locale = flow.ResolveLocale(data.Locale),
            Channel = data.Channel,
            CustomerKey = data.Customer,
            StartedAt = data.Started,
            Step = step,
            Visit = data.Visit,
            Unrecognised = data.Unrecognised ?? [],
            Data = variables,
            Answers = ReadAnswers(flow, data.Answers),
            Loop = loop,
            Known = ReadAnswers(flow, data.Known),
            Fallback = data.Fallback is { } fallback
                ? new FallbackInfo(fallback.Reason, fallback.Stage, fallback.Step, fallback.Attempts, (fallback.Unrecognised ?? []).ToEquatableArray())
                : null,
            Ticket = data.Ticket is { } ticket ? new TicketMark(ticket.Reference, ticket.RespondWithin, ticket.Due) : null,
            Timers = data.Timers ?? [],
            Undo = Array.ConvertAll(data.Undo ?? [], entry => ReadUndo(flow, entry)),
        };
    }

    /// <summary>What JSON cannot rule out: parts that are null, and counts that no session has.</summary>
    private static void CheckParts(SnapshotData data)
    {
        if (data.Turn < (data.Status == SessionStatus.New ? 0 : 1) || data.Visit < 0)
        {
            throw new SnapshotReferenceException($"The snapshot is {data.Status} at turn {data.Turn} and visit {data.Visit}, which no session is.");
        }

        bool lacksText = Array.Exists(data.Unrecognised ?? [], text => text is null) || Array.Exists(data.Fallback?.Unrecognised ?? [], text => text is null);
        bool lacksPart = Array.Exists(data.Timers ?? [], timer => timer?.Id is null) || Array.Exists(data.Undo ?? [], delta => delta is null);
        if (lacksText || lacksPart || data.Ticket is { Reference: null })
        {
            throw new SnapshotReferenceException("The snapshot has null where a text, a timer, an undo delta or a ticket's reference must stand.");
        }
    }

    private static Value Fit(DataDefinition variable, Value value)
    {
        string problem = $"'{variable.Name}' must not be null.";
        Value fitted = value;
        bool fits = value.IsNull ? variable.Optional : DataTypes.TryFit(value, variable.Type, variable.Name, out fitted, out problem);
        return fits ? fitted : throw new SnapshotReferenceException("The snapshot's datum " + problem);
    }

    /// <summary>Whether the loops around a step are just those the session is in.</summary>
    private static bool LoopsFit(Flow flow, int step, EachFrame? frame)
    {
        StepPlace? around = flow.Nodes[step].Place.Loop;
        while (around is not null && frame is not null && frame.Step == around.Index)
        {
            around = around.Loop;
            frame = frame.Outer;
        }

        return around is null && frame is null;
    }

    private static EquatableArray<KeyValuePair<string, Value>> WriteData(Flow flow, Value[] data)
    {
        var values = new List<KeyValuePair<string, Value>>();
        for (int slot = 0; slot < data.Length; slot++)
        {
            if (data[slot] != flow.Parts.Defaults[slot])
            {
                values.Add(KeyValuePair.Create(flow.Parts.Variables[slot].Name, data[slot]));
            }
        }

        return values.ToEquatableArray();
    }

    private static EquatableArray<KeyValuePair<string, Value>> WriteAnswers(Flow flow, StepAnswer[] answers) =>
        answers.Length == 0 ? default : answers.Select(answer => KeyValuePair.Create(flow.Nodes[answer.Step].Id, answer.Value)).ToEquatableArray();

    private static StepAnswer[] ReadAnswers(Flow flow, EquatableArray<KeyValuePair<string, Value>> answers) =>
        [.. answers.Select(answer => new StepAnswer(AskOf(flow, answer.Key), answer.Value))];

    private static SnapshotLoop[]? WriteLoops(Flow flow, EachFrame? frame)
    {
        var loops = new List<SnapshotLoop>();
        for (; frame is not null; frame = frame.Outer)
        {
            loops.Add(new SnapshotLoop(flow.Nodes[frame.Step].Id, frame.Items, frame.Index, frame.Failed));
        }

        return loops.Count == 0 ? null : [.. loops];
    }

    private static SnapshotUndo WriteUndo(Flow flow, UndoDelta delta) => new(
        flow.Nodes[delta.Step].Id,
        delta.Visit,
        delta.Data.Select(value => KeyValuePair.Create(flow.Parts.Variables[value.Slot].Name, value.Value)).ToEquatableArray());

    private static UndoDelta ReadUndo(Flow flow, SnapshotUndo undo) =>
        new(StepOf(flow, undo.Step), undo.Visit, [.. undo.Data.Select(value => new UndoneValue(SlotOf(flow, value.Key), value.Value))]);

    private static int StepOf(Flow flow, string id) =>
        id is not null && flow.FindStep(id) is { } step ? step.Index : throw new SnapshotReferenceException($"The snapshot names the step '{id}', which the flow does not have.");

    private static int AskOf(Flow flow, string id) =>
        StepOf(flow, id) is var step && flow.Nodes[step] is AskStep ? step : throw new SnapshotReferenceException($"The snapshot has an answer to '{id}', which is no question.");

    private static int SlotOf(Flow flow, string name) =>
        flow.Slots.TryGetValue(name, out int slot) ? slot : throw new SnapshotReferenceException($"The snapshot names the datum '{name}', which the flow does not have.");

    private static T[]? NullIfEmpty<T>(T[] items) => items.Length == 0 ? null : items;

    private sealed class SnapshotReferenceException(string message) : Exception(message);
}
