using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Warnings about how a flow guides, not about whether it works.</summary>
internal static class GuidanceRules
{
    public static void Run(CompilationContext context)
    {
        foreach (TicketDefinition ticket in context.Definition.Tickets.Where(ticket => ticket.RespondWithin is null && ticket.GradedBy?.RespondWithin is null))
        {
            context.ReportName(
                DiagnosticCatalog.NoResponseTime,
                SourcePath.Root.Member("tickets").Member(ticket.Id),
                $"The ticket '{ticket.Id}' promises no time to respond, and customers ask for one. Add 'respond_within', for example \"PT4H\".");
        }

        if (context.Stages.Count(stage => stage.Number > 0) > 1 && !context.Places.Exists(ShowsProgress))
        {
            context.Report(
                DiagnosticCatalog.NoProgress,
                SourcePath.Root.Member("stages"),
                "The flow has several stages but never shows how far the customer is. Show a 'progress' block where a stage begins.");
        }
    }

    /// <summary>Warns of a handoff that nothing ends when nobody comes.</summary>
    public static void Check(CompilationContext context, StepPlace place, HandoffStepDefinition handoff)
    {
        if (context.Definition.Expiry is null && handoff.Timeout is null)
        {
            context.Report(
                DiagnosticCatalog.EndlessHandoff,
                place.Path,
                $"When nobody comes to '{handoff.Id}', the customer waits for ever. Add 'timeout', for example {{ \"after\": \"PT30M\", \"goto\": \"…\" }}, or give the flow an 'expiry'.");
        }
    }

    public static bool ShowsProgress(StepPlace place)
    {
        foreach (BlockDefinition block in ShownBy(place.Definition))
        {
            if (block is ProgressBlockDefinition)
            {
                return true;
            }
        }

        return false;
    }

    private static EquatableArray<BlockDefinition> ShownBy(StepDefinition step) => step switch
    {
        SayStepDefinition say => say.Show,
        AnsweredStepDefinition ask => ask.Show,
        TicketStepDefinition ticket => ticket.Show,
        EndStepDefinition end => end.Show,
        _ => default,
    };
}
