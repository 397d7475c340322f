using System.Globalization;
using GuidanceFlow.Actions;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Has the host do something, and takes what becomes of it.</summary>
internal static class CallRun
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Begins an action; the turn is over then.</summary>
    public static int Begin(TurnRun run, CallStep step)
    {
        if (step.Prompt.In(run.Context.Locale) is { } prompt)
        {
            run.Say(PromptRenderer.Render(run.Context, prompt, MessageKind.Say));
        }

        Demand(run, step, new CallState(EffectId(run), Attempt: 1, ArgumentsOf(run.Context, step)));
        return Target.None;
    }

    /// <summary>The pause is over: the same action again, with the same key.</summary>
    public static void Again(TurnRun run, CallStep step)
    {
        CallState before = run.Context.State.Calling!;
        Demand(run, step, before with { Attempt = before.Attempt + 1 });
    }

    /// <summary>The action has ended: goes on, tries it again after a pause, or takes the way for errors.</summary>
    public static void End(TurnRun run, CallStep step, ActionResult result)
    {
        run.Clock.IsByCustomer = false;
        CallState call = run.Context.State.Calling!;
        string? code = result.Error is null ? null : step.Action.Errors.Contains(result.Error) || ActionErrors.All.Contains(result.Error) ? result.Error : ActionErrors.Failed;
        string? message = result.Message;
        Value[] returned = [];
        if (code is null && !TryFit(step.Action, result, out returned, out message))
        {
            code = ActionErrors.InvalidResult;
        }

        run.Note(new TurnEvent(TurnEventKind.ActionEnded, step.Id, code is null ? step.Action.Name : $"{step.Action.Name}: {code}"));
        if (code is null)
        {
            run.Context.Keep(step.Save, returned);
            run.Go(run.Route(step));
        }
        else if (call.Attempt <= step.Retries && IsPassing(code))
        {
            run.Clock.Until = TurnClock.Later(run.Context.Now, PauseBehind(step, call.Attempt));
        }
        else
        {
            Fail(run, step, new ActionFailure(code, message, step.Action.Name, step.Id));
        }
    }

    /// <summary>Whether it may be otherwise the next time: an error that the flow declares is an answer.</summary>
    private static bool IsPassing(string code) => code is ActionErrors.Timeout or ActionErrors.Failed;

    private static void Fail(TurnRun run, CallStep step, ActionFailure failure)
    {
        run.Context.Failure = failure;
        if (step.OnError.Length > 0)
        {
            run.Go(run.RouteOnError(step));
        }
        else
        {
            FallbackRun.GiveUp(run, step, FallbackReason.Error);
        }
    }

    private static void Demand(TurnRun run, CallStep step, CallState call)
    {
        EvaluationContext context = run.Context;
        run.Rest.Calling = call;
        run.Rest.IsBarrier |= !step.IsRepeatable;
        run.Rest.Effects.Add(new RunActionEffect(EffectId(run), new ActionCall
        {
            Id = call.Id,
            Action = step.Action.Name,
            Arguments = call.Arguments,
            Attempt = call.Attempt,
            Timeout = step.Timeout,
            Repeatable = step.IsRepeatable,
            SessionId = context.State.Id,
            FlowId = context.Flow.Id,
            Step = step.Id,
            CustomerKey = context.State.CustomerKey,
            Locale = context.State.Locale,
        }));
        run.Note(new TurnEvent(TurnEventKind.ActionStarted, step.Id, call.Attempt == 1 ? step.Action.Name : string.Create(CultureInfo.InvariantCulture, $"{step.Action.Name}, attempt {call.Attempt}")));
    }

    private static string EffectId(TurnRun run) => string.Create(CultureInfo.InvariantCulture, $"{run.Context.State.Id}:{run.Context.Turn}:{run.Rest.Effects.Count}");

    private static EquatableArray<KeyValuePair<string, Value>> ArgumentsOf(EvaluationContext context, CallStep step)
    {
        var arguments = new KeyValuePair<string, Value>[step.Action.With.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            DataDefinition parameter = step.Action.With[i];
            CompiledAssignment? given = Array.Find(step.With, assignment => assignment.Slot == i);
            Value value = given is null ? parameter.Default : context.Compute(given);
            if (value.IsNull && !parameter.Optional)
            {
                throw new TurnFailure(step.Index, $"The action '{step.Action.Name}' needs '{parameter.Name}', which is null. Add '?? …' with a value for that case.");
            }

            arguments[i] = KeyValuePair.Create(parameter.Name, value);
        }

        return [.. arguments];
    }

    /// <summary>What was given back, in the order of the declaration.</summary>
    private static bool TryFit(ActionDefinition action, ActionResult result, out Value[] values, out string? problem)
    {
        values = new Value[action.Returns.Count];
        problem = null;
        for (int i = 0; i < values.Length; i++)
        {
            problem = ReturnedValue.Fit(action.Returns[i], result, out values[i]);
            if (problem is not null)
            {
                return false;
            }
        }

        return true;
    }

    private static TimeSpan PauseBehind(CallStep step, int attempt)
    {
        double pause = step.FirstPause.Ticks * Math.Pow(2, attempt - 1);
        return pause >= LongestPause.Ticks ? LongestPause : TimeSpan.FromTicks((long)pause);
    }
}
