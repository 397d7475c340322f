namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>One argument of a call whose function is only known when it runs.</summary>
/// <param name="Name">The parameter's name, if that was written.</param>
/// <param name="Value">The value.</param>
/// <param name="IsExpanded">Whether the value is a list whose items are the arguments.</param>
internal sealed record WrittenArgument(string? Name, Node Value, bool IsExpanded);
