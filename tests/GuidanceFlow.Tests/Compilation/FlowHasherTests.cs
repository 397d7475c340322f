using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Compilation;

/// <summary>Every member of a definition changes exactly one of the two hashes; remarks for authors change none.</summary>
public sealed class FlowHasherTests
{
    private static readonly FlowDefinition Base = Definition();

    public static TheoryData<string> StructuralMembers => [.. Structural.Keys];

    public static TheoryData<string> HoldingMembers => [.. Holders.Keys];

    public static TheoryData<string> WordingMembers => [.. Wording.Keys];

    public static TheoryData<string> Remarks => [.. Notes.Keys];

    private static Dictionary<string, Func<FlowDefinition>> Structural { get; } = new(StringComparer.Ordinal)
    {
        ["FlowDefinition.Id"] = () => Base with { Id = "other" },
        ["FlowDefinition.Version"] = () => Base with { Version = 2 },
        ["FlowDefinition.Inputs"] = () => Base with { Inputs = [] },
        ["FlowDefinition.Data"] = () => Base with { Data = [.. Base.Data.Skip(1)] },
        ["FlowDefinition.Data, order"] = () => Base with { Data = [.. Base.Data.Reverse()] },
        ["FlowDefinition.Fallback"] = () => Base with { Fallback = null },
        ["CommandDefinition.Command"] = () => Base with { Commands = [Base.Commands[0] with { Command = SessionCommand.Help }] },
        ["CommandDefinition.Off"] = () => Base with { Commands = [Base.Commands[0] with { Off = true }] },
        ["CommandDefinition.Goto"] = () => Base with { Commands = [Base.Commands[0] with { Goto = "end" }] },
        ["CommandDefinition.Limit"] = () => Base with { Commands = [Base.Commands[0] with { Limit = 5 }] },
        ["DataDefinition.Name"] = () => Datum(datum => datum with { Name = "other" }),
        ["DataDefinition.Type"] = () => Datum(datum => datum with { Type = DataType.Text }),
        ["DataDefinition.Optional"] = () => Datum(datum => datum with { Optional = true }),
        ["DataDefinition.Default"] = () => Datum(datum => datum with { Default = Value.From("small") }),
        ["DataDefinition.Default, none or empty"] = () => Datum(datum => datum with { Default = Value.From(string.Empty) }),
        ["DataType.Kind"] = () => Datum(datum => datum with { Type = DataType.Integer }),
        ["DataType.Values"] = () => Datum(datum => datum with { Type = DataType.Choice("small", "huge") }),
        ["DataType.Fields"] = () => Base with { Inputs = [new() { Name = "customer", Type = DataType.Object(new DataDefinition { Name = "surname", Type = DataType.Text }) }] },
        ["DataType.Item"] = () => Base with { Data = [Base.Data[0], Base.Data[1] with { Type = DataType.ListOf(DataType.Integer) }] },
        ["FallbackDefinition.Attempts"] = () => Base with { Fallback = Base.Fallback! with { Attempts = 2 } },
        ["FallbackDefinition.Goto"] = () => Base with { Fallback = Base.Fallback! with { Goto = "end" } },
        ["TicketDefinition.Id"] = () => TicketOf(ticket => ticket with { Id = "other" }),
        ["TicketDefinition.Kind"] = () => TicketOf(ticket => ticket with { Kind = TicketKind.Promise }),
        ["TicketDefinition.Queue"] = () => TicketOf(ticket => ticket with { Queue = "other" }),
        ["TicketDefinition.Priority"] = () => TicketOf(ticket => ticket with { Priority = TicketPriority.Low }),
        ["TicketDefinition.RespondWithin"] = () => TicketOf(ticket => ticket with { RespondWithin = null }),
        ["TicketDefinition.GradedBy"] = () => TicketOf(ticket => ticket with { GradedBy = null }),
        ["TicketGradeDefinition.Queue"] = () => TicketOf(ticket => ticket with { GradedBy = ticket.GradedBy! with { Queue = "other" } }),
        ["TicketGradeDefinition.Priority"] = () => TicketOf(ticket => ticket with { GradedBy = ticket.GradedBy! with { Priority = "other" } }),
        ["TicketGradeDefinition.RespondWithin"] = () => TicketOf(ticket => ticket with { GradedBy = ticket.GradedBy! with { RespondWithin = "other" } }),
        ["TicketDefinition.Evidence"] = () => TicketOf(ticket => ticket with { Evidence = [] }),
        ["StageDefinition.Id"] = () => Stage(stage => stage with { Id = "other" }),
        ["StageDefinition.Counted"] = () => Stage(stage => stage with { Counted = false }),
        ["StageDefinition.Fallback"] = () => Stage(stage => stage with { Fallback = null }),
        ["StepDefinition.Id"] = () => Step<SayStepDefinition>(step => step with { Id = "other" }),
        ["StepDefinition.When"] = () => Step<SayStepDefinition>(step => step with { When = "false" }),
        ["StepDefinition.Next"] = () => Step<SayStepDefinition>(step => step with { Next = [] }),
        ["RouteDefinition.When"] = () => Step<SayStepDefinition>(step => step with { Next = [step.Next[0] with { When = "false" }] }),
        ["RouteDefinition.Goto"] = () => Step<SayStepDefinition>(step => step with { Next = [step.Next[0] with { Goto = "end" }] }),
        ["AskStepDefinition.Save"] = () => Ask(ask => ask with { Save = null }),
        ["AskStepDefinition.WhenKnown"] = () => Ask(ask => ask with { WhenKnown = KnownAnswerPolicy.Ask }),
        ["AskStepDefinition.Sensitive"] = () => Ask(ask => ask with { Sensitive = true }),
        ["AskStepDefinition.Fallback"] = () => Ask(ask => ask with { Fallback = null }),
        ["OptionDefinition.Value"] = () => Options(options => [options[0] with { Value = "tiny" }, options[1]]),
        ["OptionDefinition.When"] = () => Options(options => [options[0] with { When = null }, options[1]]),
        ["OptionDefinition.Goto"] = () => Options(options => [options[0] with { Goto = null }, options[1]]),
        ["ListedOptionsDefinition.From"] = () => Listed(listed => listed with { From = "other" }),
        ["ListedOptionsDefinition.As"] = () => Listed(listed => listed with { As = "other" }),
        ["ListedOptionsDefinition.Where"] = () => Listed(listed => listed with { Where = null }),
        ["ListedOptionsDefinition.Value"] = () => Listed(listed => listed with { Value = "'x'" }),
        ["ChoicesAnswerDefinition.Min"] = () => Ask(ask => ask with { Answer = (ChoicesAnswerDefinition)ask.Answer with { Min = 1 } }, "ask-several"),
        ["ChoicesAnswerDefinition.Max"] = () => Ask(ask => ask with { Answer = (ChoicesAnswerDefinition)ask.Answer with { Max = null } }, "ask-several"),
        ["AttachmentAnswerDefinition.Kinds"] = () => Files(files => files with { Kinds = [AttachmentKind.Video] }),
        ["AttachmentAnswerDefinition.MaxSize"] = () => Files(files => files with { MaxSize = 3 }),
        ["AttachmentAnswerDefinition.Min"] = () => Files(files => files with { Min = 0 }),
        ["AttachmentAnswerDefinition.Max"] = () => Files(files => files with { Max = 4 }),
        ["NumberAnswerDefinition.Min"] = () => Number(number => number with { Min = null }),
        ["NumberAnswerDefinition.Max"] = () => Number(number => number with { Max = 11 }),
        ["NumberAnswerDefinition.Integer"] = () => Number(number => number with { Integer = false }),
        ["DateAnswerDefinition.Past"] = () => Ask(ask => ask with { Answer = new DateAnswerDefinition { Past = true } }, "ask-date"),
        ["RatingAnswerDefinition.From"] = () => Ask(ask => ask with { Answer = new RatingAnswerDefinition { From = 0, Scale = 7 } }, "ask-rating"),
        ["RatingAnswerDefinition.Scale"] = () => Ask(ask => ask with { Answer = new RatingAnswerDefinition { Scale = 8 } }, "ask-rating"),
        ["TextAnswerDefinition.Pattern"] = () => Ask(ask => ask with { Answer = new TextAnswerDefinition { MaxLength = 10, Pattern = "a+" } }, "ask-text"),
        ["AnswerDefinition.Check"] = () => Ask(ask => ask with { Answer = ask.Answer with { Check = "answer != ''" } }, "ask-text"),
        ["TextAnswerDefinition.MaxLength"] = () => Ask(ask => ask with { Answer = new TextAnswerDefinition { MaxLength = 9 } }, "ask-text"),
        ["SetStepDefinition.Values"] = () => Step<SetStepDefinition>(step => step with { Values = [.. step.Values, new("words", "[]")] }),
        ["AssignmentDefinition.Name"] = () => Step<SetStepDefinition>(step => step with { Values = [step.Values[0] with { Name = "other" }] }),
        ["AssignmentDefinition.Value"] = () => Step<SetStepDefinition>(step => step with { Values = [step.Values[0] with { Value = "'large'" }] }),
        ["DecideStepDefinition.Inputs"] = () => Step<DecideStepDefinition>(step => step with { Inputs = ["session.turn"] }),
        ["DecideStepDefinition.Outputs"] = () => Step<DecideStepDefinition>(step => step with { Outputs = ["other"] }),
        ["DecideStepDefinition.Outputs, from outputs to inputs"] = () => Step<DecideStepDefinition>(step => step with { Inputs = [.. step.Inputs, .. step.Outputs], Outputs = [] }),
        ["DecideStepDefinition.Rows"] = () => Step<DecideStepDefinition>(step => step with { Rows = [.. step.Rows.Skip(1)] }),
        ["DecideStepDefinition.Rows, order"] = () => Step<DecideStepDefinition>(step => step with { Rows = [.. step.Rows.Reverse()] }),
        ["DecideStepDefinition.Default"] = () => Step<DecideStepDefinition>(step => step with { Default = null }),
        ["DecisionDefaultDefinition.Then"] = () => Step<DecideStepDefinition>(step => step with { Default = step.Default! with { Then = [Value.Null] } }),
        ["DecisionDefaultDefinition.Goto"] = () => Step<DecideStepDefinition>(step => step with { Default = step.Default! with { Goto = null } }),
        ["DecisionRowDefinition.If"] = () => Row(row => row with { If = [DecisionCellDefinition.Any] }),
        ["DecisionRowDefinition.Then"] = () => Row(row => row with { Then = [Value.From("large")] }),
        ["DecisionRowDefinition.Goto"] = () => Row(row => row with { Goto = null }),
        ["DecisionCellDefinition.Values"] = () => Row(row => row with { If = [DecisionCellDefinition.OneOf(Value.From("1"))] }),
        ["DecisionCellDefinition.Values, a number or its text"] = () => Row(row => row with { If = [DecisionCellDefinition.OneOf(Value.From("2"))] }),
        ["DecisionCellDefinition.Values, several"] = () => Row(row => row with { If = [DecisionCellDefinition.OneOf(Value.From(2), Value.Null)] }),
        ["DecisionCellDefinition.From"] = () => Row(row => row with { If = [new() { From = Value.From(2) }] }),
        ["DecisionCellDefinition.Above"] = () => Row(row => row with { If = [new() { Above = Value.From(2) }] }),
        ["DecisionCellDefinition.To"] = () => Row(row => row with { If = [new() { To = Value.From(2) }] }),
        ["DecisionCellDefinition.Below"] = () => Row(row => row with { If = [new() { Below = Value.From(2) }] }),
        ["EachStepDefinition.In"] = () => Step<EachStepDefinition>(step => step with { In = "[]" }),
        ["EachStepDefinition.As"] = () => Step<EachStepDefinition>(step => step with { As = "other" }),
        ["EachStepDefinition.Where"] = () => Step<EachStepDefinition>(step => step with { Where = null }),
        ["EachStepDefinition.OrderBy"] = () => Step<EachStepDefinition>(step => step with { OrderBy = null }),
        ["EachStepDefinition.Collect"] = () => Step<EachStepDefinition>(step => step with { Collect = [] }),
        ["EachStepDefinition.OnFailure"] = () => Step<EachStepDefinition>(step => step with { OnFailure = null }),
        ["RunStepDefinition.Flow"] = () => Step<RunStepDefinition>(step => step with { Flow = "other" }),
        ["RunStepDefinition.With"] = () => Step<RunStepDefinition>(step => step with { With = [] }),
        ["RunStepDefinition.Save"] = () => Step<RunStepDefinition>(step => step with { Save = [] }),
        ["ReturnDefinition.Name"] = () => Step<RunStepDefinition>(step => step with { Save = [step.Save[0] with { Name = "other" }] }),
        ["ReturnDefinition.Return"] = () => Step<RunStepDefinition>(step => step with { Save = [step.Save[0] with { Return = "other" }] }),
        ["FlowDefinition.Returns"] = () => Base with { Returns = ["size", "words"] },
        ["FlowDefinition.Returns, none"] = () => Base with { Returns = [] },
        ["UpsetDefinition.After"] = () => Base with { Upset = Base.Upset! with { After = 5 } },
        ["UpsetDefinition.Goto"] = () => Base with { Upset = Base.Upset! with { Goto = "end" } },
        ["FlowDefinition.Signals"] = () => Base with { Signals = [] },
        ["FlowDefinition.Signals, a type"] = () => Base with { Signals = [Base.Signals[0] with { Type = DataType.Integer }] },
        ["FlowDefinition.StartsOn"] = () => Base with { StartsOn = [] },
        ["SilenceDefinition.RemindAfter"] = () => Base with { Silence = Base.Silence! with { RemindAfter = TimeSpan.FromMinutes(2) } },
        ["SilenceDefinition.GiveUpAfter"] = () => Base with { Silence = Base.Silence! with { GiveUpAfter = null } },
        ["SilenceDefinition.Goto"] = () => Base with { Silence = Base.Silence! with { Goto = "end" } },
        ["SilenceDefinition.Late"] = () => Base with { Silence = Base.Silence! with { Late = LatePolicy.Skip } },
        ["StageDefinition.Silence, a time"] = () => Stage(stage => stage with { Silence = new() { RemindAfter = TimeSpan.FromMinutes(2) } }),
        ["AskStepDefinition.Silence, a time"] = () => Ask(ask => ask with { Silence = new() { RemindAfter = TimeSpan.FromMinutes(2) } }),
        ["ExpiryDefinition.After"] = () => Base with { Expiry = Base.Expiry! with { After = TimeSpan.FromDays(2) } },
        ["WaitStepDefinition.For"] = () => Step<WaitStepDefinition>(wait => wait with { For = TimeSpan.FromDays(2) }, "wait-time"),
        ["WaitStepDefinition.Until"] = () => Step<WaitStepDefinition>(wait => wait with { Until = "date.today" }, "wait-date"),
        ["WaitStepDefinition.Signal"] = () => Step<WaitStepDefinition>(wait => wait with { Signal = null }, "wait-signal"),
        ["WaitStepDefinition.Timeout"] = () => Step<WaitStepDefinition>(wait => wait with { Timeout = null }, "wait-signal"),
        ["AnsweredStepDefinition.Save"] = () => Step<WaitStepDefinition>(wait => wait with { Save = null }, "wait-time"),
        ["AnsweredStepDefinition.Fallback"] = () => Step<WaitStepDefinition>(wait => wait with { Fallback = new() { Goto = "end" } }, "wait-time"),
        ["WaitStepDefinition.Answer, an option"] = () => Step<WaitStepDefinition>(wait => wait with { Answer = new ChoiceAnswerDefinition { Options = [new() { Value = "works", Goto = "end" }] } }, "wait-time"),
        ["FlowDefinition.Actions"] = () => Base with { Actions = [] },
        ["ActionDefinition.Name"] = () => Base with { Actions = [Base.Actions[0] with { Name = "other" }] },
        ["ActionDefinition.With"] = () => Base with { Actions = [Base.Actions[0] with { With = [] }] },
        ["ActionDefinition.Returns"] = () => Base with { Actions = [Base.Actions[0] with { Returns = [] }] },
        ["ActionDefinition.Errors"] = () => Base with { Actions = [Base.Actions[0] with { Errors = [] }] },
        ["CallStepDefinition.Action"] = () => Step<CallStepDefinition>(call => call with { Action = "other" }),
        ["CallStepDefinition.With"] = () => Step<CallStepDefinition>(call => call with { With = [] }),
        ["CallStepDefinition.Save"] = () => Step<CallStepDefinition>(call => call with { Save = [] }),
        ["CallStepDefinition.Timeout"] = () => Step<CallStepDefinition>(call => call with { Timeout = TimeSpan.FromSeconds(3) }),
        ["CallStepDefinition.Retries"] = () => Step<CallStepDefinition>(call => call with { Retries = null }),
        ["RetriesDefinition.Times"] = () => Step<CallStepDefinition>(call => call with { Retries = call.Retries! with { Times = 9 } }),
        ["RetriesDefinition.After"] = () => Step<CallStepDefinition>(call => call with { Retries = call.Retries! with { After = TimeSpan.FromMinutes(9) } }),
        ["CallStepDefinition.Repeatable"] = () => Step<CallStepDefinition>(call => call with { Repeatable = false }),
        ["CallStepDefinition.OnError"] = () => Step<CallStepDefinition>(call => call with { OnError = [new() { Goto = "end" }] }),
        ["CallStepDefinition.Fallback"] = () => Step<CallStepDefinition>(call => call with { Fallback = new() { Goto = "end" } }),
        ["TicketDefinition.Owner"] = () => TicketOf(ticket => ticket with { Owner = "other" }),
        ["HandoffStepDefinition.Queue"] = () => Step<HandoffStepDefinition>(step => step with { Queue = "other" }),
        ["HandoffStepDefinition.Priority"] = () => Step<HandoffStepDefinition>(step => step with { Priority = TicketPriority.Low }),
        ["HandoffStepDefinition.RespondWithin"] = () => Step<HandoffStepDefinition>(step => step with { RespondWithin = null }),
        ["HandoffStepDefinition.Evidence"] = () => Step<HandoffStepDefinition>(step => step with { Evidence = [] }),
        ["HandoffStepDefinition.OnReturn"] = () => Step<HandoffStepDefinition>(step => step with { OnReturn = [new() { Goto = "end" }] }),
        ["HandoffStepDefinition.Timeout"] = () => Step<HandoffStepDefinition>(step => step with { Timeout = null }),
        ["HandoffStepDefinition.Fallback"] = () => Step<HandoffStepDefinition>(step => step with { Fallback = new() { Goto = "end" } }),
        ["FlowDefinition.Remembers"] = () => Base with { Remembers = [] },
        ["AskStepDefinition.Measure"] = () => Ask(ask => ask with { Measure = Measure.Csat }, "ask-rating"),
        ["EndStepDefinition.FollowUp"] = () => Step<EndStepDefinition>(end => end with { FollowUp = null }),
        ["FollowUpDefinition.Flow"] = () => Step<EndStepDefinition>(end => end with { FollowUp = end.FollowUp! with { Flow = "other" } }),
        ["FollowUpDefinition.After"] = () => Step<EndStepDefinition>(end => end with { FollowUp = end.FollowUp! with { After = TimeSpan.FromDays(9) } }),
        ["FollowUpDefinition.With"] = () => Step<EndStepDefinition>(end => end with { FollowUp = end.FollowUp! with { With = [] } }),
        ["FollowUpDefinition.Late"] = () => Step<EndStepDefinition>(end => end with { FollowUp = end.FollowUp! with { Late = LatePolicy.Skip } }),
        ["SignalWaitDefinition.Name"] = () => Step<WaitStepDefinition>(wait => wait with { Signal = wait.Signal! with { Name = "other" } }, "wait-signal"),
        ["SignalWaitDefinition.Save"] = () => Step<WaitStepDefinition>(wait => wait with { Signal = wait.Signal! with { Save = null } }, "wait-signal"),
        ["TimeoutDefinition.After"] = () => Step<WaitStepDefinition>(wait => wait with { Timeout = wait.Timeout! with { After = TimeSpan.FromDays(2) } }, "wait-signal"),
        ["TimeoutDefinition.Late"] = () => Step<WaitStepDefinition>(wait => wait with { Timeout = wait.Timeout! with { Late = LatePolicy.Skip } }, "wait-signal"),
        ["TimeoutDefinition.Late, of a handoff"] = () => Step<HandoffStepDefinition>(step => step with { Timeout = step.Timeout! with { Late = LatePolicy.Skip } }),
        ["WaitStepDefinition.Silence, a time"] = () => Step<WaitStepDefinition>(wait => wait with { Silence = new() { RemindAfter = TimeSpan.FromMinutes(2) } }, "wait-signal"),
        ["ExpiryDefinition.Late"] = () => Base with { Expiry = Base.Expiry! with { Late = LatePolicy.Skip } },
        ["HandoffStepDefinition.Silence, a time"] = () => Step<HandoffStepDefinition>(step => step with { Silence = new() { RemindAfter = TimeSpan.FromMinutes(2) } }),
        ["TimeoutDefinition.Goto"] = () => Step<WaitStepDefinition>(wait => wait with { Timeout = wait.Timeout! with { Goto = "file" } }, "wait-signal"),
        ["InterruptDefinition.Id"] = () => Base with { Interrupts = [Base.Interrupts[0] with { Id = "other" }, Base.Interrupts[1]] },
        ["InterruptDefinition.Run"] = () => Base with { Interrupts = [Base.Interrupts[0] with { Run = "other" }, Base.Interrupts[1]] },
        ["InterruptDefinition.With"] = () => Base with { Interrupts = [Base.Interrupts[0] with { With = [] }, Base.Interrupts[1]] },
        ["InterruptDefinition.Save"] = () => Base with { Interrupts = [Base.Interrupts[0] with { Save = [] }, Base.Interrupts[1]] },
        ["InterruptDefinition.Steps, the id of one"] = () => Base with { Interrupts = [Base.Interrupts[0], Base.Interrupts[1] with { Steps = [Base.Interrupts[1].Steps[0] with { Id = "other" }] }] },
        ["TicketStepDefinition.Ticket"] = () => Step<TicketStepDefinition>(step => step with { Ticket = "other" }),
        ["EndStepDefinition.Outcome"] = () => Step<EndStepDefinition>(step => step with { Outcome = SessionOutcome.Abandoned }),
    };

