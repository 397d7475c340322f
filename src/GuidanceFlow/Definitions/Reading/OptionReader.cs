using System.Text.Json;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads an option of a choice: an object, or its value alone.</summary>
internal static class OptionReader
{
    public static readonly MemberTable Table = new(
        "option",
        "an option",
        new Member("value", "\"value\": \"…\""),
        new Member("label"),
        new Member("synonyms"),
        new Member("when"),
        new Member("goto"));

    /// <summary>An option of which others may be chosen too.</summary>
    public static readonly MemberTable OneOfSeveral = new(
        "choices_option",
        "an option of choices",
        new Member("value", "\"value\": \"…\""),
        new Member("label"),
        new Member("synonyms"),
        new Member("when"))
    {
        Misplaced = [new("goto", "Several options may be chosen, so none leads on by itself; route with the step's 'next'.")],
    };

    public static OptionDefinition? Read(ReadContext context, int node) => Read(context, node, Table);

    public static OptionDefinition? ReadOneOfSeveral(ReadContext context, int node) => Read(context, node, OneOfSeveral);

    private static OptionDefinition? Read(ReadContext context, int node, MemberTable table)
    {
        switch (context.Kind(node))
        {
            case JsonValueKind.String:
                return context.PlainOptions.Find(context.Text(node) ?? string.Empty);
            case JsonValueKind.Object:
                MemberValues members = MemberValues.Open(context, node, table);
                return new OptionDefinition
                {
                    Value = members.Text("value"),
                    Label = members.OptionalText("label"),
                    Synonyms = members.List("synonyms", static (context, item) => context.Text(item)),
                    When = members.OptionalText("when"),
                    Goto = table == Table ? members.OptionalText("goto") : null,
                };
            default:
                context.WrongType(node, "an option: its value as a text, or an object");
                return null;
        }
    }
}
