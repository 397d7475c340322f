using GuidanceFlow.Definitions.Reading;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes what gives sessions to people.</summary>
internal static class HandoffWriter
{
    /// <summary>What a step that hands over has of its own.</summary>
    public static void Write(JsonOutput output, HandoffStepDefinition handoff)
    {
        output.Required("queue", handoff.Queue);
        if (handoff.Priority != TicketPriority.Normal)
        {
            output.Word("priority", TicketReader.Priorities, handoff.Priority);
        }

        output.Optional("respond_within", handoff.RespondWithin is { } time ? IsoDuration.Format(time) : null);
        output.Required("text", handoff.Text);
        output.Optional("show", handoff.Show, BlockWriter.Write);
        output.Required("situation", handoff.Situation);
        output.Optional("evidence", handoff.Evidence, static (output, name) => output.Text(name));
        StepWriter.WriteRoutes(output, "on_return", handoff.OnReturn);
        TimeWriter.Write(output, handoff.Timeout);
        TimeWriter.Write(output, handoff.Silence);
        RootWriter.Write(output, handoff.Fallback);
    }
}
