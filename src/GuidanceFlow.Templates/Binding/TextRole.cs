namespace GuidanceFlow.Templates.Binding;

/// <summary>What a text is parsed for.</summary>
internal enum TextRole
{
    /// <summary>For itself.</summary>
    Whole,

    /// <summary>To be included in others, with whose variables it works.</summary>
    Partial,

    /// <summary>To be evaluated in the middle of a running template, with whose variables it works.</summary>
    Evaluated,
}
