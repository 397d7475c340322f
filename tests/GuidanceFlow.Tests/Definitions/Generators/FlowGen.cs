using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Definitions.Generators;

/// <summary>Random flows that use every record and member and follow the rules of the format, though nothing in them fits together.</summary>
internal static class FlowGen
{
    private static readonly Gen<KnowledgeDefinition> Knowledge =
        from id in TextGen.Any
        from title in TextGen.Text
        from url in Gen.Elements("https://help.example.com/a?b=c#d", "http://例え.jp/é", "HTTPS://x")
        from kind in Gen.Elements(Enum.GetValues<KnowledgeKind>())
        select new KnowledgeDefinition { Id = id, Title = title, Url = url, Kind = kind };

    private static readonly Gen<PartialDefinition> Partial =
        from id in TextGen.Any
        from text in TextGen.Text
        select new PartialDefinition { Id = id, Text = text };

    private static readonly Gen<TicketGradeDefinition> Grade =
        from queue in TextGen.Text.Maybe()
        from priority in TextGen.Text.Maybe()
        from time in TextGen.Text.Maybe()
        select new TicketGradeDefinition { Queue = queue, Priority = priority, RespondWithin = time };

    private static readonly Gen<TicketDefinition> Ticket =
        from id in TextGen.Any
        from kind in Gen.Elements(Enum.GetValues<TicketKind>())
        from queue in TextGen.Text
        from priority in Gen.Elements(Enum.GetValues<TicketPriority>())
        from owner in TextGen.Text.Maybe()
        from time in TypeGen.Duration.Where(time => time > TimeSpan.Zero && time <= IsoDuration.Longest).MaybeValue()
        from grade in Grade.Maybe()
        from subject in TextGen.Text
        from body in TextGen.Text
        from evidence in TextGen.Text.Some()
        select new TicketDefinition { Id = id, Kind = kind, Queue = queue, Priority = priority, Owner = owner, RespondWithin = time, GradedBy = grade, Subject = subject, Body = body, Evidence = evidence };

    private static readonly Gen<StageDefinition> Stage =
        from id in TextGen.Text
        from title in TextGen.Any.Maybe()
        from note in TextGen.Any.Maybe()
        from counted in TextGen.Flag
        from retry in StepGen.Retry.Maybe()
        from silence in TimeGen.Silence.Maybe()
        from fallback in StepGen.Fallback.Maybe()
        from steps in StepGen.Step(depth: 2).Some(least: 1)
        select new StageDefinition { Id = id, Title = title, Note = note, Counted = counted, Retry = retry, Silence = silence, Fallback = fallback, Steps = steps };

    private static readonly Gen<CommandDefinition> Command =
        from command in Gen.Elements(Enum.GetValues<SessionCommand>())
        from off in TextGen.Flag
        from words in TextGen.Text.Some()
        from only in TextGen.Flag
        from text in TextGen.Text.Maybe()
        from target in TextGen.Text.Maybe()
        from limit in Gen.Choose(1, 1000).MaybeValue()
        select new CommandDefinition
        {
            Command = command,
            Off = off,
            Words = words,
            Only = only && (off || !words.IsEmpty),
            Text = text,
            Goto = command == SessionCommand.Person ? target : null,
            Limit = command == SessionCommand.Back ? limit : null,
        };

    private static readonly Gen<InterruptDefinition> Interrupt =
        from id in TextGen.Any
        from note in TextGen.Any.Maybe()
        from phrases in TextGen.Text.Some(least: 1)
        from run in TextGen.Text.Maybe()
        from with in StepGen.With
        from save in StepGen.Save
        from steps in StepGen.Step(depth: 1).Some(least: 1)
        select run is null
            ? new InterruptDefinition { Id = id, Note = note, Phrases = phrases, Steps = steps }
            : new InterruptDefinition { Id = id, Note = note, Phrases = phrases, Run = run, With = with, Save = save };

    private static readonly Gen<UpsetDefinition> Upset =
        from words in TextGen.Text.Some()
        from texts in TextGen.Text.Some()
        from after in Gen.Choose(1, 20).MaybeValue()
        from target in TextGen.Text.Maybe()
        select new UpsetDefinition { Words = words, Texts = texts, After = target is null ? null : after, Goto = target };

    private static readonly Gen<StepMappingDefinition> StepMapping =
        from old in TextGen.Any
        from id in TextGen.Text.Maybe()
        select new StepMappingDefinition(old, id);

    private static readonly Gen<MigrationDefinition> Migration =
        from versions in Gen.Choose(1, int.MaxValue).Some(least: 1)
        from steps in StepMapping.Named(step => step.Old)
        from data in StepGen.With
        from unmapped in Gen.Elements(Enum.GetValues<UnmappedPolicy>())
        select new MigrationDefinition { From = versions, Steps = steps, Data = data, Unmapped = unmapped };

    public static Gen<FlowDefinition> Flow { get; } =
        from id in TextGen.Text
        from version in Gen.Choose(1, int.MaxValue)
        from title in TextGen.Any.Maybe()
        from note in TextGen.Any.Maybe()
        from locales in Gen.Elements<EquatableArray<string>>(["en"], ["de-AT", "zh-Hant-TW"], ["en", "fr"])
        from inputs in TypeGen.Data(depth: 3).Named(data => data.Name)
        from data in TypeGen.Data(depth: 3).Named(data => data.Name)
        from actions in ActionGen.Action.Named(action => action.Name)
        from signals in TypeGen.Data(depth: 2).Named(signal => signal.Name)
        from starts in TextGen.Text.Some()
        from returns in TextGen.Text.Some()
        from remembers in TextGen.Text.Some()
        from knowledge in Knowledge.Named(entry => entry.Id)
        from partials in Partial.Named(partial => partial.Id)
        from tickets in Ticket.Named(ticket => ticket.Id)
        from retry in StepGen.Retry.Maybe()
        from silence in TimeGen.Silence.Maybe()
        from expiry in TimeGen.Expiry.Maybe()
        from fallback in StepGen.Fallback.Maybe()
        from commands in Command.Named(command => command.Command.ToString())
        from interrupts in Interrupt.Named(interrupt => interrupt.Id)
        from upset in Upset.Maybe()
        from migrate in Migration.Maybe()
        from stages in Stage.Some(least: 1)
        select new FlowDefinition
        {
            Id = id,
            Version = version,
            Title = title,
            Note = note,
            Locales = locales,
            Inputs = inputs,
            Data = data,
            Actions = actions,
            Signals = signals,
            StartsOn = starts,
            Returns = returns,
            Remembers = remembers,
            Knowledge = knowledge,
            Partials = partials,
            Tickets = tickets,
            Retry = retry,
            Silence = silence,
            Expiry = expiry,
            Fallback = fallback,
            Commands = commands.OrderBy(command => command.Command).ToEquatableArray(),
            Interrupts = interrupts,
            Upset = upset,
            Migrate = migrate,
            Stages = stages,
        };
}
