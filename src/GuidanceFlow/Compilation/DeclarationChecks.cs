using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Ids and names: well formed, given once, not reserved; references to data, tickets and knowledge.</summary>
internal static class DeclarationChecks
{
    public static void Run(CompilationContext context)
    {
        FlowDefinition flow = context.Definition;
        SourcePath root = SourcePath.Root;
        CheckId(context, "flow", flow.Id, root.Member("flow"), isName: false);
        CheckLocales(context);
        CheckVariables(context);
        CheckIds(context, "knowledge entry", flow.Knowledge.Count, i => flow.Knowledge[i].Id, i => root.Member("knowledge").Member(flow.Knowledge[i].Id), areNames: true);
        CheckIds(context, "partial", flow.Partials.Count, i => flow.Partials[i].Id, i => root.Member("partials").Member(flow.Partials[i].Id), areNames: true);
        CheckIds(context, "ticket", flow.Tickets.Count, i => flow.Tickets[i].Id, i => root.Member("tickets").Member(flow.Tickets[i].Id), areNames: true);
        CheckShared(context, "signal", flow.Signals.Select(signal => signal.Name), root.Member("signals"));
        CheckIds(context, "stage", flow.Stages.Count, i => flow.Stages[i].Id, i => root.Member("stages").Item(i).Member("id"));
        CheckStepIds(context);
        CheckIds(context, "interrupt", flow.Interrupts.Count, i => flow.Interrupts[i].Id, i => root.Member("interrupts").Member(flow.Interrupts[i].Id), areNames: true);
        CheckShared(context, "action", flow.Actions.Select(action => action.Name), root.Member("actions"));
        CallLowering.Check(context);
        CheckEvidence(context);
        CheckReturns(context);
        CheckRemembers(context);
    }

    private static void CheckRemembers(CompilationContext context)
    {
        EquatableArray<string> names = context.Definition.Remembers;
        for (int i = 0; i < names.Count; i++)
        {
            SourcePath path = SourcePath.Root.Member("remembers").Item(i);
            if (!context.Definition.Data.Any(datum => datum.Name == names[i]))
            {
                context.Report(DiagnosticCatalog.UnknownReference, path, $"There is no datum {Spelling.Quote(names[i])}. Declare it under 'data'.{Hints.DidYouMean(context, names[i], context.Definition.Data.Select(datum => datum.Name), "Or use")}");
            }
            else if (context.Places.Exists(place => place.Definition is AskStepDefinition { Sensitive: true } ask && ask.Save == names[i]))
            {
                context.Report(DiagnosticCatalog.InvalidValue, path, $"'{names[i]}' is the answer to a sensitive question, which no history keeps. Take it out.");
            }
        }

        CheckTwice(context, "remembered datum", names, SourcePath.Root.Member("remembers"));
    }

    /// <summary>Names that the host knows, too. A file cannot have one twice.</summary>
    private static void CheckShared(CompilationContext context, string what, IEnumerable<string> names, SourcePath path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!Names.IsShared(name))
            {
                context.ReportName(DiagnosticCatalog.InvalidName, path.Member(name), $"The {what} name {Spelling.Quote(name)} is not in snake_case or kebab-case. Use at most {Names.MaxLength} lower-case letters a to z, digits, single underscores or hyphens, and dots between parts, as in 'order.find'.");
            }

