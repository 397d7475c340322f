using GuidanceFlow.Compilation;
using GuidanceFlow.Prompts;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Engine;

/// <summary>Files tickets.</summary>
internal static class TicketRun
{
    /// <summary>Files a ticket, and says so.</summary>
    public static void File(TurnRun run, TicketStep step)
    {
        EvaluationContext context = run.Context;
        Ticket ticket = TicketFactory.Make(context, step, run.Rest.Effects.Count);
        run.Rest.Effects.Add(new FileTicketEffect(ticket));
        run.Rest.IsBarrier = true;
        run.Note(new TurnEvent(TurnEventKind.TicketFiled, step.Id, ticket.Reference));
        if (step.Prompt.In(context.Locale) is { } prompt)
        {
            run.Say(PromptRenderer.Render(context, prompt, MessageKind.Ticket));
        }

        FallbackRun.Carried(run);
    }
}
