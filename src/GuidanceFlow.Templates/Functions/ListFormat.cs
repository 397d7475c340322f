namespace GuidanceFlow.Templates.Functions;

/// <summary>What stands between the items of a list in a language.</summary>
/// <param name="Comma">Between items that are not the last.</param>
/// <param name="Last">Before the last of three or more.</param>
/// <param name="Pair">Between two.</param>
internal sealed record ListFormat(string Comma, string Last, string Pair);
