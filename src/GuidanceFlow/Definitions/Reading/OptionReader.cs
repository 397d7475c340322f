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

    public static OptionDefinition? Read(ReadContext context, int node)
    {
        switch (context.Kind(node))
        {
            case JsonValueKind.String:
                return new OptionDefinition { Value = context.Text(node) ?? string.Empty };
            case JsonValueKind.Object:
                MemberValues members = MemberValues.Open(context, node, Table);
                return new OptionDefinition
                {
                    Value = members.Text("value"),
                    Label = members.OptionalText("label"),
                    Synonyms = members.List("synonyms", static (context, item) => context.Text(item)),
                    When = members.OptionalText("when"),
                    Goto = members.OptionalText("goto"),
                };
            default:
                context.WrongType(node, "an option: its value as a text, or an object");
                return null;
        }
    }
}
