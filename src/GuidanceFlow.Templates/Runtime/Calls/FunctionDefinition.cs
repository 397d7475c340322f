using GuidanceFlow.Templates.Runtime.Nodes;

namespace GuidanceFlow.Templates.Runtime.Calls;

/// <summary>A function as a template defines it.</summary>
internal sealed class FunctionDefinition
{
    /// <summary>Its name; null for <c>do … end</c>.</summary>
    public required string? Name { get; init; }

    /// <summary>Its parameters; null when there is no list of them and all arguments are in <c>$</c>.</summary>
    public required FunctionParameter[]? Parameters { get; init; }

    public required StatementNode Body { get; init; }

    /// <summary>How deep its loops nest.</summary>
    public required int Loops { get; init; }

    /// <summary>The text it stands in.</summary>
    public required string Text { get; init; }

    /// <summary>The name under which that text was included; null for the template itself.</summary>
    public required string? Partial { get; init; }

    /// <summary>How many arguments must be given.</summary>
    public int Required => Parameters?.Count(parameter => parameter is { Default: null, TakesRest: false }) ?? 0;
}