    /// <summary>Members that hold members of both kinds: another list of them is another structure, and has other texts.</summary>
    private static Dictionary<string, Func<FlowDefinition>> Holders { get; } = new(StringComparer.Ordinal)
    {
        ["FlowDefinition.Upset"] = () => Base with { Upset = null },
        ["FlowDefinition.Silence"] = () => Base with { Silence = null },
        ["FlowDefinition.Expiry"] = () => Base with { Expiry = null },
        ["StageDefinition.Silence"] = () => Stage(stage => stage with { Silence = Base.Silence }),
        ["HandoffStepDefinition.Silence"] = () => Step<HandoffStepDefinition>(step => step with { Silence = Base.Silence }),
        ["WaitStepDefinition.Silence"] = () => Step<WaitStepDefinition>(wait => wait with { Silence = Base.Silence }, "wait-signal"),
        ["AnsweredStepDefinition.Silence"] = () => Ask(ask => ask with { Silence = Base.Silence }),
        ["WaitStepDefinition.Answer"] = () => Step<WaitStepDefinition>(wait => wait with { Answer = new YesNoAnswerDefinition() }, "wait-time"),
        ["AnsweredStepDefinition.Answer"] = () => Step<WaitStepDefinition>(wait => wait with { Answer = new YesNoAnswerDefinition() }, "wait-time"),
        ["FlowDefinition.Commands"] = () => Base with { Commands = [] },
        ["FlowDefinition.Interrupts"] = () => Base with { Interrupts = [] },
        ["FlowDefinition.Tickets"] = () => Base with { Tickets = [] },
        ["FlowDefinition.Stages"] = () => Base with { Stages = [.. Base.Stages, Base.Stages[0] with { Id = "more", Title = null, Steps = [] }] },
        ["InterruptDefinition.Steps"] = () => Base with { Interrupts = [Base.Interrupts[0], Base.Interrupts[1] with { Steps = [.. Base.Interrupts[1].Steps, new BranchStepDefinition { Id = "last" }] }] },
        ["StageDefinition.Steps"] = () => Stage(stage => stage with { Steps = [.. stage.Steps, new BranchStepDefinition { Id = "last" }] }),
        ["AskStepDefinition.Answer"] = () => Ask(ask => ask with { Answer = new YesNoAnswerDefinition() }),
        ["AskStepDefinition.Confirm, taken out"] = () => Ask(ask => ask with { Confirm = null }),
        ["OptionsAnswerDefinition.Options"] = () => Options(options => [.. options, new OptionDefinition { Value = "huge" }]),
        ["OptionsAnswerDefinition.Listed"] = () => Ask(ask => ask with { Answer = new ChoiceAnswerDefinition { Options = [new() { Value = "a" }] } }, "ask-listed"),
        ["EachStepDefinition.Steps"] = () => Step<EachStepDefinition>(step => step with { Steps = [.. step.Steps, new BranchStepDefinition { Id = "last" }] }),
    };

