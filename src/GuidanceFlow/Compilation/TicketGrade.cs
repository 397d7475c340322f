using GuidanceFlow.Definitions;
using GuidanceFlow.Definitions.Reading;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>The slots of the data that grade a ticket; −1 where there is none.</summary>
internal sealed record TicketGrade(int Queue, int Priority, int RespondWithin)
{
    /// <summary>The grade of a ticket; names that are not declared are reported once, for the ticket.</summary>
    public static TicketGrade Of(CompilationContext context, TicketDefinition ticket)
    {
        return new TicketGrade(SlotOf(ticket.GradedBy?.Queue), SlotOf(ticket.GradedBy?.Priority), SlotOf(ticket.GradedBy?.RespondWithin));

        int SlotOf(string? name) => name is not null && context.Slots.TryGetValue(name, out int slot) ? slot : -1;
    }

    /// <summary>Reports data that are not declared, or that cannot grade a ticket by their type.</summary>
    public static void Check(CompilationContext context)
    {
        foreach (TicketDefinition ticket in context.Definition.Tickets)
        {
            if (ticket.GradedBy is { } grade)
            {
                SourcePath path = SourcePath.Root.Member("tickets").Member(ticket.Id).Member("graded_by").Kept();
                Check(context, grade.Queue, path.Member("queue"), "a queue is a text or a choice", type => type.Kind is DataKind.Text or DataKind.Choice);
                Check(context, grade.Priority, path.Member("priority"), $"a priority is a choice of {string.Join(", ", TicketReader.Priorities.All)}", type => type.Kind == DataKind.Choice && type.Values.All(value => TicketReader.Priorities.TryGet(value, out _)));
                Check(context, grade.RespondWithin, path.Member("respond_within"), "a time to respond is a duration", type => type.Kind == DataKind.Duration);
            }
        }
    }

    private static void Check(CompilationContext context, string? name, SourcePath path, string wanted, Func<DataType, bool> fits)
    {
        if (name is null)
        {
            return;
        }

        if (!context.Slots.TryGetValue(name, out int slot))
        {
            context.Report(DiagnosticCatalog.UnknownReference, path, $"There is no datum or input {Spelling.Quote(name)}.{Hints.DidYouMean(context, name, context.Slots.Keys)}");
        }
        else if (!fits(context.Variables[slot].Type))
        {
            context.Report(DiagnosticCatalog.TypeMismatch, path, $"'{name}' cannot grade a ticket so: {wanted}. Name another datum, or change its type.");
        }
    }
}
