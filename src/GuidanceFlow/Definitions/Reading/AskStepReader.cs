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
            new("variants"),
            new("answer", "\"answer\": \"yes_no\" or another kind of answer"),
            new("save"),
            new("sensitive"),
            new("confirm"),
            new("when_known"),
            new("measure"),
            new("retry"),
            new("silence"),
            new("fallback"),
            new("next")));

    public static readonly Words<Measure> Measures = new("measure", new("csat", Measure.Csat), new("nps", Measure.Nps), new("ces", Measure.Ces), new("mastery", Measure.Mastery));

    public static readonly Words<KnownAnswerPolicy> Policies = new(
        "when_known policy",
        new("skip", KnownAnswerPolicy.Skip),
        new("confirm", KnownAnswerPolicy.Confirm),
        new("ask", KnownAnswerPolicy.Ask));

    public static AskStepDefinition Bind(in MemberValues members)
    {
        AskStepDefinition read = Read(members);
        if (read.WhenKnown == KnownAnswerPolicy.Confirm && read.Confirm is null)
        {
            members.Context.Invalid(members["when_known"], "There is nothing to restate a known answer with. Add 'confirm': \"You told us … Is that right?\".");
        }

        if (read.Measure is { } measure && !(read.Answer is RatingAnswerDefinition or NumberAnswerDefinition || (measure == Measure.Mastery && read.Answer is YesNoAnswerDefinition)))
        {
            members.Context.Invalid(members["measure"], measure == Measure.Mastery ? "Whether somebody can do it is measured by a rating, a number or yes and no. Ask for one of them." : "This is measured by a rating or a number. Ask for one of them.");
        }

        return read;
    }

    private static AskStepDefinition Read(in MemberValues members) => new()
    {
        Id = members.Text("id"),
        Title = members.Remark("title"),
        Note = members.Remark("note"),
        When = members.OptionalText("when"),
        Text = members.Text("text"),
        Show = members.List("show", BlockReader.Read),
        Variants = VariantReader.Read(members),
        Answer = members["answer"] is > 0 and int answer && AnswerReader.Read(members.Context, answer) is { } read ? read : new YesNoAnswerDefinition(),
        Save = members.OptionalText("save"),
        Sensitive = members.Flag("sensitive") ?? false,
        Confirm = members.OptionalText("confirm"),
        WhenKnown = members.Word("when_known", Policies) ?? KnownAnswerPolicy.Skip,
        Measure = members.Word("measure", Measures),
        Retry = RetryReader.Read(members),
        Silence = SilenceReader.Read(members),
        Fallback = FallbackReader.Read(members),
        Next = RouteReader.Read(members),
    };
}