    private static Dictionary<string, Func<FlowDefinition>> Wording { get; } = new(StringComparer.Ordinal)
    {
        ["FlowDefinition.Title"] = () => Base with { Title = "Other" },
        ["FlowDefinition.Locales"] = () => Base with { Locales = ["en", "de"] },
        ["FlowDefinition.Knowledge"] = () => Base with { Knowledge = [] },
        ["KnowledgeDefinition.Id"] = () => Knowledge(entry => entry with { Id = "other" }),
        ["KnowledgeDefinition.Title"] = () => Knowledge(entry => entry with { Title = "other" }),
        ["KnowledgeDefinition.Url"] = () => Knowledge(entry => entry with { Url = "https://example.com/other" }),
        ["KnowledgeDefinition.Kind"] = () => Knowledge(entry => entry with { Kind = KnowledgeKind.Video }),
        ["FlowDefinition.Partials"] = () => Base with { Partials = [] },
        ["PartialDefinition.Id"] = () => Base with { Partials = [Base.Partials[0] with { Id = "other" }] },
        ["PartialDefinition.Text"] = () => Base with { Partials = [Base.Partials[0] with { Text = "other" }] },
        ["SilenceDefinition.Texts"] = () => Base with { Silence = Base.Silence! with { Texts = ["Hello?"] } },
        ["SilenceDefinition.Texts, another number"] = () => Base with { Silence = Base.Silence! with { Texts = ["There?", "Hello?"] } },
        ["ExpiryDefinition.Text"] = () => Base with { Expiry = Base.Expiry! with { Text = "other" } },
        ["HandoffStepDefinition.Text"] = () => Step<HandoffStepDefinition>(step => step with { Text = "other" }),
        ["HandoffStepDefinition.Situation"] = () => Step<HandoffStepDefinition>(step => step with { Situation = "other" }),
        ["HandoffStepDefinition.Show"] = () => Step<HandoffStepDefinition>(step => step with { Show = [new ProgressBlockDefinition()] }),
        ["CallStepDefinition.Text"] = () => Step<CallStepDefinition>(call => call with { Text = "other" }),
        ["AnsweredStepDefinition.Text"] = () => Step<WaitStepDefinition>(wait => wait with { Text = "other" }, "wait-time"),
        ["AnsweredStepDefinition.Show"] = () => Step<WaitStepDefinition>(wait => wait with { Show = [new ProgressBlockDefinition()] }, "wait-time"),
        ["AnsweredStepDefinition.Variants"] = () => Step<WaitStepDefinition>(wait => wait with { Variants = [new VariantDefinition { Id = "b", Weight = 5, Text = "?" }] }, "wait-time"),
        ["FlowDefinition.Migrate"] = () => Base with { Migrate = null },
        ["MigrationDefinition.From"] = () => Base with { Migrate = Base.Migrate! with { From = [1, 2] } },
        ["MigrationDefinition.Steps"] = () => Base with { Migrate = Base.Migrate! with { Steps = [] } },
        ["MigrationDefinition.Data"] = () => Base with { Migrate = Base.Migrate! with { Data = [] } },
        ["MigrationDefinition.Unmapped"] = () => Base with { Migrate = Base.Migrate! with { Unmapped = UnmappedPolicy.Rewind } },
        ["StepMappingDefinition.Old"] = () => Base with { Migrate = Base.Migrate! with { Steps = [new("b", "end")] } },
        ["StepMappingDefinition.New"] = () => Base with { Migrate = Base.Migrate! with { Steps = [new("a", null)] } },
        ["UpsetDefinition.Words"] = () => Base with { Upset = Base.Upset! with { Words = ["grr"] } },
        ["UpsetDefinition.Texts"] = () => Base with { Upset = Base.Upset! with { Texts = ["Oh."] } },
        ["InterruptDefinition.Steps, a text"] = () => Base with { Interrupts = [Base.Interrupts[0], Base.Interrupts[1] with { Steps = [new SayStepDefinition { Id = "free", Text = "Yes." }] }] },
        ["InterruptDefinition.Phrases"] = () => Base with { Interrupts = [Base.Interrupts[0] with { Phrases = ["outage"] }, Base.Interrupts[1]] },
        ["CommandDefinition.Words"] = () => Base with { Commands = [Base.Commands[0] with { Words = ["nochmal"] }] },
        ["CommandDefinition.Only"] = () => Base with { Commands = [Base.Commands[0] with { Only = true }] },
        ["CommandDefinition.Text"] = () => Base with { Commands = [Base.Commands[0] with { Text = "other" }] },
        ["TicketDefinition.Subject"] = () => TicketOf(ticket => ticket with { Subject = "other" }),
        ["TicketDefinition.Body"] = () => TicketOf(ticket => ticket with { Body = "other" }),
        ["StageDefinition.Title"] = () => Stage(stage => stage with { Title = "other" }),
        ["StepDefinition.Title"] = () => Step<SayStepDefinition>(step => step with { Title = "other" }),
        ["SayStepDefinition.Text"] = () => Step<SayStepDefinition>(step => step with { Text = "other" }),
        ["SayStepDefinition.Show"] = () => Step<SayStepDefinition>(step => step with { Show = [] }),
        ["SayStepDefinition.Variants"] = () => Step<SayStepDefinition>(step => step with { Variants = [] }),
        ["VariantDefinition.Id"] = () => Variant(variant => variant with { Id = "other" }),
        ["VariantDefinition.When"] = () => Variant(variant => variant with { When = "true" }),
        ["VariantDefinition.Weight"] = () => Variant(variant => variant with { Weight = 9 }),
        ["VariantDefinition.Text"] = () => Variant(variant => variant with { Text = "other" }),
        ["AskStepDefinition.Variants"] = () => Ask(ask => ask with { Variants = [new VariantDefinition { Id = "b", Weight = 5, Text = "?" }] }),
        ["AskStepDefinition.Text"] = () => Ask(ask => ask with { Text = "other" }),
        ["AskStepDefinition.Show"] = () => Ask(ask => ask with { Show = [] }),
        ["AskStepDefinition.Confirm"] = () => Ask(ask => ask with { Confirm = "other" }),
        ["AskStepDefinition.Retry"] = () => Ask(ask => ask with { Retry = null }),
        ["FlowDefinition.Retry"] = () => Base with { Retry = new() { Texts = ["Again."] } },
        ["StageDefinition.Retry"] = () => Stage(stage => stage with { Retry = new() { Texts = ["Again."] } }),
        ["RetryDefinition.Invalid"] = () => Ask(ask => ask with { Retry = new() { Texts = ["One."], Invalid = ["Two."] } }),
        ["RetryDefinition.Invalid, moved"] = () => Ask(ask => ask with { Retry = new() { Invalid = ["One."] } }),
        ["RetryDefinition.Texts"] = () => Ask(ask => ask with { Retry = new() { Texts = ["One.", "Two."] } }),
        ["ListedOptionsDefinition.Label"] = () => Listed(listed => listed with { Label = "other" }),
        ["OptionDefinition.Label"] = () => Options(options => [options[0] with { Label = "other" }, options[1]]),
        ["OptionDefinition.Synonyms"] = () => Options(options => [options[0] with { Synonyms = ["little", "other"] }, options[1]]),
        ["YesNoAnswerDefinition.Yes"] = () => Ask(ask => ask with { Answer = new YesNoAnswerDefinition { Yes = ["ja", "klar"], No = ["nein"] } }, "ask-yes"),
        ["YesNoAnswerDefinition.No"] = () => Ask(ask => ask with { Answer = new YesNoAnswerDefinition { Yes = ["ja"], No = ["ne"] } }, "ask-yes"),
        ["YesNoAnswerDefinition, from yes to no"] = () => Ask(ask => ask with { Answer = new YesNoAnswerDefinition { No = ["ja", "nein"] } }, "ask-yes"),
        ["AnswerDefinition.Message"] = () => Ask(ask => ask with { Answer = ask.Answer with { Message = "Not so." } }, "ask-text"),
        ["NumberAnswerDefinition.Unit"] = () => Number(number => number with { Unit = "kg" }),
        ["TicketStepDefinition.Text"] = () => Step<TicketStepDefinition>(step => step with { Text = "other" }),
        ["TicketStepDefinition.Show"] = () => Step<TicketStepDefinition>(step => step with { Show = [] }),
        ["EndStepDefinition.Text"] = () => Step<EndStepDefinition>(step => step with { Text = "other" }),
        ["EndStepDefinition.Show"] = () => Step<EndStepDefinition>(step => step with { Show = [] }),
        ["KnowledgeBlockDefinition.Id"] = () => Block<KnowledgeBlockDefinition>(block => block with { Id = "other" }),
        ["ImageBlockDefinition.Url"] = () => Block<ImageBlockDefinition>(block => block with { Url = "https://example.com/other.png" }),
        ["ImageBlockDefinition.Alt"] = () => Block<ImageBlockDefinition>(block => block with { Alt = "other" }),
        ["ImageBlockDefinition.Caption"] = () => Block<ImageBlockDefinition>(block => block with { Caption = "other" }),
        ["ChecklistBlockDefinition.Title"] = () => Block<ChecklistBlockDefinition>(block => block with { Title = "other" }),
        ["ChecklistBlockDefinition.Items"] = () => Block<ChecklistBlockDefinition>(block => block with { Items = [.. block.Items, new() { Text = "more" }] }),
        ["ChecklistItemDefinition.Text"] = () => Block<ChecklistBlockDefinition>(block => block with { Items = [block.Items[0] with { Text = "other" }] }),
        ["ChecklistItemDefinition.Done"] = () => Block<ChecklistBlockDefinition>(block => block with { Items = [block.Items[0] with { Done = "false" }] }),
        ["TableBlockDefinition.Title"] = () => Block<TableBlockDefinition>(block => block with { Title = "other" }),
        ["TableBlockDefinition.Columns"] = () => Block<TableBlockDefinition>(block => block with { Columns = ["other"] }),
        ["TableBlockDefinition.Rows"] = () => Block<TableBlockDefinition>(block => block with { Rows = [["other"]] }),
        ["TableBlockDefinition.RowsFrom"] = () => Block<TableBlockDefinition>(block => block with { RowsFrom = null }),
        ["TableRowsDefinition.From"] = () => Block<TableBlockDefinition>(block => block with { RowsFrom = block.RowsFrom! with { From = "[]" } }),
        ["TableRowsDefinition.As"] = () => Block<TableBlockDefinition>(block => block with { RowsFrom = block.RowsFrom! with { As = "other" } }),
        ["TableRowsDefinition.Cells"] = () => Block<TableBlockDefinition>(block => block with { RowsFrom = block.RowsFrom! with { Cells = ["other"] } }),
    };

