namespace GuidanceFlow.Diagrams;

/// <summary>A way on from a step, with what leads there.</summary>
/// <param name="Label">Null for a way that needs no reason.</param>
/// <param name="Target">A step's number or a <see cref="Compilation.Target"/>.</param>
internal readonly record struct Way(string? Label, int Target);
