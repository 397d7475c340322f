namespace GuidanceFlow.Templates.Binding;

/// <summary>The kinds of <see cref="StaticType"/>.</summary>
public enum StaticTypeKind
{
    /// <summary>Nothing is known.</summary>
    Any,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number, whole or not.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A date with time.</summary>
    Date,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A list.</summary>
    List,

    /// <summary>An object.</summary>
    Object,
}