    private static Dictionary<string, Func<FlowDefinition>> Notes { get; } = new(StringComparer.Ordinal)
    {
        ["FlowDefinition.Note"] = () => Base with { Note = "other" },
        ["InterruptDefinition.Note"] = () => Base with { Interrupts = [Base.Interrupts[0] with { Note = "other" }, Base.Interrupts[1]] },
        ["StageDefinition.Note"] = () => Stage(stage => stage with { Note = "other" }),
        ["StepDefinition.Note"] = () => Step<SayStepDefinition>(step => step with { Note = "other" }),
    };

    [Theory]
    [MemberData(nameof(StructuralMembers))]
    public void StructuralMember_ChangesTheStructureHashOnly(string member) => Changes(Structural[member]()).ShouldBe((true, false));

    [Theory]
    [MemberData(nameof(WordingMembers))]
    public void Wording_ChangesTheTextHashOnly(string member) => Changes(Wording[member]()).ShouldBe((false, true));

    [Theory]
    [MemberData(nameof(Remarks))]
    public void RemarkForAuthors_ChangesNeither(string member) => Changes(Notes[member]()).ShouldBe((false, false));

    [Theory]
    [MemberData(nameof(HoldingMembers))]
    public void MemberThatHoldsBoth_ChangesTheStructureHash(string member) => Changes(Holders[member]()).Structure.ShouldBeTrue();

