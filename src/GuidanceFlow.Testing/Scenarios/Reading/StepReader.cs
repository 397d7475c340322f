using System.Text.Json;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>Reads what happens at one point of a scenario.</summary>
internal static class StepReader
{
    public static readonly MemberTable Table = new("step", "a step", [], ["answer", "command", "correct", "locale", "attachment", "advance", "signal", "person", "id", "after", "note", "expect"]);

    public static readonly MemberTable CorrectTable = new("correct", "a correction", ["step", "answer"], []);

    public static readonly MemberTable AttachmentTable = new("attachment", "an attachment", ["reference", "kind"], ["size", "name"]);

    public static readonly MemberTable SignalTable = new("signal", "a signal", ["name"], ["value"]);

    private static readonly string[] Inputs = ["answer", "command", "correct", "locale", "attachment", "advance", "signal", "person"];

    public static ScenarioStep Read(ReadContext context, JsonItem item)
    {
        Members members = Members.Open(context, item, Table);
        members.Text("note");
        CheckInputs(context, item, members);
        TimeSpan? advance = Times.Length(members, "advance");
        TimeSpan? after = Times.Length(members, "after");
        return new ScenarioStep(
            members.Find("advance") is null ? ReadInput(context, members) : null,
            advance ?? after ?? TimeSpan.Zero,
            members.Find("expect") is { } expect ? ExpectationReader.Turn(context, expect) : null,
            context.Locate(item))
        {
            Id = members.Text("id"),
        };
    }

    private static void CheckInputs(ReadContext context, JsonItem item, Members members)
    {
        JsonItem[] given = [.. Inputs.Select(members.Find).OfType<JsonItem>()];
        if (given.Length == 0 && item.Kind == JsonValueKind.Object)
        {
            context.Report(ScenarioDiagnostics.MissingMember, item.Start, item.Path, $"A step needs something that happens. Add \"answer\": \"…\", or one of {string.Join(", ", Inputs[1..^1])} and {Inputs[^1]}.");
        }

        foreach (JsonItem more in given.Skip(1))
        {
            context.Report(ScenarioDiagnostics.UnknownMember, more.NameStart, more.Path, $"Only one thing happens in a step, and it has '{given[0].Name}' already. Write a step for each.");
        }

        foreach (JsonItem idle in new[] { members.Find("after"), members.Find("id") }.OfType<JsonItem>().Where(_ => members.Find("advance") is not null))
        {
            context.Report(ScenarioDiagnostics.UnknownMember, idle.NameStart, idle.Path, $"Where only time passes, '{idle.Name}' says nothing. Remove it.");
        }
    }

    private static SessionInput ReadInput(ReadContext context, Members members)
    {
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
            return new AttachmentInput(files.Kind == JsonValueKind.Array ? context.List(files, file => ReadFile(context, file)) : [ReadFile(context, files)]);
        }

        if (members.Find("signal") is { } signal)
        {
            return ReadSignal(context, signal);
        }

        return members.Find("person") is { } person ? PersonReader.Read(context, person) : new AnswerInput(members.Text("answer") ?? string.Empty);
    }

    /// <summary>A signal's name, or an object with what comes with it.</summary>
    private static SignalInput ReadSignal(ReadContext context, JsonItem item)
    {
        if (item.Text is not null)
        {
            return new SignalInput(item.Text, Value.Null);
        }

        Members members = Members.Open(context, item, SignalTable);
        return new SignalInput(members.Text("name") ?? string.Empty, members.Find("value") is { } value ? context.Value(value) : Value.Null);
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
