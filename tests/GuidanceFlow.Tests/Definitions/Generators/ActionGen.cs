using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Definitions;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Definitions.Generators;

/// <summary>Random actions, and calls of them.</summary>
internal static class ActionGen
{
    public static Gen<ActionDefinition> Action { get; } =
        from name in TextGen.Any
        from with in TypeGen.Data(depth: 2).Named(datum => datum.Name)
        from returns in TypeGen.Data(depth: 2).Named(datum => datum.Name)
        from errors in TextGen.Text.Some()
        select new ActionDefinition { Name = name, With = with, Returns = returns, Errors = errors };

    private static readonly Gen<RetriesDefinition> Retries =
        from times in Gen.Choose(1, 20) from after in TimeGen.Length select new RetriesDefinition { Times = times, After = after };

    public static Gen<StepDefinition> Handoff { get; } =
        from queue in TextGen.Text
        from priority in Gen.Elements(Enum.GetValues<TicketPriority>())
        from time in TimeGen.Length.MaybeValue()
        from text in TextGen.Text
        from show in BlockGen.Blocks
        from situation in TextGen.Text
        from evidence in TextGen.Text.Some()
        from routes in StepGen.RoutesOfOne
        from timeout in TimeGen.Length.MaybeValue()
        from target in TextGen.Text
        from remind in TimeGen.Length
        from reminder in TextGen.Text.Maybe()
        from late in TimeGen.Late
        from fallback in StepGen.Fallback.Maybe()
        select (StepDefinition)new HandoffStepDefinition
        {
            Id = "",
            Queue = queue,
            Priority = priority,
            RespondWithin = time,
            Text = text,
            Show = show,
            Situation = situation,
            Evidence = evidence,
            OnReturn = routes,
            Timeout = timeout is { } after ? new TimeoutDefinition { After = after + remind, Goto = target } : null,
            Silence = reminder is null ? null : new SilenceDefinition { RemindAfter = remind, Texts = [reminder, reminder], Late = late },
            Fallback = fallback,
        };

    public static Gen<StepDefinition> Call { get; } =
        from action in TextGen.Text
        from with in StepGen.With
        from save in StepGen.Save
        from text in TextGen.Text.Maybe()
        from timeout in Gen.Choose(1, 1200).Select(tenths => TimeSpan.FromSeconds(tenths / 10.0)).MaybeValue()
        from retries in Retries.Maybe()
        from repeatable in TextGen.Flag
        from errors in StepGen.Routes
        from fallback in StepGen.Fallback.Maybe()
        select (StepDefinition)new CallStepDefinition
        {
            Id = "",
            Action = action,
            With = with,
            Save = save,
            Text = text,
            Timeout = timeout,
            Retries = repeatable ? retries : null,
            Repeatable = repeatable,
            OnError = errors,
            Fallback = fallback,
        };
}
