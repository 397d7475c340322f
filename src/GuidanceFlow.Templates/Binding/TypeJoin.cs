namespace GuidanceFlow.Templates.Binding;

/// <summary>The type of a value that has one of two types.</summary>
internal static class TypeJoin
{
    public static StaticType Of(StaticType first, StaticType second)
    {
        bool isNullable = first.IsNullable || second.IsNullable;
        StaticType one = first.NotNull();
        StaticType other = second.NotNull();
        StaticType joined = one.Equals(other) || one.Kind == StaticTypeKind.Number && other.Kind == StaticTypeKind.Integer ? one
            : one.Kind == StaticTypeKind.Text && other.Kind == StaticTypeKind.Text ? StaticType.Text
            : one.Kind == StaticTypeKind.Integer && other.Kind == StaticTypeKind.Number ? other
            : StaticType.Any;
        return isNullable ? joined.OrNull() : joined;
    }
}
