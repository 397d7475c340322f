using GuidanceFlow.Definitions.Reading;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes a flow and what stands directly under it.</summary>
internal static class RootWriter
{
    public static void Write(JsonOutput output, FlowDefinition flow)
    {
        output.StartObject();
        output.Required("flow", flow.Id);
        output.Name("version");
        output.Integer(flow.Version);
        output.Optional("title", flow.Title);
        output.Optional("note", flow.Note);
        if (flow.Locales is not ["en"])
        {
            output.Required("locales", flow.Locales, static (output, locale) => output.Text(locale));
        }

        output.OptionalMap("inputs", flow.Inputs, DataWriter.Write);
        output.OptionalMap("data", flow.Data, DataWriter.Write);
        output.OptionalMap("actions", flow.Actions, CallWriter.Write);
        output.OptionalMap("signals", flow.Signals, DataWriter.Write);
        output.Optional("starts_on", flow.StartsOn, static (output, name) => output.Text(name));
        output.Optional("returns", flow.Returns, static (output, name) => output.Text(name));
        output.Optional("remembers", flow.Remembers, static (output, name) => output.Text(name));
        output.OptionalMap("knowledge", flow.Knowledge, Write);
        output.OptionalMap("partials", flow.Partials, static (output, partial) => output.Required(partial.Id, partial.Text));
        output.OptionalMap("tickets", flow.Tickets, Write);
        Write(output, flow.Retry);
        TimeWriter.Write(output, flow.Silence);
        TimeWriter.Write(output, flow.Expiry);
        Write(output, flow.Fallback);
        CommandWriter.Write(output, flow.Commands);
        output.OptionalMap("interrupts", flow.Interrupts, RunWriter.Write);
        UpsetWriter.Write(output, flow.Upset);
        MigrationWriter.Write(output, flow.Migrate);
        output.Required("stages", flow.Stages, Write);
        output.EndObject();
    }

    /// <summary>The member <c>retry</c>, if there is one.</summary>
    public static void Write(JsonOutput output, RetryDefinition? retry)
    {
        if (retry is null)
        {
            return;
        }

        output.Name("retry");
        output.StartObject();
        output.Optional("texts", retry.Texts, static (output, text) => output.Text(text));
        output.Optional("invalid", retry.Invalid, static (output, text) => output.Text(text));
        output.EndObject();
    }

    /// <summary>The member <c>fallback</c>, if there is one.</summary>
    public static void Write(JsonOutput output, FallbackDefinition? fallback)
    {
        if (fallback is null)
        {
            return;
        }

        output.Name("fallback");
        output.StartObject();
        if (fallback.Attempts is { } attempts)
        {
            output.Name("attempts");
            output.Integer(attempts);
        }

        output.Optional("goto", fallback.Goto);
        output.EndObject();
    }

    private static void Write(JsonOutput output, KnowledgeDefinition knowledge)
    {
        output.Name(knowledge.Id);
        output.StartObject();
        output.Required("title", knowledge.Title);
        output.Required("url", knowledge.Url);
        if (knowledge.Kind != KnowledgeKind.Article)
        {
            output.Word("kind", KnowledgeReader.Kinds, knowledge.Kind);
        }

        output.EndObject();
    }

    private static void Write(JsonOutput output, TicketDefinition ticket)
    {
        output.Name(ticket.Id);
        output.StartObject();
        if (ticket.Kind != TicketKind.Issue)
        {
            output.Word("kind", TicketReader.Kinds, ticket.Kind);
        }

        output.Required("queue", ticket.Queue);
        if (ticket.Priority != TicketPriority.Normal)
        {
            output.Word("priority", TicketReader.Priorities, ticket.Priority);
        }

        output.Optional("owner", ticket.Owner);
        output.Optional("respond_within", ticket.RespondWithin is { } time ? IsoDuration.Format(time) : null);
        if (ticket.GradedBy is { } grade)
        {
            output.Name("graded_by");
            output.StartObject();
            output.Optional("queue", grade.Queue);
            output.Optional("priority", grade.Priority);
            output.Optional("respond_within", grade.RespondWithin);
            output.EndObject();
        }

        output.Required("subject", ticket.Subject);
        output.Required("body", ticket.Body);
        output.Optional("evidence", ticket.Evidence, static (output, name) => output.Text(name));
        output.EndObject();
    }

    private static void Write(JsonOutput output, StageDefinition stage)
    {
        output.StartObject();
        output.Required("id", stage.Id);
        output.Optional("title", stage.Title);
        output.Optional("note", stage.Note);
        if (!stage.Counted)
        {
            output.Name("counted");
            output.Flag(false);
        }

        Write(output, stage.Retry);
        TimeWriter.Write(output, stage.Silence);
        Write(output, stage.Fallback);
        output.Required("steps", stage.Steps, StepWriter.Write);
        output.EndObject();
    }
}
