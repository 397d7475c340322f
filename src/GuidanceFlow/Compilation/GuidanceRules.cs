using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Warnings about how a flow guides, not about whether it works.</summary>
internal static class GuidanceRules
{
    private const int ComfortableOptions = 7;

    public static void Run(CompilationContext context)
    {
        foreach (TicketDefinition ticket in context.Definition.Tickets.Where(ticket => ticket.RespondWithin is null && ticket.GradedBy?.RespondWithin is null))
        {
            context.ReportName(
                DiagnosticCatalog.NoResponseTime,
                SourcePath.Root.Member("tickets").Member(ticket.Id),
                $"The ticket '{ticket.Id}' promises no time to respond, and customers ask for one. Add 'respond_within', for example \"PT4H\".");
        }

        foreach (StepPlace place in context.Places)
        {
            if (place.Definition is AnsweredStepDefinition { Answer: OptionsAnswerDefinition { Options.Count: > ComfortableOptions } choice })
            {
                context.Report(
                    DiagnosticCatalog.ManyOptions,
                    place.Path.Member("answer").Member("options"),
                    $"'{place.Definition.Id}' offers {choice.Options.Count} options; more than {ComfortableOptions} are hard to keep in mind. Ask in two steps.");
            }
        }

        foreach (StepPlace place in context.Places.Where(place => context.Definition.Expiry is null && place.Definition is HandoffStepDefinition { Timeout: null }))
        {
            context.Report(
                DiagnosticCatalog.EndlessHandoff,
                place.Path,
                $"When nobody comes to '{place.Definition.Id}', the customer waits for ever. Add 'timeout', for example {{ \"after\": \"PT30M\", \"goto\": \"…\" }}, or give the flow an 'expiry'.");
        }

        if (context.Stages.Count(stage => stage.Number > 0) > 1 && !context.Places.Exists(ShowsProgress))
        {
            context.Report(
                DiagnosticCatalog.NoProgress,
                SourcePath.Root.Member("stages"),
                "The flow has several stages but never shows how far the customer is. Show a 'progress' block where a stage begins.");
        }
    }

    public static bool ShowsProgress(StepPlace place) => ShownBy(place.Definition).Any(block => block is ProgressBlockDefinition);

    private static EquatableArray<BlockDefinition> ShownBy(StepDefinition step) => step switch
    {
        SayStepDefinition say => say.Show,
        AnsweredStepDefinition ask => ask.Show,
        TicketStepDefinition ticket => ticket.Show,
        EndStepDefinition end => end.Show,
        _ => default,
    };
}
