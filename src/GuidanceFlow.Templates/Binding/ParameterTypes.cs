using GuidanceFlow.Templates.Functions;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Which types a parameter provably cannot take.</summary>
internal static class ParameterTypes
{
    public static bool Accepts(ParameterKind parameter, StaticType given) => given.Kind == StaticTypeKind.Any || parameter switch
    {
        ParameterKind.List => given.Kind is StaticTypeKind.List or StaticTypeKind.Text or StaticTypeKind.Object,
        ParameterKind.Integer => given.Kind is StaticTypeKind.Integer or StaticTypeKind.Number or StaticTypeKind.Boolean or StaticTypeKind.Text,
        ParameterKind.Number => given.Kind is StaticTypeKind.Integer or StaticTypeKind.Number or StaticTypeKind.Boolean,
        ParameterKind.Date => given.Kind is StaticTypeKind.Date,
        _ => true,
    };

    public static string Describe(ParameterKind parameter) => parameter switch
    {
        ParameterKind.List => "a list",
        ParameterKind.Integer => "a whole number",
        ParameterKind.Number => "a number",
        ParameterKind.Date => "a date",
        ParameterKind.Text => "a text",
        _ => "a value",
    };
}
