using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Tests.Definitions.Generators;

/// <summary>Random steps, with answers, routes and blocks.</summary>
internal static class StepGen
{
    private static readonly Gen<RouteDefinition> Route =
        from when in TextGen.Text.Maybe() from target in TextGen.Text select new RouteDefinition { When = when, Goto = target };

    private static readonly Gen<AssignmentDefinition> Assignment =
        from name in TextGen.Any from value in TextGen.Text select new AssignmentDefinition(name, value);

    /// <summary>Where a step leads on.</summary>
    public static Gen<EquatableArray<RouteDefinition>> Routes { get; } = Route.Some();

    /// <summary>Where a step leads on that must say so.</summary>
    public static Gen<EquatableArray<RouteDefinition>> RoutesOfOne { get; } = Route.Some(least: 1);

    /// <summary>What another flow is given.</summary>
    public static Gen<EquatableArray<AssignmentDefinition>> With { get; } = Assignment.Named(value => value.Name);

    /// <summary>What is kept of what another flow gives back.</summary>
    public static Gen<EquatableArray<ReturnDefinition>> Save { get; } =
        (from name in TextGen.Any from given in TextGen.Text select new ReturnDefinition(name, given)).Named(kept => kept.Name);

    public static Gen<RetryDefinition> Retry { get; } =
        (from texts in TextGen.Text.Some() from invalid in TextGen.Text.Some() select new RetryDefinition { Texts = texts, Invalid = invalid })
        .Where(retry => !retry.Texts.IsEmpty || !retry.Invalid.IsEmpty);

    public static Gen<FallbackDefinition> Fallback { get; } =
        from attempts in Gen.Choose(1, 20).MaybeValue() from target in TextGen.Text.Maybe() select new FallbackDefinition { Attempts = attempts, Goto = target };

    public static Gen<StepDefinition> Step(int depth)
    {
        Gen<StepDefinition> own = depth == 0 ? Gen.OneOf(Say, Ask, Set, Branch, Decide, Run, Ticket, ActionGen.Call, TimeGen.Wait, ActionGen.Handoff, End) : Gen.OneOf(Say, Ask, Set, Branch, Decide, Run, Ticket, ActionGen.Call, TimeGen.Wait, ActionGen.Handoff, End, Each(depth));
        return from step in own
               from id in TextGen.Text
               from title in TextGen.Any.Maybe()
               from note in TextGen.Any.Maybe()
               from condition in TextGen.Text.Maybe()
               from next in Route.Some(least: step is BranchStepDefinition ? 1 : 0)
               select step with { Id = id, Title = title, Note = note, When = condition, Next = step is EndStepDefinition or HandoffStepDefinition ? default : next };
    }

    private static Gen<StepDefinition> Say =>
        from text in TextGen.Text
        from show in BlockGen.Blocks
        from variants in VariantGen.Variants
        select (StepDefinition)new SayStepDefinition { Id = "", Text = text, Show = show, Variants = variants };

    private static Gen<StepDefinition> Ask =>
        from text in TextGen.Text
        from show in BlockGen.Blocks
        from variants in VariantGen.Variants
        from answer in AnswerGen.Answer
        from save in TextGen.Text.Maybe()
        from sensitive in TextGen.Flag
        from confirm in TextGen.Text.Maybe()
        from known in Gen.Elements(confirm is null ? [KnownAnswerPolicy.Skip, KnownAnswerPolicy.Ask] : Enum.GetValues<KnownAnswerPolicy>())
        let measures = answer is RatingAnswerDefinition or NumberAnswerDefinition
        from measure in measures ? Gen.Elements(Enum.GetValues<Measure>()).MaybeValue() : Gen.Constant((Measure?)null)
        from retry in Retry.Maybe()
        from silence in TimeGen.Silence.Maybe()
        from fallback in Fallback.Maybe()
        select (StepDefinition)new AskStepDefinition { Id = "", Text = text, Show = show, Variants = variants, Answer = answer, Save = save, Sensitive = sensitive, Confirm = confirm, WhenKnown = known, Measure = measure, Retry = retry, Silence = silence, Fallback = fallback };

    private static Gen<StepDefinition> Set =>
        Assignment.Named(value => value.Name, least: 1).Select(values => (StepDefinition)new SetStepDefinition { Id = "", Values = values });

    private static Gen<StepDefinition> Branch => Gen.Constant((StepDefinition)new BranchStepDefinition { Id = "" });

    private static Gen<StepDefinition> Decide =>
        from inputs in TextGen.Text.Some(least: 1)
        from outputs in TextGen.Text.Some()
        from rows in DecisionGen.Row.Some(least: 1)
        from otherwise in DecisionGen.Default.Maybe()
        select (StepDefinition)new DecideStepDefinition { Id = "", Inputs = inputs, Outputs = outputs, Rows = rows, Default = otherwise };

    private static Gen<StepDefinition> Run =>
        from flow in TextGen.Text
        from with in With
        from save in Save
        select (StepDefinition)new RunStepDefinition { Id = "", Flow = flow, With = with, Save = save };

    private static Gen<StepDefinition> Ticket =>
        from ticket in TextGen.Text
        from text in TextGen.Text.Maybe()
        from show in BlockGen.Blocks
        select (StepDefinition)new TicketStepDefinition { Id = "", Ticket = ticket, Text = text, Show = show };

    private static Gen<StepDefinition> End =>
        from outcome in Gen.Elements(Enum.GetValues<SessionOutcome>())
        from text in TextGen.Text.Maybe()
        from show in BlockGen.Blocks
        from later in TimeGen.FollowUp.Maybe()
        select (StepDefinition)new EndStepDefinition { Id = "", Outcome = outcome, Text = text, Show = show, FollowUp = later };

    private static Gen<StepDefinition> Each(int depth) =>
        from list in TextGen.Text
        from item in TextGen.Text
        from condition in TextGen.Text.Maybe()
        from order in TextGen.Text.Maybe()
        from steps in Step(depth - 1).Some(least: 1, most: 2)
        from collect in Assignment.Named(value => value.Name)
        from policy in Gen.Elements(Enum.GetValues<ItemFailurePolicy>()).MaybeValue()
        select (StepDefinition)new EachStepDefinition
        {
            Id = "",
            In = list,
            As = item,
            Where = condition,
            OrderBy = order,
            Steps = steps,
            Collect = collect,
            OnFailure = policy,
        };
}