            if (!seen.Add(name))
            {
                context.ReportName(DiagnosticCatalog.DuplicateName, path.Member(name), $"Another {what} has the name {Spelling.Quote(name)} too. Give each {what} its own.");
            }
        }
    }

    private static void CheckReturns(CompilationContext context)
    {
        EquatableArray<string> returns = context.Definition.Returns;
        for (int i = 0; i < returns.Count; i++)
        {
            if (!context.Definition.Data.Any(datum => datum.Name == returns[i]))
            {
                context.Report(DiagnosticCatalog.UnknownReference, SourcePath.Root.Member("returns").Item(i), $"There is no datum {Spelling.Quote(returns[i])}. Declare it under 'data'.{Hints.DidYouMean(context, returns[i], context.Definition.Data.Select(datum => datum.Name), "Or use")}");
            }
        }

        CheckTwice(context, "return", returns, SourcePath.Root.Member("returns"));
    }

    private static void CheckLocales(CompilationContext context)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < context.Definition.Locales.Count; i++)
        {
            string locale = context.Definition.Locales[i];
            if (!seen.TryAdd(locale, locale))
            {
                context.Report(DiagnosticCatalog.DuplicateName, SourcePath.Root.Member("locales").Item(i), $"The language {Spelling.Quote(locale)} is given already, as {Spelling.Quote(seen[locale])}; upper and lower case are the same. Take one out.");
            }
        }
    }

    private static void CheckVariables(CompilationContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int slot = 0; slot < context.Variables.Count; slot++)
        {
            string name = context.Variables[slot].Name;
            SourcePath path = SourcePath.Root.Member(slot < context.InputCount ? "inputs" : "data").Member(name);
            CheckName(context, name, path, isName: true);
            if (!seen.Add(name))
            {
                context.ReportName(DiagnosticCatalog.DuplicateName, path, $"{Spelling.Quote(name)} is an input already. Give the datum another name.");
            }

            CheckFields(context, context.Variables[slot].Type, path);
        }
    }

    private static void CheckFields(CompilationContext context, DataType type, SourcePath path)
    {
        for (DataType? at = type; at is not null; at = at.Item, path = path.Member("of"))
        {
            CheckTwice(context, "value", at.Values, path.Member("values"));
            SourcePath fields = path.Member("fields");
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (DataDefinition field in at.Fields)
            {
                SourcePath place = fields.Member(field.Name);
                if (!Names.IsName(field.Name))
                {
                    context.ReportName(DiagnosticCatalog.InvalidName, place, $"The field {Spelling.Quote(field.Name)} is not in snake_case. Use lower-case letters a to z, digits and single underscores, a letter first.");
                }

                if (!seen.Add(field.Name))
                {
                    context.ReportName(DiagnosticCatalog.DuplicateName, place, $"The field {Spelling.Quote(field.Name)} is given twice. Give each field its own name.");
                }

                CheckFields(context, field.Type, place);
            }
        }
    }

    /// <summary>Reports a name of a datum, an input or a loop's item that is not well formed or reserved.</summary>
    /// <param name="context">Where to report.</param>
    /// <param name="name">The name.</param>
    /// <param name="path">Where it is written.</param>
    /// <param name="isName">Whether it is the name of a member there, and not its value.</param>
    public static void CheckName(CompilationContext context, string name, SourcePath path, bool isName)
    {
        if (!Names.IsName(name))
        {
            Report(context, DiagnosticCatalog.InvalidName, path, isName, $"{Spelling.Quote(name)} is not in snake_case. Use at most {Names.MaxLength} lower-case letters a to z, digits and single underscores, a letter first.");
        }
        else if (Names.IsReserved(name))
        {
            Report(context, DiagnosticCatalog.InvalidName, path, isName, $"'{name}' is a word of flows or templates. Choose another name, for example '{name}_value'.");
        }
    }

    private static void CheckId(CompilationContext context, string what, string id, SourcePath path, bool isName)
    {
        if (!Names.IsId(id))
        {
            Report(context, DiagnosticCatalog.InvalidName, path, isName, $"The {what} id {Spelling.Quote(id)} is not in kebab-case. Use at most {Names.MaxLength} lower-case letters a to z, digits and single hyphens.");
        }
    }

    /// <summary>Reports at the place where an id or a name is written: the name of a member, or the text that is its value.</summary>
    private static void Report(CompilationContext context, DiagnosticDescriptor descriptor, SourcePath path, bool isName, string message)
    {
        if (isName)
        {
            context.ReportName(descriptor, path, message);
        }
        else
        {
            context.Report(descriptor, path, message);
        }
    }

    private static void CheckIds(CompilationContext context, string what, int count, Func<int, string> idOf, Func<int, SourcePath> pathOf, bool areNames = false)
    {
        var seen = new HashSet<string>(count, StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            string id = idOf(i);
            CheckId(context, what, id, pathOf(i), areNames);
            if (!seen.Add(id))
            {
                context.Report(DiagnosticCatalog.DuplicateName, pathOf(i), $"Another {what} has the id {Spelling.Quote(id)} too. Give each {what} its own.");
            }
        }
    }

    private static void CheckStepIds(CompilationContext context)
    {
        foreach (StepPlace place in context.Places)
        {
            string id = place.Definition.Id;
            SourcePath path = place.Path.Member("id");
            CheckId(context, "step", id, path, isName: false);
            if (context.PlacesById[id] != place)
            {
                context.Report(DiagnosticCatalog.DuplicateName, path, $"Another step has the id '{id}' too. Give each step its own.");
            }
        }
    }

    private static void CheckEvidence(CompilationContext context)
    {
        foreach (TicketDefinition ticket in context.Definition.Tickets)
        {
            CheckTwice(context, "evidence", ticket.Evidence, SourcePath.Root.Member("tickets").Member(ticket.Id).Member("evidence"));
            for (int i = 0; i < ticket.Evidence.Count; i++)
            {
                string name = ticket.Evidence[i];
                if (!context.Slots.ContainsKey(name))
                {
                    context.Report(
                        DiagnosticCatalog.UnknownReference,
                        SourcePath.Root.Member("tickets").Member(ticket.Id).Member("evidence").Item(i),
                        $"There is no datum or input {Spelling.Quote(name)}.{Hints.DidYouMean(context, name, context.Slots.Keys)}");
                }
            }
        }
    }

    private static void CheckTwice(CompilationContext context, string what, EquatableArray<string> words, SourcePath path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < words.Count; i++)
        {
            if (!seen.Add(words[i]))
            {
                context.Report(DiagnosticCatalog.DuplicateName, path.Item(i), $"The {what} {Spelling.Quote(words[i])} is given twice. Take one out.");
            }
        }
    }
}
