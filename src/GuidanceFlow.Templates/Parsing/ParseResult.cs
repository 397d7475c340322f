using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace GuidanceFlow.Templates.Parsing;

/// <summary>What parsing gave: the parsed thing or null, and every mistake that was found.</summary>
/// <typeparam name="T">What was parsed.</typeparam>
/// <param name="Value">The parsed thing; null when there is any diagnostic.</param>
/// <param name="Diagnostics">All mistakes in the order of their places, or, when the text itself has none, those of the partials it includes; empty on success.</param>
public sealed record ParseResult<T>(T? Value, ImmutableArray<TemplateDiagnostic> Diagnostics)
    where T : class
{
    /// <summary>Whether parsing succeeded.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Success => Value is not null;

    /// <summary>The parsed thing.</summary>
    /// <exception cref="FormatException">There were mistakes; the message lists them all.</exception>
    public T GetOrThrow() => Value ?? throw new FormatException(string.Join(Environment.NewLine, Diagnostics));
}
