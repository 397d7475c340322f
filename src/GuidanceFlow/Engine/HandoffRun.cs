using System.Globalization;
using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Gives a session to a person, lets customer and person talk, and takes it back.</summary>
internal static class HandoffRun
{
    public const string Cancelled = "cancelled";
    public const string TimedOut = "timeout";
    public const string Expired = "expired";

    /// <summary>Gives the session to a person; the turn is over then.</summary>
    public static int Begin(TurnRun run, HandoffStep step)
    {
        EvaluationContext context = run.Context;
        run.Say(PromptRenderer.Render(context, step.Prompt.In(context.Locale), MessageKind.Say));
        Handoff handoff = Make(run, step);
        run.Rest.Effects.Add(new HandOffEffect(handoff));
        run.Rest.Calling = new CallState(handoff.Id, Attempt: 1, default);
        run.Rest.IsBarrier = true;
        Wait(run, step);
        run.Note(new TurnEvent(TurnEventKind.HandedOff, step.Id, step.Definition.Queue));
        FallbackRun.Carried(run);
        return Target.None;
    }

    /// <summary>The time for the person to write begins, or begins anew: whoever writes is there.</summary>
    private static void Wait(TurnRun run, HandoffStep step)
    {
        if (step.Definition.Timeout is { } timeout)
        {
            run.Clock.Until = TurnClock.Later(run.Context.Now, timeout.After);
        }
    }

    /// <summary>What the customer says goes to the person.</summary>
    public static void Relay(TurnRun run, HandoffStep step, SessionInput input)
    {
        EvaluationContext context = run.Context;
        run.Rest.Effects.Add(new RelayEffect(new CustomerMessage
        {
            Id = EffectId(run),
            HandoffId = context.State.Calling!.Id,
            SessionId = context.State.Id,
            At = context.Now,
            Text = AnswerReading.TextOf(input),
            Attachments = (input as AttachmentInput)?.Attachments ?? default,
        }));
        run.Note(new TurnEvent(TurnEventKind.Relayed, step.Id));
        run.Clock.Silence = [.. Reminders(context.State).Select(timer => timer with { Due = TurnClock.Later(context.Now, step.Silence!.RemindAfter!.Value) })];
    }

    /// <summary>What is left to be said to a customer who waits for somebody.</summary>
    public static IEnumerable<SessionTimer> Reminders(SessionState state) => state.Timers.Where(timer => timer.Id == SessionTimer.Remind);

    /// <summary>The session no longer needs the person.</summary>
    public static void Withdraw(TurnRun run, HandoffStep step, string reason)
    {
        SessionState state = run.Context.State;
        run.Rest.Effects.Add(new WithdrawEffect(new Withdrawal { Id = EffectId(run), HandoffId = state.Calling!.Id, SessionId = state.Id, Reason = reason }));
        run.Note(new TurnEvent(TurnEventKind.Withdrawn, step.Id, reason));
    }

    /// <summary>Nobody took it.</summary>
    public static void TimeOut(TurnRun run, HandoffStep step)
    {
        Withdraw(run, step, TimedOut);
        run.Note(new TurnEvent(TurnEventKind.Elapsed, step.Id, TimedOut));
        run.Go(run.Leave(step, step.TimeoutTarget!.Value));
    }

    /// <summary>What is wrong with what the person does; null for nothing.</summary>
    public static string? Check(EvaluationContext context, HandoffStep step, PersonInput input)
    {
        if (input is PersonMessageInput { Text: null or "" })
        {
            return "The person says nothing. Write something.";
        }

        if (input is PersonEndInput end && !Enum.IsDefined(end.Outcome))
        {
            return "There is no such outcome.";
        }

        if (input is not PersonReturnInput given)
        {
            return null;
        }

        if (given.Step is { } id && (context.Flow.FindStep(id) is not { } target || target.Place.Loop is not null || target.Stage.Interrupt != step.Stage.Interrupt))
        {
            return $"The session cannot go on at '{id}'. Name a step of the flow '{context.Flow.Id}' outside loops{(step.Stage.Interrupt is null ? " and interrupts" : string.Empty)}.";
        }

        foreach ((string name, Value value) in given.Data)
        {
            if (!context.Flow.Slots.TryGetValue(name, out int slot) || slot < context.Flow.Parts.InputCount)
            {
                return $"The flow '{context.Flow.Id}' has no datum '{name}'; it has {string.Join(", ", context.Flow.Definition.Data.Select(datum => datum.Name))}.";
            }

            DataDefinition datum = context.Flow.Parts.Variables[slot];
            if (value.IsNull ? !datum.Optional : !DataTypes.TryFit(value, datum.Type, name, out _, out _))
            {
                return value.IsNull ? $"'{name}' must not be null." : DataTypes.TryFit(value, datum.Type, name, out _, out string problem) ? null : problem;
            }
        }

        return null;
    }

