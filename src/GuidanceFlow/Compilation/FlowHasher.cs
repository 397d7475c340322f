using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Compilation;

/// <summary>
/// The two hashes of a flow. Each part is written with its length, so that no two different flows give the same bytes;
/// a new member of the format must be added to exactly one of the two. Texts are known by their place: the ids they belong
/// to are part of the structure.
/// </summary>
internal sealed class FlowHasher : IDisposable
{
    private readonly PartsHash _hash = new();

    /// <summary>Over what decides where a session goes and what it holds.</summary>
    public static string Structure(FlowDefinition flow)
    {
        using var hasher = new FlowHasher();
        hasher.Add(flow.Id, flow.Version.ToString(CultureInfo.InvariantCulture));
        hasher.AddVariables(flow.Inputs);
        hasher.AddVariables(flow.Data);
        hasher.AddRuns(flow);
        hasher.AddActions(flow);
        hasher.AddTime(flow);
        hasher.Add(flow.Fallback);
        hasher.AddUpset(flow.Upset);
        foreach (CommandDefinition command in flow.Commands)
        {
            hasher.Add("command", command.Command.ToString(), command.Off ? "off" : null, command.Goto, command.Limit?.ToString(CultureInfo.InvariantCulture));
        }

        foreach (TicketDefinition ticket in flow.Tickets)
        {
            hasher.Add(ticket.Id, ticket.Kind.ToString(), ticket.Queue, ticket.Priority.ToString(), ticket.RespondWithin?.ToString("c", CultureInfo.InvariantCulture));
            if (ticket.Owner is { } owner)
            {
                hasher.Add("owner", owner);
            }

            hasher.Add(ticket.GradedBy?.Queue, ticket.GradedBy?.Priority, ticket.GradedBy?.RespondWithin);
            hasher.AddAll(ticket.Evidence);
        }

        foreach (StageDefinition stage in flow.Stages)
        {
            hasher.Add("stage", stage.Id, stage.Counted ? "counted" : null);
            hasher.Add(stage.Fallback);
            hasher.Add(stage.Silence);
            hasher.AddSteps(stage.Steps);
        }

        return hasher._hash.Finish();
    }

    /// <summary>Over what customers and agents read, in all languages.</summary>
    public static string Text(FlowDefinition flow, ImmutableArray<TranslationDefinition> translations) => TextHasher.Hash(flow, translations);

    public void Dispose() => _hash.Dispose();

    private void AddSteps(EquatableArray<StepDefinition> steps)
    {
        Add(Count(steps.Count));
        foreach (StepDefinition step in steps)
        {
            Add(step.Type, step.Id, step.When);
            foreach (RouteDefinition route in step.Next)
            {
                Add("route", route.When, route.Goto);
            }

            switch (step)
            {
                case AskStepDefinition ask:
                    Add(ask.Save, ask.Sensitive ? "sensitive" : null, ask.Confirm is null ? null : "confirm", ask.WhenKnown.ToString());
                    Add(ask.Fallback);
                    if (ask.Measure is { } measure)
                    {
                        Add("measure", measure.ToString());
                    }

                    Add(ask.Silence);
                    AddAnswer(ask.Answer);
                    break;
                case WaitStepDefinition wait:
                    Add(Format(wait.For), wait.Until, wait.Signal?.Name, wait.Signal?.Save, Format(wait.Timeout?.After), wait.Timeout?.Goto, wait.Save);
                    Add(wait.Fallback);
                    Add(wait.Timeout?.Late ?? LatePolicy.Fire);
                    Add(wait.Silence);
                    AddAnswer(wait.Answer);
                    break;
                case SetStepDefinition set:
                    AddAssignments(set.Values);
                    break;
                case DecideStepDefinition decide:
                    AddTable(decide);
                    break;
                case EachStepDefinition each:
                    Add(each.In, each.As, each.Where, each.OrderBy, each.OnFailure?.ToString());
                    AddAssignments(each.Collect);
                    AddSteps(each.Steps);
                    break;
                case RunStepDefinition run:
                    AddRun(run.Flow, run.With, run.Save);
                    break;
                case HandoffStepDefinition handoff:
                    AddHandoff(handoff);
                    break;
                case CallStepDefinition call:
                    AddCall(call);
                    break;
                case TicketStepDefinition ticket:
                    Add(ticket.Ticket);
                    break;
                case EndStepDefinition end:
                    Add(end.Outcome.ToString());
                    if (end.FollowUp is { } later)
                    {
                        Add("follow_up", later.Flow, Format(later.After), later.Late.ToString());
                        AddAssignments(later.With);
                    }

                    break;
            }
        }
    }

