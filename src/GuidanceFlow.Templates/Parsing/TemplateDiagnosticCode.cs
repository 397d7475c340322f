namespace GuidanceFlow.Templates.Parsing;

/// <summary>The kinds of mistakes in templates and expressions.</summary>
public enum TemplateDiagnosticCode
{
    /// <summary>The text does not follow the language's grammar.</summary>
    Syntax,

    /// <summary>The text or its nesting is larger than the parser takes.</summary>
    ParseLimit,

    /// <summary>A name that the scope does not know.</summary>
    UnknownName,

    /// <summary>A member that an object of known type does not have.</summary>
    UnknownMember,

    /// <summary>A function that does not exist.</summary>
    UnknownFunction,

    /// <summary>A function called with the wrong number or kind of arguments.</summary>
    Arguments,

    /// <summary>An operator or a place that cannot take a value of this type.</summary>
    TypeMismatch,

    /// <summary>Something the language has but this place does not allow, such as an assignment in an expression.</summary>
    NotAllowed,

    /// <summary>A failure while running: a division by zero, an index out of range.</summary>
    Runtime,

    /// <summary>A limit of <see cref="Runtime.RenderSettings"/> was reached while running.</summary>
    RuntimeLimit,
}
