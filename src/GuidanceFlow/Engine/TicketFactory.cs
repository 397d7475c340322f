using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Definitions.Reading;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Engine;

/// <summary>Makes tickets from their definitions.</summary>
internal static class TicketFactory
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int ReferenceLength = 12;

    public static Ticket Make(EvaluationContext context, TicketStep step, int index)
    {
        var now = new DateTimeOffset(context.Settings.Now, TimeSpan.Zero);
        TicketDefinition definition = step.Ticket.Definition;
        string id = string.Create(CultureInfo.InvariantCulture, $"{context.State.Id}:{context.Turn}:{index}");
        string reference = Reference(id);
        TimeSpan? respondWithin = RespondWithin(context, step.Ticket);
        DateTimeOffset? due = respondWithin is { } within ? TurnClock.Later(now, within) : null;

        // Subject and body may name the ticket they belong to.
        context.Ticket = new TicketMark(reference, respondWithin, due);
        return new Ticket
        {
            Id = id,
            Reference = reference,
            Definition = definition.Id,
            Kind = definition.Kind,
            Queue = TextOf(context, step.Ticket.Grade.Queue) ?? definition.Queue,
            Priority = TextOf(context, step.Ticket.Grade.Priority) is { } word && TicketReader.Priorities.TryGet(word, out TicketPriority priority) ? priority : definition.Priority,
            Subject = Render(context, step.Ticket, step.Ticket.Subject),
            Body = Render(context, step.Ticket, step.Ticket.Body),
            CreatedAt = now,
            Due = due,
            Evidence = step.Ticket.Evidence
                .Select(slot => KeyValuePair.Create(context.Flow.Parts.Variables[slot].Name, Secrets.Hide(context, context.Data[slot], step.Ticket)))
                .ToEquatableArray(),
            Path = Frames.Path(context.Root, context.State.Caller, context.Answers).ToEquatableArray(),
            Fallback = context.Fallback,
            SessionId = context.State.Id,
            FlowId = context.Flow.Id,
            FlowVersion = context.Flow.Version,
            Turn = context.Turn,
            Owner = definition.Owner,
            Step = step.Id,
            CustomerKey = context.State.CustomerKey,
            Locale = context.State.Locale,
        };
    }

    private static string Render(EvaluationContext context, CompiledTicket ticket, Localized<Template> texts)
    {
        Template template = texts.In(context.Locale);
        return Secrets.Hide(context, template.Render(context, context.Settings), template, ticket);
    }

    /// <summary>What the grade's datum says; null while it holds nothing, and for none.</summary>
    private static string? TextOf(EvaluationContext context, int slot) =>
        slot >= 0 && context.Data[slot].TryGetText(out string? text) && text.Length > 0 ? text : null;

    private static TimeSpan? RespondWithin(EvaluationContext context, CompiledTicket ticket) =>
        ticket.Grade.RespondWithin is >= 0 and int slot && context.Data[slot].TryGetDuration(out TimeSpan graded) && graded > TimeSpan.Zero
            ? graded
            : ticket.Definition.RespondWithin;

    /// <summary>60 bits of SHA-256 in Crockford's base 32, which has no letters people mistake for digits.</summary>
    private static string Reference(string id)
    {
        ulong bits = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
        return string.Create(ReferenceLength, bits, static (text, rest) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = Alphabet[(int)(rest & 31)];
                rest >>= 5;
            }
        });
    }
}
