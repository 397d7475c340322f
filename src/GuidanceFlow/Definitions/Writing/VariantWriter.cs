namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes the wordings of a step that may stand for its text.</summary>
internal static class VariantWriter
{
    public static void Write(JsonOutput output, VariantDefinition variant)
    {
        output.StartObject();
        output.Required("id", variant.Id);
        output.Optional("when", variant.When);
        if (variant.Weight is { } weight)
        {
            output.Name("weight");
            output.Integer(weight);
        }

        output.Required("text", variant.Text);
        output.EndObject();
    }
}
