namespace GuidanceFlow.Templates.Functions;

/// <summary>What a parameter takes. Whatever can be turned into that is accepted as Scriban does.</summary>
internal enum ParameterKind
{
    /// <summary>Any value, as it is.</summary>
    Any,

    /// <summary>A text; any other value as it would be printed.</summary>
    Text,

    /// <summary>A whole number; a number is rounded, a text is read.</summary>
    Integer,

    /// <summary>A number, whole or not.</summary>
    Number,

    /// <summary>A condition.</summary>
    Boolean,

    /// <summary>A list; null as an empty one, a text as its characters, an object as its members.</summary>
    List,

    /// <summary>A date.</summary>
    Date,
}
