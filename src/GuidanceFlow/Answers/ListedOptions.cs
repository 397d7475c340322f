using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>A list that options are made from, compiled.</summary>
/// <param name="From">The list.</param>
/// <param name="Where">Which items are offered; null for all.</param>
/// <param name="Value">What is saved of an item.</param>
/// <param name="Label">What the customer reads of an item; null for the value.</param>
internal sealed record ListedOptions(Expression From, Expression? Where, Expression Value, Template? Label);
