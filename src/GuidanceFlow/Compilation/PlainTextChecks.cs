using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Warns of code in texts that are no templates: titles, addresses, units and what is said to commands.</summary>
internal static class PlainTextChecks
{
    private const string CommandText = "command's text";

    public static void Run(CompilationContext context)
    {
        FlowDefinition flow = context.Definition;
        SourcePath root = SourcePath.Root;
        Check(context, flow.Title, "title", root);
        foreach (KnowledgeDefinition entry in flow.Knowledge)
        {
            SourcePath path = root.Member("knowledge").Member(entry.Id);
            Check(context, entry.Title, "title", path);
            Check(context, entry.Url, "url", path);
        }

        foreach (CommandDefinition command in flow.Commands)
        {
            Check(context, command.Text, "text", root.Member("commands").Member(CommandNames.Of(command.Command)));
        }

        for (int i = 0; i < flow.Stages.Count; i++)
        {
            Check(context, flow.Stages[i].Title, "title", root.Member("stages").Item(i));
        }

        foreach (StepPlace place in context.Places)
        {
            Check(context, place.Definition.Title, "title", place.Path);
            if (place.Definition is AnsweredStepDefinition { Answer: NumberAnswerDefinition number })
            {
                Check(context, number.Unit, "unit", place.Path.Member("answer"));
            }
        }
    }

    /// <summary>Checks the translation of such a text.</summary>
    public static void Check(CompilationContext context, TextKey key, string text, SourcePath path)
    {
        bool isTitle = key.Member == "title" && key.Part != TextPart.Ticket;
        bool isUrl = key.IsAddress;
        bool isUnit = key is { Part: TextPart.Step, Member: "answer.unit" };
        bool isCommand = key is { Part: TextPart.Command, Member: "text" };
        if (isTitle || isUrl || isUnit || isCommand)
        {
            Check(context, text, path, isUnit ? "unit" : isCommand ? CommandText : isUrl ? "url" : key.Member);
        }
    }

    private static void Check(CompilationContext context, string? text, string member, SourcePath owner)
    {
        if (text is not null && text.Contains("{{", StringComparison.Ordinal))
        {
            Check(context, text, owner.Member(member), member == "text" ? CommandText : member);
        }
    }

    private static void Check(CompilationContext context, string text, SourcePath path, string member)
    {
        int start = text.IndexOf("{{", StringComparison.Ordinal);
        int end = start < 0 ? -1 : text.IndexOf("}}", start, StringComparison.Ordinal);
        if (end > 0)
        {
            context.ReportInText(DiagnosticCatalog.NoCode, path, start, $"{Spelling.Quote(text[start..(end + 2)])} is printed as it stands, because a {member} is no template. Write the {member} without code.");
        }
    }
}
