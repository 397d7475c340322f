using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Checks an expression's result against what its place wants.</summary>
internal static class ExpectedType
{
    public static void Check(BindingContext context, StaticType expected, Bound result, TextSpan span)
    {
        if (expected.Accepts(result.Type))
        {
            return;
        }

        string message = $"This must be {TypeNames.Describe(expected)} but gives {TypeNames.Describe(result.Type)}";
        if (expected.Kind == StaticTypeKind.Integer && result.Type.Kind == StaticTypeKind.Number)
        {
            message = "This must be a whole number but may give a fraction; round it, for example with \"//\" instead of \"/\"";
        }
        else if (expected.Kind == StaticTypeKind.Boolean && Comparison(result) is { } example)
        {
            message += $"; compare it, for example \"{example}\"";
        }

        else if (expected.Kind == StaticTypeKind.List)
        {
            message += "; name a list, or write one, for example \"['a', 'b']\"";
        }

        context.Report(TemplateDiagnosticCode.TypeMismatch, span, message + ".");
    }

    private static string? Comparison(Bound result)
    {
        string name = result.Path ?? "…";
        return result.Type.Kind switch
        {
            StaticTypeKind.Integer or StaticTypeKind.Number => name + " > 0",
            StaticTypeKind.Text => name + " == 'yes'",
            StaticTypeKind.List => name + ".size > 0",
            StaticTypeKind.Date => name + " < date.now",
            StaticTypeKind.Object => name + " != null",
            _ => null,
        };
    }
}
