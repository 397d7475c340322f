using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;

namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>Reads what goes in in a turn.</summary>
internal static class StepReader
{
    public static readonly MemberTable Table = new("step", "a step", [], ["answer", "command", "correct", "locale", "attachment", "after", "note", "expect"]);

    public static readonly MemberTable CorrectTable = new("correct", "a correction", ["step", "answer"], []);

    public static readonly MemberTable AttachmentTable = new("attachment", "an attachment", ["reference", "kind"], ["size", "name"]);

    private static readonly string[] Inputs = ["answer", "command", "correct", "locale", "attachment"];

    public static ScenarioStep Read(ReadContext context, JsonItem item)
    {
        Members members = Members.Open(context, item, Table);
        members.Text("note");
        return new ScenarioStep(
            ReadInput(context, item, members),
            Times.Length(members, "after") ?? TimeSpan.Zero,
            members.Find("expect") is { } expect ? ExpectationReader.Turn(context, expect) : null,
            context.Locate(item));
    }

    private static SessionInput ReadInput(ReadContext context, JsonItem item, Members members)
    {
        JsonItem[] given = [.. Inputs.Select(members.Find).OfType<JsonItem>()];
        if (given.Length == 0 && item.Kind == System.Text.Json.JsonValueKind.Object)
        {
            context.Report(ScenarioDiagnostics.MissingMember, item.Start, item.Path, "A step needs something that goes in. Add \"answer\": \"…\", or one of command, correct, locale and attachment.");
        }

        foreach (JsonItem more in given.Skip(1))
        {
            context.Report(ScenarioDiagnostics.UnknownMember, more.NameStart, more.Path, $"Only one thing goes in in a step, and it has '{given[0].Name}' already. Write a step for each.");
        }

        if (members.Word("command", "command", Words.Commands) is { } command)
        {
            return new CommandInput(command);
        }

        if (members.Find("correct") is { } correct)
        {
            Members correction = Members.Open(context, correct, CorrectTable);
            return new CorrectionInput(correction.Text("step") ?? string.Empty, correction.Text("answer") ?? string.Empty);
        }

        if (members.Text("locale") is { } locale)
        {
            return new LocaleInput(locale);
        }

        if (members.Find("attachment") is { } files)
        {
            return new AttachmentInput(files.Kind == System.Text.Json.JsonValueKind.Array ? context.List(files, file => ReadFile(context, file)) : [ReadFile(context, files)]);
        }

        return new AnswerInput(members.Text("answer") ?? string.Empty);
    }

    private static Attachment ReadFile(ReadContext context, JsonItem item)
    {
        Members members = Members.Open(context, item, AttachmentTable);
        return new Attachment(members.Text("reference") ?? string.Empty, members.Word("kind", "attachment kind", Words.AttachmentKinds) ?? AttachmentKind.Document)
        {
            Size = members.Integer("size") ?? 0,
            Name = members.Text("name"),
        };
    }
}
