namespace GuidanceFlow.Templates.Binding;

/// <summary>What a type is called in a message.</summary>
internal static class TypeNames
{
    public static string Describe(StaticType type) => type.Kind switch
    {
        StaticTypeKind.Boolean => "true or false",
        StaticTypeKind.Integer or StaticTypeKind.Number => "a number",
        StaticTypeKind.Text => "a text",
        StaticTypeKind.Date => "a date",
        StaticTypeKind.Duration => "a duration",
        StaticTypeKind.List => "a list",
        StaticTypeKind.Object => "an object",
        _ => "anything",
    };
}
