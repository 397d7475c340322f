using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>What templates see of the session, the place it is at, the latest ticket and the latest fallback.</summary>
internal static class EngineNames
{
    public static Value Session(EvaluationContext context, SessionMember member) => member switch
    {
        SessionMember.Id => Value.From(context.State.Id),
        SessionMember.Locale => Value.From(context.State.Locale),
        SessionMember.Path => TextsOf(Frames.Path(context.Root, context.State.Caller, context.Answers)),
        SessionMember.Started => Value.From(context.State.StartedAt.UtcDateTime),
        SessionMember.Turn => Value.From(context.Turn),
        SessionMember.Upset => Value.From(context.State.Upset),
        SessionMember.Channel => Value.From(context.State.Channel),
        SessionMember.PathTitles => TextsOf(Frames.Titles(context.Root, context.State.Caller, context.Answers, context.State.Locale)),
        _ => Value.From(context.State.CustomerKey),
    };

    public static Value Stage(EvaluationContext context, StageMember member)
    {
        if (context.Step < 0)
        {
            return Value.Null;
        }

        FlowStage stage = context.Flow.Nodes[context.Step].Stage;
        return member switch
        {
            StageMember.Id => Value.From(stage.Id),
            StageMember.Title => Value.From(stage.Titles.In(context.Locale)),
            StageMember.Index => Value.From(stage.Number),
            _ => Value.From(stage.Count),
        };
    }

    public static Value Step(EvaluationContext context, StepMember member)
    {
        if (context.Step < 0)
        {
            return Value.Null;
        }

        FlowStep step = context.Flow.Nodes[context.Step];
        return member switch
        {
            StepMember.Id => Value.From(step.Id),
            StepMember.Title => Value.From(step.Place.Titles.In(context.Locale)),
            _ => Value.From(context.Unrecognised.Length + 1),
        };
    }

    public static Value Ticket(EvaluationContext context, TicketMember member) => context.Ticket is not { } ticket
        ? Value.Null
        : member switch
        {
            TicketMember.Reference => Value.From(ticket.Reference),
            TicketMember.RespondWithin => ticket.RespondWithin is { } within ? Value.From(within) : Value.Null,
            _ => ticket.Due is { } due ? Value.From(due.UtcDateTime) : Value.Null,
        };

    public static Value Fallback(EvaluationContext context, FallbackMember member) => context.Fallback is not { } fallback
        ? Value.Null
        : member switch
        {
            FallbackMember.Reason => Value.From(FallbackReasonNames.Of(fallback.Reason)),
            FallbackMember.Stage => Value.From(fallback.Stage),
            FallbackMember.Step => Value.From(fallback.Step),
            FallbackMember.Attempts => Value.From(fallback.Attempts),
            FallbackMember.StageTitle => Value.From(TitleIn(context, flow => fallback.Step is { } id && flow.FindStep(id) is { } step && step.Stage.Id == fallback.Stage ? step.Stage.Titles : flow.Parts.Stages.FirstOrDefault(stage => stage.Id == fallback.Stage)?.Titles)),
            FallbackMember.StepTitle => Value.From(TitleIn(context, flow => fallback.Step is { } id && flow.FindStep(id) is { } step ? step.Place.Titles : null)),
            _ => TextsOf([.. fallback.Unrecognised]),
        };

    public static Value Error(ActionFailure? failure, ErrorMember member) => failure is null
        ? Value.Null
        : member switch
        {
            ErrorMember.Code => Value.From(failure.Code),
            ErrorMember.Message => Value.From(failure.Message),
            ErrorMember.Action => Value.From(failure.Action),
            _ => Value.From(failure.Step),
        };

    /// <summary>A title in the flow at hand, or else in one of those that are pinned with it: a fallback may come from a flow that was run.</summary>
    private static string? TitleIn(EvaluationContext context, Func<Flow, Prompts.Localized<string>?> titlesIn)
    {
        if (titlesIn(context.Flow) is { } own)
        {
            return own.In(context.Locale);
        }

        foreach (string id in context.Root.Closure)
        {
            Flow flow = context.Root.Find(id);
            if (titlesIn(flow) is { } titles)
            {
                return titles.In(flow.LocaleIndex(context.State.Locale));
            }
        }

        return null;
    }

    private static Value TextsOf(string[] texts) => Value.From(ValueList.Adopt(Array.ConvertAll(texts, Value.From)));
}