    [Fact]
    public void EveryMember_IsTriedAbove()
    {
        IEnumerable<Type> types = typeof(FlowDefinition).Assembly.GetTypes()
            .Where(type => type != typeof(TranslationDefinition) && type.Namespace == typeof(FlowDefinition).Namespace && (type.Name.EndsWith("Definition", StringComparison.Ordinal) || type == typeof(DataType)));
        IEnumerable<string> members = types.SelectMany(type => type.GetProperties()
            .Where(property => property.DeclaringType == type && property.SetMethod is { IsPublic: true })
            .Select(property => $"{type.Name}.{property.Name}"));

        members.Except([.. Structural.Keys, .. Wording.Keys, .. Notes.Keys, .. Holders.Keys]).ShouldBeEmpty();
    }

    [Fact]
    public void Hashes_Are32HexadecimalDigits()
    {
        HashesOf(Base).Structure.ShouldMatch("^[0-9a-f]{32}$");
        HashesOf(Base).Text.ShouldMatch("^[0-9a-f]{32}$");
        HashesOf(Definition()).ShouldBe(HashesOf(Base));
    }

    [Fact]
    public void Hash_TellsTextsApartThatReadTheSameJoined()
    {
        FlowDefinition one = Step<EachStepDefinition>(step => step with { In = "ab", As = "c" });
        FlowDefinition two = Step<EachStepDefinition>(step => step with { In = "a", As = "bc" });
        HashesOf(one).Structure.ShouldNotBe(HashesOf(two).Structure);
    }

