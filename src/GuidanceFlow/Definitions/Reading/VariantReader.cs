using System.Text.Json;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads the wordings of a step that may stand for its text.</summary>
internal static class VariantReader
{
    private const int MostPercent = 100;

    public static readonly MemberTable Table = new(
        "variant",
        "a variant",
        new Member("id", "\"id\": \"…\""),
        new Member("when"),
        new Member("weight"),
        new Member("text", "\"text\": \"…\""));

    /// <summary>The member <c>variants</c> of a step; empty when it is not given.</summary>
    public static EquatableArray<VariantDefinition> Read(in MemberValues step)
    {
        EquatableArray<VariantDefinition> variants = step.List("variants", Read, "variant");
        int sum = 0;
        foreach (VariantDefinition variant in variants)
        {
            sum += variant.Weight ?? 0;
        }

        if (sum > MostPercent)
        {
            step.Context.Invalid(step["variants"], $"The weights are percent of the sessions and come to {sum}. Lower them to at most {MostPercent} together; what is left gets the step's own text.");
        }

        return variants;
    }

    private static VariantDefinition Read(ReadContext context, int node)
    {
        MemberValues members = MemberValues.Open(context, node, Table);
        if (context.Kind(node) == JsonValueKind.Object && (members["when"] > 0) == (members["weight"] > 0))
        {
            context.Invalid(node, members["when"] > 0
                ? "A variant goes by 'when' or by 'weight', not by both. Take one of them out."
                : "Nothing says when this variant is used. Add \"when\": \"…\", or \"weight\": 50 for half of the sessions.");
        }

        var variant = new VariantDefinition
        {
            Id = members.Text("id"),
            When = members.OptionalText("when"),
            Weight = members.Integer("weight", 1, MostPercent),
            Text = members.Text("text"),
        };
        if (variant.Id == VariantDefinition.Base)
        {
            context.Invalid(members["id"], $"'{VariantDefinition.Base}' stands for the step's own text. Choose another id.");
        }

        return variant;
    }
}
