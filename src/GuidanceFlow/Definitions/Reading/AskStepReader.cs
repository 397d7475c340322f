namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a step that asks.</summary>
internal static class AskStepReader
{
    public static readonly MemberTable Table = new(
        "ask_step",
        "an ask step",
        StepReader.Members(
            new("text", "\"text\": \"…\""),
            new("show"),
            new("answer", "\"answer\": \"yes_no\" or another kind of answer"),
            new("save"),
            new("sensitive"),
            new("retry"),
            new("fallback"),
            new("next")))
    {
        Planned = ["variants", "confirm", "silence", "measure", "when_known"],
    };

    public static AskStepDefinition Bind(in MemberValues members) => new()
    {
        Id = members.Text("id"),
        Title = members.Remark("title"),
        Note = members.Remark("note"),
        When = members.OptionalText("when"),
        Text = members.Text("text"),
        Show = members.List("show", BlockReader.Read),
        Answer = members["answer"] is > 0 and int answer && AnswerReader.Read(members.Context, answer) is { } read ? read : new YesNoAnswerDefinition(),
        Save = members.OptionalText("save"),
        Sensitive = members.Flag("sensitive") ?? false,
        Retry = RetryReader.Read(members),
        Fallback = FallbackReader.Read(members),
        Next = RouteReader.Read(members),
    };
}