    /// <summary>Does what the person does; it was checked.</summary>
    public static void Take(TurnRun run, HandoffStep step, PersonInput input)
    {
        run.Clock.IsByCustomer = false;
        switch (input)
        {
            case PersonMessageInput message:
                run.Note(new TurnEvent(TurnEventKind.PersonSaid, step.Id, input.By));
                Say(run, step, message.Text);
                Wait(run, step);

                // Somebody is there: nobody need be told any more that they come.
                run.Clock.Silence = [];
                break;
            case PersonEndInput end:
                Say(run, step, end.Text);
                run.Close(step, end.Outcome);
                break;
            case PersonReturnInput given:
                Return(run, step, given);
                break;
        }
    }

    private static void Return(TurnRun run, HandoffStep step, PersonReturnInput given)
    {
        run.Note(new TurnEvent(TurnEventKind.Returned, step.Id, given.By));
        Say(run, step, given.Text);
        foreach ((string name, Value value) in given.Data)
        {
            int slot = run.Context.Flow.Slots[name];
            run.Context.Assign(slot, value.IsNull ? value : DataTypes.TryFit(value, run.Context.Flow.Parts.Variables[slot].Type, name, out Value fitted, out _) ? fitted : value);
        }

        run.GoOnIn(run.Context, KnownAnswers.With(run.Context, run.Known, answered: null, given.Data), run.Step);
        run.Go(given.Step is { } id ? run.Leave(step, run.Context.Flow.FindStep(id)!.Index) : run.Route(step));
    }

    private static void Say(TurnRun run, HandoffStep step, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            run.Say(new Message(step.Id, MessageKind.Person, Secrets.HideDetours(run.Context, AnswerText.Repair(text)), default));
        }
    }

    private static Handoff Make(TurnRun run, HandoffStep step)
    {
        EvaluationContext context = run.Context;
        Template situation = step.Situation.In(context.Locale);
        return new Handoff
        {
            Id = EffectId(run),
            Queue = step.Definition.Queue,
            Priority = step.Definition.Priority,
            Situation = Secrets.Hide(context, situation.Render(context, context.Settings), situation),
            CreatedAt = context.Now,
            Due = step.Definition.RespondWithin is { } within ? TurnClock.Later(context.Now, within) : null,
            Answers = Answers(context),
            Evidence = [.. step.Evidence.Select(slot => Named(context, slot))],
            Inputs = [.. Enumerable.Range(0, context.Flow.Parts.InputCount).Where(slot => !context.Data[slot].IsNull).Select(slot => Named(context, slot))],
            Path = Frames.Path(context.Root, context.State.Caller, context.Answers).ToEquatableArray(),
            Fallback = context.Fallback,
            SessionId = context.State.Id,
            Turn = context.Turn,
            FlowId = context.Flow.Id,
            FlowVersion = context.Flow.Version,
            Step = step.Id,
            Channel = context.State.Channel,
            CustomerKey = context.State.CustomerKey,
            Locale = context.State.Locale,
        };
    }

    private static KeyValuePair<string, Value> Named(EvaluationContext context, int slot) =>
        KeyValuePair.Create(context.Flow.Parts.Variables[slot].Name, Secrets.HideIn(context, slot));

    /// <summary>The questions by their titles, and what customers call their answers.</summary>
    private static EquatableArray<AnsweredQuestion> Answers(EvaluationContext context)
    {
        var answers = new List<AnsweredQuestion>();
        foreach (StepAnswer answer in context.Answers.AsSpan().ToArray())
        {
            var ask = (AskStep)context.Flow.Nodes[answer.Step];
            string said = ask.IsSensitive ? Secrets.Mask : Secrets.HideDetours(context, WordsOf(context, ask, answer.Value));
            answers.Add(new AnsweredQuestion(ask.Id, ask.Place.Titles.In(context.Locale), said));
        }

        return [.. answers];
    }

    private static string WordsOf(EvaluationContext context, AskStep ask, Value answer) => ask.Answers.In(context.Locale) is YesNoSpec spec && answer.TryGetBoolean(out bool yes)
        ? spec.WordFor(yes, context.State.Locale)
        : TextOf(OptionLabels.Of(context, ask, answer), context.Settings.Culture);

    private static string TextOf(Value value, CultureInfo culture) =>
        value.TryGetText(out string? text) ? text
        : value.TryGetList(out Templates.Runtime.ValueList? items) ? string.Join(", ", items.Select(item => TextOf(item, culture)))
        : value.ToString();

    private static string EffectId(TurnRun run) => string.Create(CultureInfo.InvariantCulture, $"{run.Context.State.Id}:{run.Context.Turn}:{run.Rest.Effects.Count}");
}