    [Fact]
    public void Hash_TellsListsOfDefaultsApart()
    {
        FlowDefinition one = Base with { Data = [Base.Data[0], Base.Data[1] with { Default = List("a", "b") }] };
        FlowDefinition two = Base with { Data = [Base.Data[0], Base.Data[1] with { Default = List("a\", \"b") }] };
        HashesOf(one).Structure.ShouldNotBe(HashesOf(two).Structure);
    }

    [Fact]
    public void Hash_TellsTheBoundsOfARangeApart()
    {
        DecisionCellDefinition[] ranges = [new() { From = Value.From(2) }, new() { Above = Value.From(2) }, new() { To = Value.From(2) }, new() { Below = Value.From(2) }];
        ranges.Select(range => HashesOf(Row(row => row with { If = [range] })).Structure).Distinct().Count().ShouldBe(ranges.Length);
    }

    [Fact]
    public void Hash_OfAFlow_IsThatOfItsDefinition()
    {
        Flow flow = Compiling.Flow("""{ "flow": "a", "stages": [ { "id": "s", "steps": [ { "id": "e", "type": "end", "outcome": "resolved" } ] } ] }""");
        (flow.StructureHash, flow.TextHash).ShouldBe(HashesOf(flow.Definition));
    }

    private static Value List(params string[] words) => Value.From(Templates.Runtime.ValueList.Create([.. words.Select(Value.From)]));

