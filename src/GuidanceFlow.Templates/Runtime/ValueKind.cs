namespace GuidanceFlow.Templates.Runtime;

/// <summary>What a <see cref="Value"/> is.</summary>
public enum ValueKind
{
    /// <summary>Nothing.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>A floating-point number of 64 bits.</summary>
    Number,

    /// <summary>A text of UTF-16 units.</summary>
    Text,

    /// <summary>A date with time.</summary>
    Date,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>An ordered list of values.</summary>
    List,

    /// <summary>Named values in the order they were given.</summary>
    Object,

    /// <summary>A function or another thing that lives only while a template runs; never part of a session.</summary>
    Other,
}
