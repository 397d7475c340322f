namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a step that tells something.</summary>
internal static class SayStepReader
{
    public static readonly MemberTable Table = new(
        "say_step",
        "a say step",
        StepReader.Members(new("text", "\"text\": \"…\""), new("show"), new("variants"), new("next")));

    public static SayStepDefinition Bind(in MemberValues members) => new()
    {
        Id = members.Text("id"),
        Title = members.Remark("title"),
        Note = members.Remark("note"),
        When = members.OptionalText("when"),
        Text = members.Text("text"),
        Show = members.List("show", BlockReader.Read),
        Variants = VariantReader.Read(members),
        Next = RouteReader.Read(members),
    };
}
