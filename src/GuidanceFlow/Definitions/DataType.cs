using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Definitions;

/// <summary>The type of a <see cref="DataDefinition"/>. Immutable, compared by content.</summary>
public sealed record DataType
{
    /// <summary>A text.</summary>
    public static DataType Text { get; } = new() { Kind = DataKind.Text };

    /// <summary>A number.</summary>
    public static DataType Number { get; } = new() { Kind = DataKind.Number };

    /// <summary>A whole number.</summary>
    public static DataType Integer { get; } = new() { Kind = DataKind.Integer };

    /// <summary>True or false.</summary>
    public static DataType Boolean { get; } = new() { Kind = DataKind.Boolean };

    /// <summary>A date with time.</summary>
    public static DataType Date { get; } = new() { Kind = DataKind.Date };

    /// <summary>A length of time.</summary>
    public static DataType Duration { get; } = new() { Kind = DataKind.Duration };

    /// <summary>What it is.</summary>
    public required DataKind Kind { get; init; }

    /// <summary>The type of a list's items; null for anything but a list.</summary>
    public DataType? Item { get; init; }

    /// <summary>The fields of an object; empty for anything but an object.</summary>
    public EquatableArray<DataDefinition> Fields { get; init; }

    /// <summary>The values of a choice; empty for anything but a choice.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>A list of items of one type.</summary>
    public static DataType ListOf(DataType item) => new() { Kind = DataKind.List, Item = item };

    /// <summary>An object with these fields.</summary>
    public static DataType Object(params ReadOnlySpan<DataDefinition> fields) => new() { Kind = DataKind.Object, Fields = EquatableArray.Create(fields) };

    /// <summary>One of these texts.</summary>
    public static DataType Choice(params ReadOnlySpan<string> values) => new() { Kind = DataKind.Choice, Values = EquatableArray.Create(values) };

    /// <summary>The type as templates see it.</summary>
    public StaticType ToStaticType() => Kind switch
    {
        DataKind.Text => StaticType.Text,
        DataKind.Choice => StaticType.OneOf(Values),
        DataKind.Number => StaticType.Number,
        DataKind.Integer => StaticType.Integer,
        DataKind.Boolean => StaticType.Boolean,
        DataKind.Date => StaticType.Date,
        DataKind.Duration => StaticType.Duration,
        DataKind.List => StaticType.List(Item!.ToStaticType()),
        _ => StaticType.Object([.. Fields.Select(field => new StaticField(field.Name, field.Optional ? field.Type.ToStaticType().OrNull() : field.Type.ToStaticType()))]),
    };
}