    private void AddCall(CallStepDefinition call)
    {
        AddRun(call.Action, call.With, call.Save);
        Add(Format(call.Timeout), call.Retries?.Times.ToString(CultureInfo.InvariantCulture), Format(call.Retries?.After), call.Repeatable ? null : "once");
        Add(call.Fallback);
        foreach (RouteDefinition route in call.OnError)
        {
            Add("error", route.When, route.Goto);
        }
    }

    private void AddHandoff(HandoffStepDefinition handoff)
    {
        Add(handoff.Queue, handoff.Priority.ToString(), Format(handoff.RespondWithin), Format(handoff.Timeout?.After), handoff.Timeout?.Goto);
        Add(handoff.Timeout?.Late ?? LatePolicy.Fire);
        Add(handoff.Silence);
        AddAll(handoff.Evidence);
        Add(handoff.Fallback);
        foreach (RouteDefinition route in handoff.OnReturn)
        {
            Add("return", route.When, route.Goto);
        }
    }

    private void AddActions(FlowDefinition flow)
    {
        foreach (ActionDefinition action in flow.Actions)
        {
            Add("action", action.Name);
            AddVariables(action.With);
            AddVariables(action.Returns);
            AddAll(action.Errors);
        }
    }

    private void AddTime(FlowDefinition flow)
    {
        // Flows without any of it keep the hash they had before there was.
        if (!flow.Signals.IsEmpty)
        {
            Add("signals");
            AddVariables(flow.Signals);
            AddAll(flow.StartsOn);
        }

        if (!flow.Remembers.IsEmpty)
        {
            Add("remembers");
            AddAll(flow.Remembers);
        }

        Add(flow.Silence);
        if (flow.Expiry is { } expiry)
        {
            Add("expiry", IsoDuration.Format(expiry.After));
            Add(expiry.Late);
        }
    }

    private void Add(SilenceDefinition? silence)
    {
        if (silence is not null)
        {
            Add("silence", Format(silence.RemindAfter), Format(silence.GiveUpAfter), silence.Goto, silence.Late.ToString());
        }
    }

    private void Add(LatePolicy late)
    {
        // Flows from before there were any but the first keep their hash.
        if (late != LatePolicy.Fire)
        {
            Add("late", late.ToString());
        }
    }

    private static string? Format(TimeSpan? time) => time is { } given ? IsoDuration.Format(given) : null;

    private void AddRuns(FlowDefinition flow)
    {
        // Flows without either keep the hash they had before there were any.
        if (!flow.Returns.IsEmpty)
        {
            Add("returns");
            AddAll(flow.Returns);
        }

        foreach (InterruptDefinition interrupt in flow.Interrupts)
        {
            Add("interrupt", interrupt.Id);
            AddRun(interrupt.Run, interrupt.With, interrupt.Save);
            AddSteps(interrupt.Steps);
        }
    }

    private void AddRun(string? flow, EquatableArray<AssignmentDefinition> with, EquatableArray<ReturnDefinition> save)
    {
        Add(flow);
        AddAssignments(with);
        foreach (ReturnDefinition kept in save)
        {
            Add("save", kept.Name, kept.Return);
        }
    }

