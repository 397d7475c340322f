namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>How a statement ended.</summary>
internal enum Signal
{
    Next,
    Break,
    Continue,
    Return,
}
