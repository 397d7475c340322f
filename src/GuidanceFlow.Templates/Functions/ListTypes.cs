using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Templates.Functions;

/// <summary>What list functions give, from what they get.</summary>
internal static class ListTypes
{
    /// <summary>An item of the first argument, or null when it is empty.</summary>
    public static StaticType Item(StaticType[] arguments) => (arguments[0].Item ?? (arguments[0].Kind == StaticTypeKind.Text ? StaticType.Text : StaticType.Any)).OrNull();

    /// <summary>A list like the first argument.</summary>
    public static StaticType Same(StaticType[] arguments) => arguments[0].Kind == StaticTypeKind.List ? arguments[0].NotNull() : StaticType.List(StaticType.Any);

    /// <summary>A list like the first argument with an item like the last one added.</summary>
    public static StaticType WithItem(StaticType[] arguments) =>
        arguments[0].Item is { } item && TypeJoin.Of(item, arguments[^1]) is { Kind: not StaticTypeKind.Any } joined ? StaticType.List(joined) : StaticType.List(StaticType.Any);

    /// <summary>A list like the first argument with the items of the second; null when both are.</summary>
    public static StaticType WithItems(StaticType[] arguments) =>
        WithBoth(arguments[0], arguments[1]) is var both && arguments[0].IsNullable && arguments[1].IsNullable ? both.OrNull() : both;

    private static StaticType WithBoth(StaticType first, StaticType second) =>
        first.Item is { } item && second.Item is { } other ? StaticType.List(TypeJoin.Of(item, other)) : StaticType.List(StaticType.Any);
}
