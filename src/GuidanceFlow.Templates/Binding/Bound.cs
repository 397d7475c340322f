using GuidanceFlow.Templates.Runtime.Nodes;

namespace GuidanceFlow.Templates.Binding;

/// <summary>A compiled expression with what is known of it.</summary>
/// <param name="Node">What runs.</param>
/// <param name="Type">The value's type.</param>
internal readonly record struct Bound(Node Node, StaticType Type)
{
    /// <summary>Whether there is an expression; the default is none.</summary>
    public bool IsGiven => Node is not null;

    /// <summary>The path as written when the expression is nothing but a name of the scope and its members.</summary>
    public string? Path { get; init; }

    /// <summary>What is not null when the value is true.</summary>
    public NullFacts WhenTrue { get; init; }

    /// <summary>What is not null when the value is false.</summary>
    public NullFacts WhenFalse { get; init; }
}
