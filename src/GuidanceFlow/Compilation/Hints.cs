using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Remedies that several passes give.</summary>
internal static class Hints
{
    private const int MostListed = 8;

    /// <summary>" Did you mean 'x'?", or the names there are when none is near and they are few; starts with a space. The names follow a word that fits what the message says before.</summary>
    public static string DidYouMean(CompilationContext context, string word, IEnumerable<string> candidates, string use = "Use")
    {
        if (!context.MayHint)
        {
            return string.Empty;
        }

        string[] all = [.. candidates];
        if (Spelling.Nearest(word, all) is { } nearest)
        {
            return $" Did you mean '{nearest}'?";
        }

        return all.Length is > 0 and <= MostListed ? $" {use} {OneOf([.. all.Select(Spelling.Quote)])}." : string.Empty;
    }

    private static string OneOf(string[] names) => names is [.. { Length: > 0 } others, string last] ? $"{string.Join(", ", others)} or {last}" : names[0];

    /// <summary>What to say of a target that is no step: whether it is a stage or a ticket, and the step that was meant; starts with a space.</summary>
    public static string ForTarget(CompilationContext context, string target)
    {
        if (context.Definition.Stages.FirstOrDefault(stage => string.Equals(stage.Id, target, StringComparison.Ordinal)) is { } stage)
        {
            return stage.Steps.IsEmpty ? " It is a stage; name a step." : $" It is a stage; name its first step, {Spelling.Quote(stage.Steps[0].Id)}.";
        }

        if (context.Definition.Tickets.Any(ticket => string.Equals(ticket.Id, target, StringComparison.Ordinal)))
        {
            StepPlace? files = context.Places.Find(place => place.Definition is TicketStepDefinition step && string.Equals(step.Ticket, target, StringComparison.Ordinal));
            return files is null
                ? $" It is a ticket; add a step that files it, {{ \"type\": \"ticket\", \"ticket\": \"{target}\", … }}, and name that."
                : $" It is a ticket; name the step that files it, {Spelling.Quote(files.Definition.Id)}.";
        }

        return DidYouMean(context, target, context.PlacesById.Keys);
    }
}
