using System.Collections.Immutable;

namespace GuidanceFlow.Templates.Binding;

/// <summary>What is known of a value's type before anything runs.</summary>
/// <remarks>Immutable, compared by content, safe to share between threads.</remarks>
public sealed class StaticType : IEquatable<StaticType>
{
    private StaticType(StaticTypeKind kind, bool isNullable = false, StaticType? item = null, ImmutableArray<StaticField> fields = default, ImmutableArray<string> values = default)
    {
        Kind = kind;
        IsNullable = isNullable;
        Item = item;
        Fields = fields.IsDefault ? [] : fields;
        Values = values.IsDefault ? [] : values;
    }

    /// <summary>Nothing is known.</summary>
    public static StaticType Any { get; } = new(StaticTypeKind.Any, isNullable: true);

    /// <summary>True or false.</summary>
    public static StaticType Boolean { get; } = new(StaticTypeKind.Boolean);

    /// <summary>A whole number.</summary>
    public static StaticType Integer { get; } = new(StaticTypeKind.Integer);

    /// <summary>A number, whole or not.</summary>
    public static StaticType Number { get; } = new(StaticTypeKind.Number);

    /// <summary>A text.</summary>
    public static StaticType Text { get; } = new(StaticTypeKind.Text);

    /// <summary>A date with time.</summary>
    public static StaticType Date { get; } = new(StaticTypeKind.Date);

    /// <summary>A length of time.</summary>
    public static StaticType Duration { get; } = new(StaticTypeKind.Duration);

    /// <summary>What it is.</summary>
    public StaticTypeKind Kind { get; }

    /// <summary>Whether the value may be null.</summary>
    public bool IsNullable { get; }

    /// <summary>The type of a list's items; null for anything but a list.</summary>
    public StaticType? Item { get; }

    /// <summary>The fields of an object in order; empty for anything but an object.</summary>
    public ImmutableArray<StaticField> Fields { get; }

    /// <summary>The only texts that a text may be; empty when it may be any, and for anything but a text.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>One of these texts.</summary>
    public static StaticType OneOf(IEnumerable<string> values) => new(StaticTypeKind.Text, values: [.. values]);

    /// <summary>A list of items of one type.</summary>
    public static StaticType List(StaticType item) => new(StaticTypeKind.List, item: item);

    /// <summary>An object with these fields and no others.</summary>
    public static StaticType Object(params ImmutableArray<StaticField> fields) => new(StaticTypeKind.Object, fields: fields);

    /// <summary>The same type, but null is possible.</summary>
    public StaticType OrNull() => IsNullable ? this : new StaticType(Kind, isNullable: true, Item, Fields, Values);

    /// <summary>The same type, but never null. <see cref="Any"/> stays as it is.</summary>
    public StaticType NotNull() => !IsNullable || Kind == StaticTypeKind.Any ? this : new StaticType(Kind, isNullable: false, Item, Fields, Values);

    /// <summary>The type of a field, or null when there is no such field.</summary>
    public StaticType? FindField(string name)
    {
        foreach ((string field, StaticType type) in Fields)
        {
            if (string.Equals(field, name, StringComparison.Ordinal))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a value of type <paramref name="other"/> may stand where this type is wanted. <see cref="Any"/> goes with
    /// everything, an integer is a number, an object needs every field that the wanted one has and that is not nullable.
    /// Whether it may be null is not looked at.
    /// </summary>
    public bool Accepts(StaticType other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Kind == StaticTypeKind.Any || other.Kind == StaticTypeKind.Any)
        {
            return true;
        }

        if (Kind != other.Kind)
        {
            return Kind == StaticTypeKind.Number && other.Kind == StaticTypeKind.Integer;
        }

        return Kind switch
        {
            StaticTypeKind.List => Item!.Accepts(other.Item!),
            StaticTypeKind.Object => AcceptsFields(other),
            _ => true,
        };
    }

    /// <inheritdoc/>
    public bool Equals(StaticType? other) =>
        other is not null && Kind == other.Kind && IsNullable == other.IsNullable && Equals(Item, other.Item) && Fields.SequenceEqual(other.Fields) && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StaticType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, IsNullable, Item, Fields.Length);

    /// <summary>The type as an author writes it: <c>text</c>, <c>list of number</c>, <c>object {name, kind}</c>.</summary>
    public override string ToString() => Kind switch
    {
        StaticTypeKind.List => "list of " + Item,
        StaticTypeKind.Object => "object {" + string.Join(", ", Fields.Select(field => field.Name)) + "}",
        _ => Kind.ToString().ToLowerInvariant(),
    };

    private bool AcceptsFields(StaticType other)
    {
        foreach ((string name, StaticType type) in Fields)
        {
            if (other.FindField(name) is { } given ? !type.Accepts(given) : !type.IsNullable)
            {
                return false;
            }
        }

        return true;
    }
}