    private static (string Structure, string Text) HashesOf(FlowDefinition flow) => (GuidanceFlow.Compilation.FlowHasher.Structure(flow), GuidanceFlow.Compilation.FlowHasher.Text(flow, []));

    private static (bool Structure, bool Text) Changes(FlowDefinition changed)
    {
        changed.ShouldNotBe(Base);
        (string structure, string text) = HashesOf(changed);
        return (structure != HashesOf(Base).Structure, text != HashesOf(Base).Text);
    }

    private static FlowDefinition Datum(Func<DataDefinition, DataDefinition> change) => Base with { Data = [change(Base.Data[0]), Base.Data[1]] };

    private static FlowDefinition TicketOf(Func<TicketDefinition, TicketDefinition> change) => Base with { Tickets = [change(Base.Tickets[0])] };

    private static FlowDefinition Knowledge(Func<KnowledgeDefinition, KnowledgeDefinition> change) => Base with { Knowledge = [change(Base.Knowledge[0])] };

    private static FlowDefinition Stage(Func<StageDefinition, StageDefinition> change) => Base with { Stages = [change(Base.Stages[0])] };

    private static FlowDefinition Step<T>(Func<T, T> change, string? id = null)
        where T : StepDefinition
    {
        bool done = false;
        return Stage(stage => stage with
        {
            Steps = [.. stage.Steps.Select(step =>
            {
                if (done || step is not T wanted || (id is not null && step.Id != id))
                {
                    return step;
                }

                done = true;
                return change(wanted);
            })],
        });
    }

    private static FlowDefinition Variant(Func<VariantDefinition, VariantDefinition> change) =>
        Step<SayStepDefinition>(step => step with { Variants = [change(step.Variants[0])] });

    private static FlowDefinition Ask(Func<AskStepDefinition, AskStepDefinition> change, string? id = null) => Step(change, id);

    private static FlowDefinition Row(Func<DecisionRowDefinition, DecisionRowDefinition> change) =>
        Step<DecideStepDefinition>(step => step with { Rows = [change(step.Rows[0]), .. step.Rows.Skip(1)] });

    private static FlowDefinition Options(Func<EquatableArray<OptionDefinition>, EquatableArray<OptionDefinition>> change) =>
        Ask(ask => ask with { Answer = new ChoiceAnswerDefinition { Options = change(((ChoiceAnswerDefinition)ask.Answer).Options) } });

    private static FlowDefinition Listed(Func<ListedOptionsDefinition, ListedOptionsDefinition> change) =>
        Ask(ask => ask with { Answer = new ChoiceAnswerDefinition { Listed = change(((ChoiceAnswerDefinition)ask.Answer).Listed!) } }, "ask-listed");

    private static FlowDefinition Files(Func<AttachmentAnswerDefinition, AttachmentAnswerDefinition> change) =>
        Ask(ask => ask with { Answer = change((AttachmentAnswerDefinition)ask.Answer) }, "ask-files");

    private static FlowDefinition Number(Func<NumberAnswerDefinition, NumberAnswerDefinition> change) =>
        Ask(ask => ask with { Answer = change((NumberAnswerDefinition)ask.Answer) }, "ask-number");

    private static FlowDefinition Block<T>(Func<T, T> change)
        where T : BlockDefinition
    {
        bool done = false;
        return Step<SayStepDefinition>(say => say with
        {
            Show = [.. say.Show.Select(block =>
            {
                if (done || block is not T wanted)
                {
                    return block;
                }

                done = true;
                return change(wanted);
            })],
        });
    }

