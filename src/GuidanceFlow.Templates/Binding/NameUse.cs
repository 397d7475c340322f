using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Binding;

/// <summary>One place where a template reads a name of its scope.</summary>
/// <param name="Path">The name as written, with its members: <c>customer.name</c>.</param>
/// <param name="Slot">The slot it is read from; −1 in a template parsed without a scope.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="ToleratesNull">
/// Whether the template itself provides for null here: the name stands left of <c>??</c> or <c>?.</c>, is compared with
/// <c>null</c>, is the condition of an <c>if</c> or of a ternary, or stands in a branch that such a condition guards.
/// </param>
public readonly record struct NameUse(string Path, int Slot, TextSpan Span, bool ToleratesNull);
