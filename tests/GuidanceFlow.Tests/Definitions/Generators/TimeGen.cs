using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Definitions.Generators;

/// <summary>Random lengths of time, and what is done at them.</summary>
internal static class TimeGen
{
    public static Gen<TimeSpan> Length { get; } = Gen.Choose(1, 1_000_000).Select(tenths => TimeSpan.FromSeconds(tenths / 10.0));

    public static Gen<LatePolicy> Late { get; } = Gen.Elements(Enum.GetValues<LatePolicy>());

    public static Gen<SilenceDefinition> Silence { get; } =
        from remind in Length.MaybeValue()
        from texts in TextGen.Text.Some()
        from giveUp in Length.MaybeValue()
        from target in TextGen.Text.Maybe()
        from late in Late
        let last = remind is { } each ? each * Math.Max(1, texts.Count) : TimeSpan.Zero
        select new SilenceDefinition
        {
            RemindAfter = remind,
            Texts = remind is null ? default : texts,
            GiveUpAfter = remind is null ? giveUp ?? TimeSpan.FromMinutes(1) : giveUp is { } wait ? last + wait : null,
            Goto = remind is null || giveUp is not null ? target : null,
            Late = late,
        };

    public static Gen<ExpiryDefinition> Expiry { get; } =
        from after in Length from text in TextGen.Text.Maybe() from late in Late select new ExpiryDefinition { After = after, Text = text, Late = late };

    public static Gen<FollowUpDefinition> FollowUp { get; } =
        from flow in TextGen.Text
        from after in Length
        from with in StepGen.With
        from late in Late
        select new FollowUpDefinition { Flow = flow, After = after, With = with, Late = late };

    public static Gen<StepDefinition> Wait { get; } =
        from text in TextGen.Text
        from show in BlockGen.Blocks
        from variants in VariantGen.Variants
        from way in Gen.Choose(1, 3)
        from time in Length
        from until in TextGen.Text
        from signal in TextGen.Text
        from value in TextGen.Text.Maybe()
        from target in TextGen.Text
        from answer in AnswerGen.Answer.Maybe()
        from save in TextGen.Text.Maybe()
        from late in Late
        from silence in Silence.Maybe()
        from fallback in StepGen.Fallback.Maybe()

        // What comes when the wait is over is refused.
        let end = (silence?.RemindAfter ?? TimeSpan.Zero) + (silence?.GiveUpAfter ?? TimeSpan.Zero) + time
        select (StepDefinition)new WaitStepDefinition
        {
            Id = "",
            Text = text,
            Show = show,
            Variants = variants,
            For = way == 1 ? end : null,
            Until = way == 2 ? until : null,
            Signal = way == 3 ? new SignalWaitDefinition { Name = signal, Save = value } : null,
            Timeout = way == 3 ? new TimeoutDefinition { After = end, Goto = target, Late = late } : null,
            Answer = answer ?? new ChoiceAnswerDefinition(),
            Save = answer is null ? null : save,
            Silence = silence,
            Fallback = fallback,
        };
}