    private static FlowDefinition Definition() => new()
    {
        Id = "all",
        Title = "Title",
        Note = "Note",
        Inputs = [new() { Name = "customer", Type = DataType.Object(new DataDefinition { Name = "name", Type = DataType.Text }) }],
        Data = [new() { Name = "size", Type = DataType.Choice("small", "large") }, new() { Name = "words", Type = DataType.ListOf(DataType.Text) }],
        Knowledge = [new() { Id = "k", Title = "T", Url = "https://example.com" }],
        Partials = [new() { Id = "p", Text = "t" }],
        Tickets = [new() { Id = "t", Queue = "q", Subject = "s", Body = "b", RespondWithin = TimeSpan.FromHours(1), GradedBy = new() { Queue = "size", Priority = "size", RespondWithin = "size" }, Evidence = ["size"] }],
        Fallback = new() { Attempts = 3, Goto = "file" },
        Remembers = ["size"],
        Actions = [new() { Name = "find", With = [new() { Name = "number", Type = DataType.Text }], Returns = [new() { Name = "state", Type = DataType.Text }], Errors = ["gone"] }],
        Signals = [new() { Name = "paid", Type = DataType.Text }],
        StartsOn = ["paid"],
        Silence = new() { RemindAfter = TimeSpan.FromMinutes(1), Texts = ["There?"], GiveUpAfter = TimeSpan.FromHours(1), Goto = "file" },
        Expiry = new() { After = TimeSpan.FromDays(1), Text = "Closed." },
        Upset = new() { Words = ["argh"], Texts = ["Sorry."], After = 3, Goto = "file" },
        Migrate = new() { From = [1], Steps = [new("a", "end")], Data = [new("size", "'small'")] },
        Commands = [new() { Command = SessionCommand.Back, Words = ["zurück"], Text = "Gladly." }],
        Returns = ["size"],
        Interrupts = [new() { Id = "outage", Note = "Note", Phrases = ["is it down"], Run = "status", With = [new("name", "'x'")], Save = [new("size", "size")] }, new() { Id = "price", Phrases = ["what does it cost"], Steps = [new SayStepDefinition { Id = "free", Text = "Nothing." }] }],
        Stages =
        [
            new()
            {
                Id = "stage",
                Title = "Stage",
                Note = "Note",
                Fallback = new() { Attempts = 2, Goto = "file" },
                Steps =
                [
                    new SayStepDefinition
                    {
                        Id = "say",
                        Title = "Say",
                        Note = "Note",
                        Text = "Hello.",
                        Variants = [new VariantDefinition { Id = "a", Weight = 10, Text = "Hi." }],
                        When = "true",
                        Next = [new() { When = "true", Goto = "@next" }],
                        Show =
                        [
                            new KnowledgeBlockDefinition { Id = "k" },
                            new ImageBlockDefinition { Url = "https://example.com/a.png", Alt = "A lamp" },
                            new ChecklistBlockDefinition { Title = "List", Items = [new() { Text = "One", Done = "true" }] },
                            new TableBlockDefinition { Title = "Table", Columns = ["C"], RowsFrom = new() { From = "words", As = "word", Cells = ["{{ word }}"] } },
                        ],
                    },
                    new AskStepDefinition
                    {
                        Id = "ask",
                        Text = "?",
                        Show = [new ProgressBlockDefinition()],
                        Save = "size",
                        Confirm = "Sure?",
                        Retry = new() { Texts = ["One."] },
                        Fallback = new() { Attempts = 4, Goto = "file" },
                        Answer = new ChoiceAnswerDefinition
                        {
                            Options = [new() { Value = "small", Label = "Small", Synonyms = ["little"], When = "true", Goto = "file" }, new() { Value = "large" }],
                        },
                    },
                    new HandoffStepDefinition { Id = "hand", Queue = "q", RespondWithin = TimeSpan.FromHours(1), Text = "A colleague.", Situation = "S.", Evidence = ["size"], OnReturn = [new() { Goto = "file" }], Timeout = new() { After = TimeSpan.FromHours(2), Goto = "file" } },
                    new CallStepDefinition { Id = "call", Action = "find", With = [new("number", "'7'")], Save = [new("size", "state")], Text = "One moment.", Timeout = TimeSpan.FromSeconds(5), Retries = new() { Times = 2 }, OnError = [new() { Goto = "file" }] },
                    new WaitStepDefinition { Id = "wait-time", Text = "Wait.", For = TimeSpan.FromMinutes(10), Answer = new ChoiceAnswerDefinition { Options = [new() { Value = "works" }] }, Save = "size" },
                    new WaitStepDefinition { Id = "wait-date", Text = "Wait.", Until = "date.now" },
                    new WaitStepDefinition { Id = "wait-signal", Text = "Wait.", Signal = new() { Name = "paid", Save = "size" }, Timeout = new() { After = TimeSpan.FromHours(1), Goto = "end" } },
                    new AskStepDefinition { Id = "ask-several", Text = "?", Answer = new ChoicesAnswerDefinition { Options = [new() { Value = "a" }, new() { Value = "b" }], Min = 0, Max = 2 } },
                    new AskStepDefinition { Id = "ask-listed", Text = "?", Answer = new ChoiceAnswerDefinition { Listed = new() { From = "words", As = "word", Where = "true", Value = "word", Label = "{{ word }}" } } },
                    new AskStepDefinition { Id = "ask-files", Text = "?", Answer = new AttachmentAnswerDefinition { Kinds = [AttachmentKind.Image], MaxSize = 2, Max = 3 } },
                    new AskStepDefinition { Id = "ask-number", Text = "?", Answer = new NumberAnswerDefinition { Min = 1, Max = 10, Integer = true, Unit = "m" } },
                    new AskStepDefinition { Id = "ask-yes", Text = "?", Answer = new YesNoAnswerDefinition { Yes = ["ja"], No = ["nein"] } },
                    new AskStepDefinition { Id = "ask-date", Text = "?", Answer = new DateAnswerDefinition() },
                    new AskStepDefinition { Id = "ask-rating", Text = "?", Answer = new RatingAnswerDefinition { Scale = 7 } },
                    new AskStepDefinition { Id = "ask-text", Text = "?", Answer = new TextAnswerDefinition { MaxLength = 10 } },
                    new SetStepDefinition { Id = "set", Values = [new("size", "'small'")] },
                    new DecideStepDefinition
                    {
                        Id = "decide",
                        Inputs = ["words.size"],
                        Outputs = ["size"],
                        Rows =
                        [
                            new() { If = [DecisionCellDefinition.OneOf(Value.From(2))], Then = [Value.From("small")], Goto = "file" },
                            new() { If = [new() { From = Value.From(3), Below = Value.From(9) }], Then = [Value.From("large")] },
                        ],
                        Default = new() { Then = [Value.From("large")], Goto = "file" },
                    },
                    new EachStepDefinition
                    {
                        Id = "each",
                        In = "words",
                        As = "word",
                        Where = "true",
                        OrderBy = "word",
                        OnFailure = ItemFailurePolicy.NextItem,
                        Collect = [new("words", "word")],
                        Steps = [new SayStepDefinition { Id = "inside", Text = "." }],
                    },
                    new RunStepDefinition { Id = "run", Flow = "status", With = [new("name", "'x'")], Save = [new("size", "size")] },
                    new TicketStepDefinition { Id = "file", Ticket = "t", Text = "Filed.", Show = [new ProgressBlockDefinition()] },
                    new EndStepDefinition { Id = "end", Outcome = SessionOutcome.Resolved, Text = "Bye.", Show = [new ProgressBlockDefinition()], FollowUp = new() { Flow = "later", After = TimeSpan.FromDays(1), With = [new("size", "size")] } },
                ],
            },
        ],
    };
}