    private void AddTable(DecideStepDefinition decide)
    {
        AddAll(decide.Inputs);
        AddAll(decide.Outputs);
        Add(Count(decide.Rows.Count));
        foreach (DecisionRowDefinition row in decide.Rows)
        {
            foreach (DecisionCellDefinition cell in row.If)
            {
                Add(cell.IsRange ? "range" : Count(cell.Values.Count));
                AddValues(cell.IsRange ? [cell.From, cell.Above, cell.To, cell.Below] : cell.Values);
            }

            AddValues(row.Then);
            Add(row.Goto);
        }

        AddValues(decide.Default?.Then ?? []);
        Add(decide.Default is null ? null : "default", decide.Default?.Goto);
    }

    private void AddValues(EquatableArray<Value> values)
    {
        foreach (Value value in values)
        {
            Add(Json(value));
        }
    }

    private void AddAnswer(AnswerDefinition answer)
    {
        Add(answer.Type, answer.Check);
        switch (answer)
        {
            case OptionsAnswerDefinition choice:
                if (choice is ChoicesAnswerDefinition choices)
                {
                    Add(Count(choices.Min), choices.Max?.ToString(CultureInfo.InvariantCulture));
                }

                Add(choice.Listed?.From, choice.Listed?.As, choice.Listed?.Where, choice.Listed?.Value);
                foreach (OptionDefinition option in choice.Options)
                {
                    Add("option", option.Value, option.When, option.Goto);
                }

                break;
            case NumberAnswerDefinition number:
                Add(number.Min?.ToString("R", CultureInfo.InvariantCulture), number.Max?.ToString("R", CultureInfo.InvariantCulture), number.Integer ? "integer" : null);
                break;
            case DateAnswerDefinition date:
                Add(date.Past ? "past" : null);
                break;
            case RatingAnswerDefinition rating:
                Add(rating.From.ToString(CultureInfo.InvariantCulture), rating.Scale.ToString(CultureInfo.InvariantCulture));
                break;
            case AttachmentAnswerDefinition attachment:
                Add(attachment.MaxSize?.ToString("R", CultureInfo.InvariantCulture), Count(attachment.Min), Count(attachment.Max));
                AddAll(attachment.Kinds.Select(kind => kind.ToString()).ToEquatableArray());
                break;
            case TextAnswerDefinition text:
                Add(text.MaxLength.ToString(CultureInfo.InvariantCulture), text.Pattern);
                break;
        }
    }

    private void AddVariables(EquatableArray<DataDefinition> variables)
    {
        Add(Count(variables.Count));
        foreach (DataDefinition variable in variables)
        {
            Add(variable.Name, variable.Optional ? "optional" : null, Json(variable.Default, variable.Type));
            AddType(variable.Type);
        }
    }

    private void AddType(DataType type)
    {
        Add(type.Kind.ToString());
        AddAll(type.Values);
        AddVariables(type.Fields);
        if (type.Item is not null)
        {
            AddType(type.Item);
        }
    }

    private void AddAssignments(EquatableArray<AssignmentDefinition> assignments)
    {
        Add(Count(assignments.Count));
        foreach (AssignmentDefinition assignment in assignments)
        {
            Add(assignment.Name, assignment.Value);
        }
    }

    private void Add(FallbackDefinition? fallback) => Add(fallback?.Attempts?.ToString(CultureInfo.InvariantCulture), fallback?.Goto);

    private void AddUpset(UpsetDefinition? upset)
    {
        // Flows without it keep the hash they had before there was any.
        if (upset is not null)
        {
            Add("upset", upset.After?.ToString(CultureInfo.InvariantCulture), upset.Goto);
        }
    }

    private void AddAll(EquatableArray<string> texts) => _hash.AddAll(texts);

    private void Add(params ReadOnlySpan<string?> parts) => _hash.Add(parts);

    /// <summary>A default as snapshots would have it: texts are quoted, so that one that looks like two differs from two.</summary>
    private static string Json(Value value, DataType type) =>
        Json(!value.IsNull && DataTypes.TryFit(value, type, string.Empty, out Value fitted, out _) ? fitted : value);

    private static string Json(Value value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ValueJson.Write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
