using GuidanceFlow.Templates.Runtime.Calls;
using GuidanceFlow.Templates.Runtime.Numbers;

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
        _ => value.Reference switch
        {
            BigNumber => "a whole number beyond 64 bits",
            OtherNumber => "a number",
            EmptyValue => "\"empty\"",
            Callable => "a function",
            _ => "something else",
        },
    };
}
