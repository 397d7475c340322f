namespace GuidanceFlow.Templates.Runtime;

/// <summary>What a value is called in a failure's message.</summary>
internal static class KindNames
{
    public static string Describe(Value value) => value.Kind switch
    {
        ValueKind.Null => "nothing (null)",
        ValueKind.Boolean => "true or false",
        ValueKind.Integer or ValueKind.Number => "a number",
        ValueKind.Text => "a text",
        ValueKind.Date => "a date",
        ValueKind.Duration => "a duration",
        ValueKind.List => "a list",
        ValueKind.Object => "an object",
        _ => "something else",
    };
}
