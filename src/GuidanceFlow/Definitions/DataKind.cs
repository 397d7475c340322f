namespace GuidanceFlow.Definitions;

/// <summary>The kinds of <see cref="DataType"/>.</summary>
public enum DataKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number, whole or not.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A date with time.</summary>
    Date,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>One of several texts.</summary>
    Choice,

    /// <summary>A list.</summary>
    List,

    /// <summary>An object.</summary>
    Object,
}
