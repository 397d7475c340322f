using System.Collections.Immutable;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Diagrams;

/// <summary>What is written into nodes and beside edges.</summary>
internal sealed class StepLabels(DiagramOptions options)
{
    private const int NodeWidth = 30;
    private const int BranchWidth = 18;
    private const int EdgeWidth = 20;

    public ImmutableArray<string> Of(FlowStep step)
    {
        string? title = step.Place.Definition.Title is { } given ? LabelText.Clean(given) : null;
        IEnumerable<string> lines = step switch
        {
            SayStep say => Lines(title ?? Spoken(say.Prompt.Source, step, LabelText.FirstSentence)),
            AskStep { Wait: { } wait } => Lines(title ?? $"{(wait.Until is null ? "Wait for" : "Wait until")} {TimeWording.Of(wait)}"),
            AskStep ask => Lines(title ?? Spoken(ask.Prompt.Source, step, (text, known) => LabelText.Question(text, known, options.MaxLabelLength))),
            SetStep set => Lines(title ?? "Note " + string.Join(", ", set.Values.Select(value => LabelText.Words(value.Name)).Distinct(StringComparer.Ordinal))),
            DecideStep decide when TableWays.Routes(decide) => Question(title ?? TableWays.Inputs(decide)),
            DecideStep decide => Lines(title ?? $"Note {TableWays.Outputs(decide)} by {TableWays.Inputs(decide)}"),
            BranchStep => Branch(title ?? StepWays.QuestionOf(step), step),
            CallStep call => Lines(title ?? "Action: " + LabelText.Words(call.Action.Name.Replace('.', ' '))),
            HandoffStep handoff => Lines(title ?? "Person: " + LabelText.Clean(handoff.Definition.Queue)),
            RunStep run => title is null ? OfRun(run.Run) : Lines(title),
            TicketStep ticket => [.. Lines(title ?? "Ticket: " + QueueOf(ticket.Ticket.Definition)), .. Promise(ticket.Ticket.Definition)],
            EndStep { Outcome: not SessionOutcome.Escalated, Stage.Interrupt: not null } end => Lines(title ?? (end.Prompt.Source is { } last ? Spoken(last, step, LabelText.FirstSentence) : "Done")),
            EndStep end => [.. title is null ? [] : Lines(title), LabelText.Capital(SessionOutcomeNames.Of(end.Outcome))],
            _ => [],
        };
        if (step.When is not null && step is not EachStep)
        {
            lines = [.. lines, .. Lines($"(only if {GuardWording.Of(step.When)})")];
        }

        ImmutableArray<string> label = [.. lines];
        return label.IsEmpty ? [step.Id] : label;
    }

    public ImmutableArray<string> OfRun(CompiledRun run) => Lines("Run: " + LabelText.Words(run.Flow));

    /// <summary>The title of an interrupt's group.</summary>
    public ImmutableArray<string> OfInterrupt(CompiledInterrupt interrupt) =>
        [LabelText.Shorten("When someone says: " + string.Join(", ", interrupt.Phrases.Source), options.MaxLabelLength)];

    /// <summary>The title of a loop's group.</summary>
    public ImmutableArray<string> OfLoop(EachStep each) =>
        Lines(each.Place.Definition.Title is { } title ? LabelText.Clean(title) : "For each " + Item(each));

    public ImmutableArray<string> OfNextItem(EachStep each) => LabelText.Wrap(LabelText.Shorten($"Another {Item(each)}?", options.MaxLabelLength), BranchWidth);

    /// <summary>The question whether a loop is entered at all.</summary>
    public ImmutableArray<string> OfCondition(EachStep each) => Question(GuardWording.Of(each.When!));

    public ImmutableArray<string> OfStage(FlowStage stage) =>
        LabelText.Clean(stage.Title) is { Length: > 0 } title ? [LabelText.Shorten(title, options.MaxLabelLength)] : [stage.Id];

    public ImmutableArray<string> OfEdge(IEnumerable<string> reasons) =>
        LabelText.Wrap(LabelText.Shorten(string.Join(", ", reasons), Math.Max(10, options.MaxLabelLength * 2 / 3)), EdgeWidth);

    /// <summary>Text of any length as the lines of a node.</summary>
    public ImmutableArray<string> Lines(string text) => LabelText.Wrap(LabelText.Shorten(text, options.MaxLabelLength), NodeWidth);

    private static string Item(EachStep each) => LabelText.Words(((EachStepDefinition)each.Place.Definition).As);

    private static string Spoken(CompiledPrompt prompt, FlowStep step, Func<string, string, string> part) =>
        part(TemplateWording.Of(prompt.Text, step.Stage), LabelText.Clean(step.Stage.Title)) is { Length: > 0 } text ? text : LabelText.Words(step.Id);

    private ImmutableArray<string> Branch(string? question, FlowStep step) => question is null
        ? LabelText.Wrap(LabelText.Shorten(LabelText.Capital(LabelText.Words(step.Id)), options.MaxLabelLength), BranchWidth)
        : Question(question);

    private ImmutableArray<string> Question(string text) =>
        LabelText.Wrap(LabelText.Shorten(LabelText.Capital(text.TrimEnd('?')), options.MaxLabelLength) + "?", BranchWidth);

    private static string QueueOf(TicketDefinition ticket) => ticket.GradedBy?.Queue is { } datum ? $"‹{LabelText.Words(datum)}›" : LabelText.Clean(ticket.Queue);

    private static string[] Promise(TicketDefinition ticket) => ticket.GradedBy?.RespondWithin is { } datum ? [$"answer within ‹{LabelText.Words(datum)}›"] : ticket.RespondWithin is not { } time ? [] : [$"answer within {TimeWording.Of(time)}"];
}
